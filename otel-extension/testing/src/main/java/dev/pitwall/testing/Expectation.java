package dev.pitwall.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.util.diff.DiffUtils;
import org.jspecify.annotations.Nullable;

/**
 * What must be seen of a conversation, as recorded beside it. A framework that cannot give the same
 * has a recording of its own, {@code expected/<conversation>.txt} on its class path, whose first
 * line says why.
 */
final class Expectation {

  private static final String WHY = "# differs: ";

  // The folder of this kit's recordings, if they are to be written anew.
  private static final @Nullable String RECORD = System.getProperty("pitwall.contract.record");

  private Expectation() {}

  /** Fails, with what is missing and what is too much, unless it was recorded so. */
  static void check(String conversation, List<String> seen) throws IOException {
    String own = read("/expected/" + conversation + ".txt");
    if (own != null && !own.startsWith(WHY)) {
      throw new AssertionError(
          "expected/%s.txt must begin with '%s' and the reason".formatted(conversation, WHY));
    }
    if (own == null && RECORD != null) {
      Files.writeString(Path.of(RECORD, conversation + ".txt"), String.join("\n", seen) + "\n");
      return;
    }
    String expected = own != null ? own : read("/conversations/" + conversation + ".txt");
    if (expected == null) {
      throw new AssertionError(
          "%s.txt is missing; seen was:\n%s".formatted(conversation, String.join("\n", seen)));
    }
    List<String> lines = expected.lines().filter(line -> !line.startsWith(WHY)).toList();
    List<String> stripped = String.join("\n", seen).lines().toList();
    if (!lines.equals(stripped)) {
      throw new AssertionError(
          "other telemetry than recorded in %s.txt:\n%s"
              .formatted(conversation, diff(lines, stripped)));
    }
  }

  /** The same without sampling: metrics and events as recorded, no word of spans. */
  static void checkUnsampled(String conversation, List<String> metrics, List<String> events)
      throws IOException {
    String own = read("/expected/" + conversation + ".txt");
    String recorded = own != null ? own : read("/conversations/" + conversation + ".txt");
    if (recorded == null) {
      throw new AssertionError(conversation + ".txt is missing");
    }
    List<String> expected =
        recorded
            .substring(recorded.indexOf("# metrics"))
            .lines()
            .map(line -> line.replaceFirst("} under .*", "}"))
            .filter(line -> !line.isEmpty() && !line.equals("none") && !line.startsWith("#"))
            .toList();
    List<String> seen = Stream.concat(metrics.stream(), events.stream()).toList();
    if (!expected.equals(seen)) {
      throw new AssertionError(
          "unsampled, other metrics or events than recorded in %s.txt:\n%s"
              .formatted(conversation, diff(expected, seen)));
    }
  }

  /** The lines that are missing (-) and too much (+), with some around them. */
  static String diff(List<String> expected, List<String> seen) {
    return String.join(
        "\n",
        DiffUtils.generateUnifiedDiff(
            "expected", "seen", expected, DiffUtils.diff(expected, seen), 4));
  }

  private static @Nullable String read(String resource) throws IOException {
    try (InputStream file = Expectation.class.getResourceAsStream(resource)) {
      return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
