package dev.pitwall.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  @TempDir private Path folder;

  private static List<String> stormy() {
    Telemetry telemetry = new Telemetry("crew");
    telemetry.span(
        "t",
        1,
        0,
        0,
        60,
        Map.of("gen_ai.operation.name", "invoke_agent", "gen_ai.agent.name", "writer"));
    for (int i = 0; i < 30; i++) {
      telemetry.span(
          "t",
          10 + i,
          1,
          1 + i * 0.2,
          1.1 + i * 0.2,
          Map.of(
              "gen_ai.operation.name",
              "chat",
              "gen_ai.request.model",
              "gpt-4o",
              "gen_ai.provider.name",
              "openai",
              "error.type",
              "500"));
    }
    return telemetry.lines();
  }

  @Test
  void findingsAreNoFailureUnlessAskedFor() throws IOException {
    assertThat(Played.of(folder, stormy()).code()).isZero();
    assertThat(Played.of(folder, stormy(), "--fail-on", "warning").code()).isEqualTo(1);
    assertThat(Played.of(folder, List.of(), "--fail-on", "info").code()).isZero();
  }

  @Test
  void aMalformedLineIsNamedAndLeftOutAndTheRestIsReplayed() throws IOException {
    List<String> lines = new ArrayList<>(stormy());
    lines.add(3, "{\"resourceSpans\":[{\"secret\":");
    lines.add(5, "");
    lines.add(7, "Exception in thread");
    Played played = Played.of(folder, lines);
    assertThat(played.code()).isEqualTo(3);
    assertThat(played.types()).containsExactly("retry_storm");
    assertThat(played.err())
        .containsPattern("recording\\d+\\.jsonl, line 4: left out, it ends too early, at column 29")
        .containsPattern("recording\\d+\\.jsonl, line 8: left out, no JSON, at column \\d+")
        .contains("2 lines left out")
        .doesNotContain("secret");
  }

  @Test
  void aPackedFileIsKnownByItsContentAndNotByItsName() throws IOException {
    Path file = folder.resolve("recording.jsonl");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(String.join("\n", stormy()).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Played.of(file.toString()).types()).containsExactly("retry_storm");
  }

  @Test
  void anUnknownOptionIsNamedWithTheNearest() {
    Played played = Played.of("--confg", "x", "y");
    assertThat(played.code()).isEqualTo(2);
    assertThat(played.err()).contains("--confg is not an option. The nearest is --config.");
  }

  @Test
  void aValueThatIsNotAllowedIsNamedWithThoseThatAre() {
    assertThat(Played.of("--format", "xml", "y").err())
        .contains("--format xml: it must be one of json, text");
    assertThat(Played.of("--until", "noon", "y").err()).contains("2026-11-29T01:02:03Z");
    assertThat(Played.of("--config").err()).contains("--config needs a value");
    assertThat(Played.of().code()).isEqualTo(2);
  }

  @Test
  void aFileThatIsNotThereIsNamedBeforeAnythingIsRead() throws IOException {
    Path there = Files.write(folder.resolve("there.jsonl"), stormy());
    Played played = Played.of(there.toString(), folder.resolve("gone.jsonl").toString());
    assertThat(played.code()).isEqualTo(2);
    assertThat(played.out()).isEmpty();
    assertThat(played.err()).contains("gone.jsonl: there is no such file");
  }

  @Test
  void aMisspeltSettingIsNamedAsTheExtensionNamesIt() throws IOException {
    Path config = folder.resolve("settings.properties");
    Files.writeString(config, "pitwall.detector.loop.min-cycle=3\n");
    assertThat(Played.of(folder, stormy(), "--config", config.toString()).err())
        .contains(
            "pitwall.detector.loop.min-cycle=3 ("
                + config
                + ") is not a setting of Pitwall and has no effect."
                + " The nearest is pitwall.detector.loop.min-cycles");
  }

  @Test
  void helpSaysWhatCanBeGiven() {
    Played played = Played.of("--help");
    assertThat(played.code()).isZero();
    assertThat(played.out())
        .contains("--format", "--config", "--compare", "--until", "--fail-on", "exit code");
  }
}
