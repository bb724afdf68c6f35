package dev.pitwall.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording that is far larger than the memory is sorted on disk, and found in is the same. */
class MemoryTest {

  private static final int RUNS = 1_900;
  private static final int CALLS = 40;

  @TempDir private Path folder;

  /** Runs one after the other in which nothing is wrong, and a loop in the last of them. */
  private Path recording() throws IOException {
    Path file = folder.resolve("recording.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      // The last one first: without all in order there is no loop.
      for (int run = RUNS - 1; run >= 0; run--) {
        Telemetry telemetry = new Telemetry("crew");
        String trace = "run " + run;
        double at = run * 50;
        telemetry.span(
            trace,
            1,
            0,
            at,
            at + 45,
            Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.agent.name", "writer"));
        for (int call = 0; call < CALLS; call++) {
          String result = run == RUNS - 1 ? "same" : run + " " + call;
          telemetry.span(
              trace,
              10 + call,
              1,
              at + 1 + call,
              at + 1.5 + call,
              Map.of(
                  "gen_ai.operation.name",
                  "execute_tool",
                  "gen_ai.tool.name",
                  "search",
                  "gen_ai.tool.call.arguments",
                  result,
                  "gen_ai.tool.call.result",
                  result));
        }
        for (String line : telemetry.lines()) {
          out.write(line);
          out.newLine();
        }
      }
    }
    return file;
  }

  @Test
  void sortsOnDiskWhatMemoryDoesNotHold() throws IOException, InterruptedException {
    Path file = recording();
    assertThat(Files.size(file)).isGreaterThan(48L << 20);
    Path spills = Files.createDirectory(folder.resolve("spills"));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + spills,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.pitwall.replay.Main",
                file.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor()).as(Files.readString(err)).isZero();
    assertThat(Files.readString(err))
        .containsPattern("sorted with ([3-9]|\\d\\d+) temporary files");
    List<String> findings = Files.readAllLines(out);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0)).startsWith("{\"type\":\"loop\"");
    assertThat(findings).isEqualTo(new ArrayList<>(Played.of(file.toString()).findings()));
    try (Stream<Path> left = Files.list(spills)) {
      assertThat(left).isEmpty();
    }
  }
}
