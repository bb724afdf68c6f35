package dev.pitwall.agent.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.agent.settings.DurableLogSettings;
import dev.pitwall.log.Entry;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DurableLogTest {

  @RegisterExtension
  static final OpenTelemetryExtension telemetry = OpenTelemetryExtension.create();

  @Test
  void keepsWhatSomebodyMayHaveToAnswerForAndNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("log.jsonl");
    DurableLog log = open(file, 1 << 20);
    log.accept(entry("pitwall.approval.decided", 1));
    log.accept(entry("pitwall.handoff.offered", 2));
    log.accept(entry("pitwall.emergency_stop.engaged", 3));
    log.close();
    assertThat(Files.readAllLines(file))
        .hasSize(2)
        .anyMatch(line -> line.contains("approval.decided"))
        .anyMatch(line -> line.contains("emergency_stop.engaged"));
  }

  @Test
  void goesOnWhereAnEarlierProcessEnded(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("log.jsonl");
    for (int process = 0; process < 3; process++) {
      DurableLog log = open(file, 1 << 20);
      log.accept(entry("pitwall.run.authorized", process));
      log.close();
    }
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void beginsANewFileWhenOneIsFullAndKeepsTheYoungest(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("log.jsonl");
    for (int i = 0; i < 6; i++) {
      DurableLog log = open(file, 10);
      log.accept(entry("pitwall.run.revoked", i));
      log.close();
    }
    assertThat(List.of(file, folder.resolve("log.jsonl.1"), folder.resolve("log.jsonl.2")))
        .allSatisfy(kept -> assertThat(Files.readAllLines(kept)).hasSize(1));
    assertThat(Files.readString(file)).contains("\"n\":5");
    assertThat(folder.resolve("log.jsonl.3")).doesNotExist();
  }

  @Test
  void countsWhatCannotBeWrittenAndGoesOn(@TempDir Path folder) {
    DurableLog log = open(folder.resolve("missing").resolve("log.jsonl"), 10);
    log.accept(entry("pitwall.run.revoked", 1));
    log.close();
    assertThat(
            telemetry.getMetrics().stream()
                .filter(metric -> metric.getName().equals("pitwall.signals.dropped"))
                .flatMap(metric -> metric.getLongSumData().getPoints().stream())
                .mapToLong(LongPointData::getValue)
                .sum())
        .isEqualTo(1);
  }

  private static DurableLog open(Path file, long maxBytes) {
    return DurableLog.open(
        file,
        new DurableLogSettings(file, maxBytes, 2),
        new Instruments(telemetry.getOpenTelemetry().getMeter("test")));
  }

  private static Entry entry(String event, long n) {
    return new Entry(event, "r1", "desk", n, Map.of("n", n));
  }
}
