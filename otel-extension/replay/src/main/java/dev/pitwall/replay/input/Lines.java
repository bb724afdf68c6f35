package dev.pitwall.replay.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream, one at a time, in one buffer that is as large as the longest of them. Not
 * safe for use by several threads.
 */
public final class Lines {

  private static final int FIRST_SIZE = 1 << 20;

  private final InputStream stream;
  private final int longest;
  private byte[] buffer = new byte[FIRST_SIZE];
  private int start;
  private int end;
  private int filled;
  private long number;
  private long read;
  private boolean tooLong;

  /**
   * @param stream where the lines come from; the caller closes it
   * @param longest what is longer, in bytes, is passed over
   */
  public Lines(InputStream stream, int longest) {
    this.stream = stream;
    this.longest = longest;
  }

  /** Goes to the next line that is not empty; false at the end. */
  public boolean next() throws IOException {
    do {
      start = Math.min(end + 1, filled);
      tooLong = false;
      if (!find()) {
        return false;
      }
      number++;
    } while (!tooLong && isBlank());
    return true;
  }

  private boolean find() throws IOException {
    int at = start;
    while (true) {
      for (; at < filled; at++) {
        if (buffer[at] == '\n') {
          end = at;
          return true;
        }
      }
      tooLong |= filled - start > longest;
      at -= makeRoom();
      int count = stream.read(buffer, filled, buffer.length - filled);
      if (count < 0) {
        end = filled;
        return filled > start || tooLong;
      }
      read += count;
      filled += count;
    }
  }

  /** Returns by how much what is still needed has moved to the front. */
  private int makeRoom() {
    if (tooLong) {
      int moved = filled;
      start = 0;
      filled = 0;
      return moved;
    }
    if (filled < buffer.length) {
      return 0;
    }
    if (start == 0) {
      buffer =
          Arrays.copyOf(buffer, (int) Math.min(buffer.length * 2L, longest + (long) FIRST_SIZE));
      return 0;
    }
    int moved = start;
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    filled -= moved;
    start = 0;
    return moved;
  }

  private boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (buffer[i] > ' ' || buffer[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** The bytes among which the line is. */
  public byte[] buffer() {
    return buffer;
  }

  /** Where the line begins. */
  public int offset() {
    return start;
  }

  /** How many bytes it has, its end not counted. */
  public int length() {
    return end - start;
  }

  /** Which line it is, from 1; empty ones count. */
  public long number() {
    return number;
  }

  /** Whether the line was longer than is allowed; then its content is gone. */
  public boolean isTooLong() {
    return tooLong;
  }

  /** How many bytes have been read. */
  public long read() {
    return read;
  }
}
