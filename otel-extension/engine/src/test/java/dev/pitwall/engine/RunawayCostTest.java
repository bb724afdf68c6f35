package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Usage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunawayCostTest {

  private final Story story = new Story().only(FindingType.RUNAWAY_COST);

  @Test
  void firesWithTheCallThatPassesTheBudgetAndSaysWhoSpentIt() {
    planned(new Budget(1000, 0, 0, 0)).begin();
    spend("editor", 100);
    spend("writer", 900);
    assertThat(story.opened).isEmpty();
    spend("writer", 100);
    Finding runaway = story.opened.get(0);
    assertThat(runaway.type()).isEqualTo(FindingType.RUNAWAY_COST);
    assertThat(runaway.severity()).isEqualTo(Severity.WARNING);
    assertThat(runaway.onset()).isEqualTo(story.now());
    assertThat(runaway.cause().label()).isEqualTo("agent:writer");
    assertThat(runaway.evidence())
        .isEqualTo(
            "The run has used 1,100 tokens, 1.1 times its budget of 1,000; writer spent 91 % of it");
  }

  @Test
  void isRecordedAndGrowsCritical() {
    planned(new Budget(1000, 0, 0, 0)).begin();
    for (int i = 0; i < 30; i++) {
      spend("writer", 100);
    }
    assertThat(story.opened).hasSize(1);
    assertThat(story.updated)
        .hasSize(2)
        .last()
        .extracting(Finding::severity)
        .isEqualTo(Severity.CRITICAL);
    story.silence(Duration.ofHours(1));
    assertThat(story.resolved(FindingType.RUNAWAY_COST)).isZero();
    story.end();
    assertThat(story.resolved(FindingType.RUNAWAY_COST)).isEqualTo(1);
  }

  @Test
  void watchesCostCallsAndTimeAsWell() {
    planned(new Budget(0, 0.5, 0, 0)).begin();
    Usage priced = new Usage(1, 1, null, null, null, 0.3, null, false);
    story.model("writer", "m1", priced).model("writer", "m1", priced);
    assertThat(story.opened.get(0).evidence()).startsWith("The run has used 0.60 cost");

    Story calls = new Story();
    planned(calls, new Budget(0, 0, 3, 0)).begin();
    for (int i = 0; i < 4; i++) {
      assertThat(calls.opened).isEmpty();
      calls.model("writer", "m1", Usage.UNKNOWN);
    }
    assertThat(calls.opened.get(0).evidence()).startsWith("The run has used 4 model calls");

    Story time = new Story();
    planned(time, new Budget(0, 0, 0, 60_000)).begin();
    time.silence(Duration.ofSeconds(60));
    assertThat(time.opened).isEmpty();
    time.silence(Duration.ofSeconds(2));
    assertThat(time.opened.get(0).evidence()).startsWith("The run has used 1 min 1 s time");
  }

  @Test
  void isSilentOnWhatIsExpensiveButWithinBudget() {
    earlierRuns(30, 10);
    planned(new Budget(10_000_000, 0, 0, 0)).begin();
    for (int i = 0; i < 99; i++) {
      spend("writer", 100_000);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void saysBeforehandThatABudgetWillNotDo() {
    planned(new Budget(1000, 0, 0, 0)).begin();
    story.send(at -> new RunProgressed(Story.RUN, null, 30, 100, null, null, at));
    spend("writer", 790);
    assertThat(story.opened).isEmpty();
    spend("writer", 30);
    assertThat(story.opened.get(0).evidence())
        .startsWith(
            "The run has used 82 % of its budget of 1,000 tokens with 30 % of its plan done");
    spend("writer", 1000);
    assertThat(story.opened).hasSize(1);
    assertThat(story.updated).last().extracting(Finding::severity).isEqualTo(Severity.CRITICAL);
  }

  @Test
  void takesBackWhatItSaidBeforehandWhenProgressCatchesUp() {
    planned(new Budget(1000, 0, 0, 0)).begin();
    story.send(at -> new RunProgressed(Story.RUN, null, 30, 100, null, null, at));
    spend("writer", 820);
    story.send(at -> new RunProgressed(Story.RUN, null, 95, 100, null, null, at));
    spend("writer", 10);
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void findsWhatIsFarPastTheUsualOfTheWorkflow() {
    earlierRuns(20, 40_000);
    story.begin();
    for (int i = 0; i < 12; i++) {
      spend("writer", 10_000);
    }
    assertThat(story.opened).isEmpty();
    spend("writer", 10_000);
    spend("writer", 10_000);
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).evidence()).contains("what 95 % of earlier runs needed");
  }

  @Test
  void isSilentWithFewEarlierRunsOrBelowTheFloor() {
    earlierRuns(19, 1000);
    story.begin();
    for (int i = 0; i < 100; i++) {
      spend("writer", 10_000);
    }
    assertThat(story.opened).isEmpty();

    Story cheap = new Story();
    earlierRuns(cheap, 30, 100);
    cheap.begin();
    for (int i = 0; i < 50; i++) {
      cheap.model("writer", "m1", Usage.of(900, 100));
    }
    assertThat(cheap.opened).isEmpty();
  }

  @Test
  void isSilentOnManyTinyCallsAndOnOneLargePrompt() {
    earlierRuns(30, 10_000);
    story.begin();
    spend("writer", 900_000);
    for (int i = 0; i < 2000; i++) {
      spend("writer", 20);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void countsCallsWhereTokensAreNotKnown() {
    earlierRuns(30, 0);
    story.begin();
    for (int i = 0; i < 101; i++) {
      story.model(null, "m1", Usage.UNKNOWN);
    }
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).causes()).isNotEmpty();
  }

  private void spend(String agent, int tokens) {
    story.model(agent, "m1", Usage.of(tokens, 0));
  }

  private void earlierRuns(int runs, int tokens) {
    earlierRuns(story, runs, tokens);
  }

  private static void earlierRuns(Story story, int runs, int tokens) {
    for (int i = 0; i < runs; i++) {
      String id = "earlier-" + i;
      Usage usage = tokens == 0 ? Usage.UNKNOWN : Usage.of(tokens, 0);
      story.send(at -> new RunStarted(id, "desk", at));
      story.send(at -> new ModelEnded(id, 1, 0, "writer", "m1", usage, null, at - 1, at));
      story.send(at -> new RunEnded(id, "desk", null, at));
    }
  }

  private Story planned(Budget budget) {
    return planned(story, budget);
  }

  private static Story planned(Story story, Budget budget) {
    return story.send(
        at -> new RunPlanned(Story.RUN, "desk", "h", 0, false, List.of(), 0, budget, at));
  }
}
