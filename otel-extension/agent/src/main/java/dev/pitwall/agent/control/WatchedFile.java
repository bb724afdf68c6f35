package dev.pitwall.agent.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small text file that an operator changes while the service runs. It is read whole on every
 * look: links are swapped under mounted files, and times of files lie.
 */
final class WatchedFile {

  private static final long MAX_BYTES = 1 << 20;

  private final Path path;
  private @Nullable List<String> last;
  private boolean missing;

  WatchedFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** Whether the last look found no readable file. */
  boolean isMissing() {
    return missing;
  }

  /** The lines, or null if they are what they were at the last look; none of a missing file. */
  @Nullable List<String> readIfChanged() {
    boolean wasMissing = missing;
    List<String> now = read();
    boolean changed = last == null || missing != wasMissing || !now.equals(last);
    last = now;
    return changed ? now : null;
  }

  private List<String> read() {
    try {
      missing = !Files.isRegularFile(path) || Files.size(path) > MAX_BYTES;
      return missing ? List.of() : Files.readAllLines(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      missing = true;
      return List.of();
    }
  }
}
