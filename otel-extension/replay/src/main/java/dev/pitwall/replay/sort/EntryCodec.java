package dev.pitwall.replay.sort;

import dev.pitwall.log.Entry;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Entries of the workflow log as bytes. */
final class EntryCodec {

  private static final int TEXT = 0;
  private static final int WHOLE = 1;
  private static final int DECIMAL = 2;
  private static final int FLAG = 3;
  private static final int LIST = 4;

  private EntryCodec() {}

  static void write(Entry entry, Texts texts, DataOutput out) throws IOException {
    texts.write(entry.event(), out);
    texts.write(entry.run(), out);
    texts.write(entry.workflow(), out);
    out.writeLong(entry.at());
    out.writeInt(entry.attributes().size());
    for (Map.Entry<String, Object> attribute : entry.attributes().entrySet()) {
      texts.write(attribute.getKey(), out);
      value(attribute.getValue(), texts, out);
    }
  }

  static Entry read(Texts texts, DataInput in) throws IOException {
    String event = texts.readSome(in);
    String run = texts.readSome(in);
    String workflow = texts.readSome(in);
    long at = in.readLong();
    int size = in.readInt();
    Map<String, Object> attributes = new HashMap<>(size * 2);
    for (int i = 0; i < size; i++) {
      attributes.put(texts.readSome(in), value(texts, in));
    }
    return new Entry(event, run, workflow, at, attributes);
  }

  private static void value(Object value, Texts texts, DataOutput out) throws IOException {
    if (value instanceof Long number) {
      out.writeByte(WHOLE);
      out.writeLong(number);
    } else if (value instanceof Double number) {
      out.writeByte(DECIMAL);
      out.writeDouble(number);
    } else if (value instanceof Boolean flag) {
      out.writeByte(FLAG);
      out.writeBoolean(flag);
    } else if (value instanceof List<?> list) {
      out.writeByte(LIST);
      out.writeInt(list.size());
      for (Object each : list) {
        value(each, texts, out);
      }
    } else {
      out.writeByte(TEXT);
      texts.write(value.toString(), out);
    }
  }

  private static Object value(Texts texts, DataInput in) throws IOException {
    return switch (in.readByte()) {
      case WHOLE -> in.readLong();
      case DECIMAL -> in.readDouble();
      case FLAG -> in.readBoolean();
      case LIST -> list(texts, in);
      default -> texts.readSome(in);
    };
  }

  private static List<Object> list(Texts texts, DataInput in) throws IOException {
    int size = in.readInt();
    List<Object> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(value(texts, in));
    }
    return list;
  }
}
