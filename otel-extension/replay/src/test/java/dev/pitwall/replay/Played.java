package dev.pitwall.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command said.
 *
 * @param code its exit code
 * @param out its standard output
 * @param err its standard error
 */
record Played(int code, String out, String err) {

  /** The command with these arguments, in this JVM. */
  static Played of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            arguments);
    return new Played(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The command over a file of these lines. */
  static Played of(Path folder, List<String> lines, String... options) throws IOException {
    Path file = Files.createTempFile(folder, "recording", ".jsonl");
    Files.write(file, lines);
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(file.toString());
    return of(arguments.toArray(String[]::new));
  }

  /** The findings, a line each. */
  List<String> findings() {
    return out.lines().toList();
  }

  /** The types of the findings. */
  List<String> types() {
    return findings().stream().flatMap(line -> field(line, "type")).toList();
  }

  /** The text of a field in a line. */
  static Stream<String> field(String line, String name) {
    int at = line.indexOf("\"" + name + "\":\"");
    if (at < 0) {
      return Stream.empty();
    }
    int from = at + name.length() + 4;
    return Stream.of(line.substring(from, line.indexOf('"', from)));
  }
}
