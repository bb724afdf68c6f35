package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.Usage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContextOverflowTest {

  private static final int WINDOW = 1000;

  private final Story story = new Story().begin();

  @Test
  void firesWhenGrowthHasFilledTheWindowAndGoesOn() {
    inputs(500, 600, 700, 800);
    story.tool("writer", "fetch", "a", "b");
    inputs(910);
    long critical = story.now();
    assertThat(story.opened).isEmpty();
    inputs(930);
    Finding overflow = story.opened.get(0);
    assertThat(overflow.type()).isEqualTo(FindingType.CONTEXT_OVERFLOW);
    assertThat(overflow.severity()).isEqualTo(Severity.WARNING);
    assertThat(overflow.onset()).isEqualTo(critical);
    assertThat(overflow.cause().label()).isEqualTo("agent:writer");
    assertThat(overflow.evidence())
        .isEqualTo(
            "The input of writer has grown from 500 to 930 of the 1,000 tokens that m1 can read and still grows");
  }

  @Test
  void firesAtTheBrimAtOnceAndNamesTheToolThatFilledIt() {
    inputs(510);
    story.tool("writer", "fetch", "a", "b");
    inputs(980);
    assertThat(story.opened.get(0).cause().label()).isEqualTo("tool:fetch");
  }

  @Test
  void firesForARefusalWithStandardSpansOnly() {
    story.failingModel("writer", "m1", "context_length_exceeded");
    Finding overflow = story.opened.get(0);
    assertThat(overflow.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(overflow.onset()).isEqualTo(story.now());
    assertThat(overflow.evidence()).isEqualTo("m1 refused an input of writer for its length");
  }

  @Test
  void aRefusalAfterCriticalGrowthBeganWithTheGrowth() {
    inputs(600, 700, 940);
    long critical = story.now();
    story.failingModel("writer", "m1", "context_length_exceeded");
    assertThat(story.opened.get(0).onset()).isEqualTo(critical);
  }

  @Test
  void firesWhenAContextIsShortenedAgainAndAgain() {
    long first = 0;
    for (int i = 0; i < 3; i++) {
      assertThat(story.opened).isEmpty();
      inputs(600, 800);
      compacted(500);
      first = first == 0 ? story.now() : first;
    }
    assertThat(story.opened.get(0).onset()).isEqualTo(first);
    assertThat(story.opened.get(0).evidence()).contains("was shortened 3 times");
    assertThat(story.opened.get(0).cause().label()).isEqualTo("agent:writer");
    assertThat(story.resolved).isEmpty();
  }

  @Test
  void takesAFallInsideOneOperationForACompaction() {
    for (int i = 0; i < 3; i++) {
      inputs(400, 600, 850, 300);
    }
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void endsWhenAFreshContextHolds() {
    inputs(500, 700, 910, 930);
    inputs(300, 300);
    assertThat(story.resolved).isEmpty();
    inputs(300);
    assertThat(story.resolvedAt).containsExactly(story.now());
  }

  @Test
  void aSawsToothIsNoRelief() {
    for (int i = 0; i < 6; i++) {
      inputs(500, 600, 700, 800);
      compacted(400);
    }
    assertThat(story.opened).hasSize(1);
    assertThat(story.resolved).isEmpty();
    for (int i = 0; i < 12; i++) {
      inputs(450);
    }
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void endsWithTheRun() {
    story.failingModel("writer", "m1", "context_length_exceeded").end();
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void isSilentOnAHighFillThatIsStable() {
    for (int i = 0; i < 50; i++) {
      inputs(930 + i % 3);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnAMemoryOfFixedLength() {
    inputs(500, 600, 700, 800, 880);
    for (int i = 0; i < 50; i++) {
      inputs(905 + i % 4);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnOneCompactionAndOnOneNowAndThen() {
    for (int i = 0; i < 10; i++) {
      inputs(600, 800);
      compacted(300);
      for (int j = 0; j < 25; j++) {
        inputs(300 + j);
      }
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void freshConversationsOfOneAgentAreNoCompactions() {
    for (int i = 0; i < 20; i++) {
      long operation = story.nextOperation();
      for (int input : new int[] {200, 600, 880}) {
        story.send(at -> call(operation, at, sized(input, false)));
      }
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnAShortOutputLimitAndOtherErrors() {
    for (int i = 0; i < 10; i++) {
      story.model("writer", "m1", new Usage(100, 16, null, null, null, null, WINDOW, false));
    }
    story.failingModel("writer", "m1", "max_tokens");
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnGrowthWhereTheWindowIsNotKnown() {
    for (int i = 1; i < 50; i++) {
      story.model("writer", "m1", Usage.of(1000 * i, 10));
    }
    assertThat(story.opened).isEmpty();
  }

  private void inputs(int... inputs) {
    for (int input : inputs) {
      story.model("writer", "m1", sized(input, false));
    }
  }

  private void compacted(int input) {
    story.model("writer", "m1", sized(input, true));
  }

  private static ModelEnded call(long parent, long at, Usage usage) {
    return new ModelEnded(Story.RUN, at, parent, "writer", "m1", usage, null, at - 1000, at);
  }

  private static Usage sized(@Nullable Integer input, boolean compacted) {
    return new Usage(input, 10, null, null, null, null, WINDOW, compacted);
  }
}
