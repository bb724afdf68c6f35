package dev.pitwall.replay.sort;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts as bytes; those that come again and again are one object when they are read. */
final class Texts {

  private static final int KEPT = 1 << 12;

  private final @Nullable String[] known = new String[KEPT];

  void write(@Nullable String text, DataOutput out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
    } else {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
  }

  @Nullable String read(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    String text = new String(bytes, StandardCharsets.UTF_8);
    int slot = text.hashCode() & (KEPT - 1);
    String same = known[slot];
    if (text.equals(same)) {
      return same;
    }
    known[slot] = text;
    return text;
  }

  String readSome(DataInput in) throws IOException {
    String text = read(in);
    return text == null ? "" : text;
  }
}
