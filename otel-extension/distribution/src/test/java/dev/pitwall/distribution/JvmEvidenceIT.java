package dev.pitwall.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What the JVM under an application has to do with findings, in the real agent. */
class JvmEvidenceIT {

  private static final String APPLICATION = "dev.pitwall.distribution.app.StuckApp";

  @Test
  void twoAgentsThatHoldEachOthersLocksAreADeadlockOfTheseLocks()
      throws IOException, InterruptedException {
    Attached stuck =
        run("\"stringValue\":\"deadlock\"", "locks", "-Dpitwall.detector.deadlock.persistence=2s");
    JsonNode deadlock = opened(stuck, "deadlock");
    assertThat(Attached.attribute(deadlock, "pitwall.finding.subject"))
        .contains("writer", "editor");
    assertThat(causes(deadlock))
        .anyMatch(cause -> cause.startsWith("resource:ReentrantLock@"))
        .anyMatch(cause -> cause.startsWith("resource:StuckApp$Desk@"));
    assertThat(causes(deadlock).get(0)).startsWith("resource:");
    assertThat(Attached.attribute(deadlock, "pitwall.finding.evidence"))
        .contains("wait for one another in a circle");
  }

  @Test
  void aFullHeapItsCollectionsAndABusyPoolAreCausesOfAStall()
      throws IOException, InterruptedException {
    Attached stuck =
        run(
            "jvm:pool",
            "pressure",
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
            "-Dpitwall.detector.stall.call=5s",
            "-Dpitwall.detector.stall.floor=1s");
    JsonNode stall =
        stuck.events().stream()
            .filter(event -> causes(event).stream().anyMatch(cause -> cause.contains("jvm:pool")))
            .findFirst()
            .orElseThrow();
    assertThat(Attached.attribute(stall, "pitwall.finding.type")).isEqualTo("stall");
    assertThat(causes(stall).get(0)).isEqualTo("jvm:pool ForkJoinPool.commonPool=0.9");
    assertThat(causes(stall))
        .anyMatch(cause -> cause.startsWith("jvm:gc MarkSweepCompact="))
        .anyMatch(cause -> cause.startsWith("jvm:heap Tenured Gen="))
        .anyMatch(cause -> cause.startsWith("tool:search="));
    assertThat(Attached.attribute(stall, "pitwall.finding.evidence"))
        .contains("of its time in collections of MarkSweepCompact");
    assertThat(Attached.attribute(stall, "pitwall.finding.recommendation"))
        .contains("an executor of their own");
  }

  private static Attached run(String until, String mode, String... more)
      throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(Attached.flags(Attached.NEWEST));
    flags.addAll(List.of(more));
    Attached stuck =
        Attached.runUntil(
            until, flags, List.of("-cp", Attached.applicationClassPath(), APPLICATION, mode));
    assertThat(stuck.exit()).isZero();
    assertThat(stuck.log()).noneMatch(line -> line.contains("Pitwall failed"));
    return stuck;
  }

  private static JsonNode opened(Attached stuck, String type) {
    return stuck.events().stream()
        .filter(event -> event.path("eventName").asText().equals("pitwall.finding.opened"))
        .filter(event -> Attached.attribute(event, "pitwall.finding.type").equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> causes(JsonNode event) {
    for (JsonNode attribute : event.path("attributes")) {
      if (attribute.path("key").asText().equals("pitwall.finding.causes")) {
        JsonNode values = attribute.path("value").path("arrayValue").path("values");
        return StreamSupport.stream(values.spliterator(), false)
            .map(value -> value.path("stringValue").asText())
            .toList();
      }
    }
    return List.of();
  }
}
