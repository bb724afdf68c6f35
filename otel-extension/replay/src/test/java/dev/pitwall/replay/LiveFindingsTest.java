package dev.pitwall.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The replay of what live runs have exported finds what was found live. The recording is of {@code
 * node tools/faults.mjs}: jobs of the publishing desk with every fault that it has, beside healthy
 * ones, at full sampling; what was found live is in its workflow log.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveFindingsTest {

  private static final Path FOLDER = Path.of("src/test/resources/dev/pitwall/replay");
  private static final Path RECORDING = FOLDER.resolve("faults.jsonl.gz");
  // The live engine looks at the time about once a second, at moments of its own.
  private static final long A_LOOK = 1_500;
  private static final long CLOCKS = 50;

  private final List<LiveFinding> live = new ArrayList<>();
  private final List<LiveFinding> replayed = new ArrayList<>();

  @BeforeAll
  void replay(@TempDir Path folder) throws IOException {
    Path prices = folder.resolve("prices.csv");
    Files.copy(Path.of("../../sample-agents/prices.csv"), prices);
    Path settings = folder.resolve("faults.properties");
    Files.writeString(
        settings,
        Files.readString(FOLDER.resolve("faults.properties")) + "pitwall.prices.file=" + prices);
    Played played = Played.of("--config", settings.toString(), RECORDING.toString());
    assertThat(played.code()).isZero();
    for (String line : played.findings()) {
      replayed.add(LiveFinding.replayed(line));
    }
    live.addAll(LiveFinding.live(RECORDING));
    assertThat(live).hasSizeGreaterThan(30);
  }

  /** The runs in which locks of the JVM were the trouble. */
  private Set<String> runsOfTheJvm() {
    return live.stream()
        .filter(LiveFinding::isOfTheJvm)
        .map(LiveFinding::run)
        .collect(Collectors.toSet());
  }

  private static List<String> keys(List<LiveFinding> findings, Set<String> without) {
    return findings.stream()
        .filter(finding -> !without.contains(finding.run()))
        .map(LiveFinding::key)
        .sorted()
        .toList();
  }

  @Test
  void findsWhatWasFoundLiveAndNothingElse() {
    Set<String> jvm = runsOfTheJvm();
    assertThat(keys(replayed, jvm)).isEqualTo(keys(live, jvm));
  }

  @Test
  void findsItForTheSameReasonsAndAtTheSameTime() {
    List<LiveFinding> rest = new ArrayList<>(replayed);
    for (LiveFinding was : live) {
      rest.stream()
          .filter(now -> now.key().equals(was.key()))
          .findFirst()
          .ifPresent(
              now -> {
                rest.remove(now);
                assertThat(now.onset()).as(was.key()).isCloseTo(was.onset(), within(CLOCKS));
                assertThat(now.detected()).as(was.key()).isCloseTo(was.detected(), within(A_LOOK));
                assertThat(now.resolved()).as(was.key()).isCloseTo(was.resolved(), within(A_LOOK));
                was.causes()
                    .forEach(
                        (cause, score) ->
                            assertThat(now.causes().get(cause))
                                .as(was.key() + " " + cause)
                                .isCloseTo(score, within(0.05)));
              });
    }
  }

  @Test
  void whatOnlyTheJvmCouldKnowIsWhatIsMissing() {
    List<LiveFinding> missing =
        live.stream()
            .filter(was -> replayed.stream().noneMatch(now -> now.key().equals(was.key())))
            .toList();
    assertThat(missing).isNotEmpty().allMatch(LiveFinding::isOfTheJvm);
    assertThat(missing).extracting(LiveFinding::type).containsOnly("deadlock", "contention");
  }

  @Test
  void everyTypeOfFindingButThoseIsInTheRecording() {
    assertThat(replayed)
        .extracting(LiveFinding::type)
        .contains(
            "activity_after_stop",
            "approval_bypassed",
            "bottleneck",
            "context_overflow",
            "duplicate_work",
            "handoff_lost",
            "loop",
            "milestone_at_risk",
            "orphaned_task",
            "ping_pong",
            "quality_regression",
            "rate_limited",
            "retry_storm",
            "runaway_cost",
            "stall",
            "straggler",
            "unauthorized_run");
  }
}
