package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.detector.StallSettings;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.signal.RunStarted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A workflow may have thresholds of its own. */
class WorkflowThresholdsTest {

  private static final long MINUTE = 60_000;

  private final List<String> stalled = new ArrayList<>();

  private static DetectorSettings silence(int minutes) {
    StallSettings usual = StallSettings.DEFAULT;
    return DetectorSettings.DEFAULTS.with(
        new StallSettings(
            Duration.ofMinutes(minutes),
            Duration.ofMinutes(minutes),
            Duration.ofHours(3),
            usual.floor(),
            usual.factor()));
  }

  private Engine engine(EngineSettings settings) {
    return new Engine(
        settings,
        new EngineListener() {
          @Override
          public void evictedRun(String run) {}

          @Override
          public void progressed(String run, int completed, int total) {}

          @Override
          public void opened(Finding finding) {
            stalled.add(finding.workflow());
          }

          @Override
          public void resolved(Finding finding, long at) {}
        });
  }

  @Test
  void runsOfAWorkflowAreJudgedByItsOwn() {
    Engine engine =
        engine(
            new EngineSettings(
                10, Duration.ofDays(1), silence(5), Map.of("Deep-Research", silence(60))));
    engine.accept(new RunStarted("r1", "desk", MINUTE));
    engine.accept(new RunStarted("r2", "deep_research", MINUTE));
    for (int minute = 2; minute < 30; minute++) {
      engine.tick(minute * MINUTE);
    }
    assertThat(stalled).containsExactly("desk");
    for (int minute = 30; minute < 90; minute++) {
      engine.tick(minute * MINUTE);
    }
    assertThat(stalled).containsExactly("desk", "deep_research");
  }

  @Test
  void whatIsDueNextIsKnown() {
    Engine engine = engine(new EngineSettings(10, Duration.ofDays(1), silence(5)));
    assertThat(engine.nextTickAt()).isEqualTo(Long.MAX_VALUE);
    engine.accept(new RunStarted("r1", "desk", MINUTE));
    long due = engine.nextTickAt();
    engine.tick(due - 1);
    assertThat(stalled).isEmpty();
    // Whoever always skips to what is due finds what the one finds who looks every second.
    while (stalled.isEmpty() && due < 30 * MINUTE) {
      engine.tick(due);
      due = engine.nextTickAt();
    }
    assertThat(stalled).containsExactly("desk");
  }
}
