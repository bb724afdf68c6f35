package dev.pitwall.replay.input;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Something to read: a file, or the standard input, which is called {@code -}. */
public final class Source implements AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final String name;
  private final Counted packed;
  private final InputStream stream;

  private Source(String name, InputStream raw) throws IOException {
    this.name = name;
    this.packed = new Counted(raw);
    this.stream = unpacked(packed);
  }

  /**
   * Opens it. What is packed by gzip is unpacked, whatever it is called.
   *
   * @throws IOException if it cannot be read
   */
  public static Source open(String name) throws IOException {
    InputStream raw = name.equals("-") ? System.in : Files.newInputStream(Path.of(name));
    try {
      return new Source(name.equals("-") ? "standard input" : name, raw);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(raw, 2);
    int first = stream.read();
    if (first < 0) {
      return stream;
    }
    int second = stream.read();
    if (second >= 0) {
      stream.unread(second);
    }
    stream.unread(first);
    return first == GZIP_FIRST && second == GZIP_SECOND
        ? new GZIPInputStream(new BufferedInputStream(stream, BUFFER), BUFFER)
        : stream;
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  public InputStream stream() {
    return stream;
  }

  /** How many bytes have been read of it, packed as it is. */
  public long taken() {
    return packed.count;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
