package dev.pitwall.replay.sort;

import dev.pitwall.replay.record.Observation;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Sorted observations in a temporary file. The file has no name any more once it is open, where the
 * system can do that, so that nothing is left of it however the process ends.
 */
final class SortedRun implements Iterator<Observation>, AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final FileChannel file;
  private final DataInputStream in;
  private final Codec codec = new Codec();
  private long remaining;

  private SortedRun(FileChannel file, long size) {
    this.file = file;
    this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), BUFFER));
    this.remaining = size;
  }

  /** Writes them down in the order in which they are given. */
  static SortedRun write(List<Observation> sorted) throws IOException {
    Path path = Files.createTempFile("pitwall-replay-", ".spill");
    FileChannel file =
        FileChannel.open(
            path,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
      Codec codec = new Codec();
      for (Observation observation : sorted) {
        codec.write(observation, out);
      }
      out.flush();
      file.position(0);
      return new SortedRun(file, sorted.size());
    } catch (IOException e) {
      file.close();
      throw new IOException(
          "the disk of the temporary folder does not take what memory cannot hold: "
              + e.getMessage()
              + "; another folder is given with -Djava.io.tmpdir=FOLDER before -jar",
          e);
    }
  }

  @Override
  public boolean hasNext() {
    return remaining > 0;
  }

  @Override
  public Observation next() {
    if (remaining == 0) {
      throw new NoSuchElementException();
    }
    remaining--;
    try {
      return codec.read(in);
    } catch (IOException e) {
      throw new SpillLost(e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** What was written down cannot be read again. */
  static final class SpillLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    SpillLost(Throwable cause) {
      super("a temporary file cannot be read again: " + cause.getMessage(), cause);
    }
  }
}
