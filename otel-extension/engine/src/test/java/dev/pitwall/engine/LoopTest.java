package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.engine.signal.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopTest {

  private final Story story = new Story().begin();

  @Test
  void opensAtTheFifthEqualCallAndSaysWhoWhatAndSinceWhen() {
    equalCalls(4);
    assertThat(story.opened).isEmpty();
    equalCalls(1);

    assertThat(story.opened).hasSize(1);
    Finding loop = story.opened.get(0);
    assertThat(loop.type()).isEqualTo(FindingType.LOOP);
    assertThat(loop.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(loop.agent()).isEqualTo("researcher");
    assertThat(loop.causes())
        .extracting(Cause::label)
        .containsExactly("agent:researcher", "tool:search");
    assertThat(loop.evidence()).contains("researcher repeats search").contains("5 steps");
    // The run began at second 1, the first call was at 2, the first repetition at 3.
    assertThat(loop.onset()).isEqualTo(3000);
    assertThat(loop.openedAt()).isEqualTo(6000);
  }

  @Test
  void isOneFindingHoweverLongItLasts() {
    equalCalls(50);
    assertThat(story.opened).hasSize(1);
    assertThat(story.resolved).isEmpty();
  }

  @Test
  void endsWithADifferentCourse() {
    equalCalls(6);
    story.tool("researcher", "search", "other", "other answer");
    assertThat(story.resolved).containsExactly("run-1-1");
    assertThat(story.resolvedAt).containsExactly(story.now());
  }

  @Test
  void endsWithANewArtifact() {
    equalCalls(6);
    story.artifact("researcher", 0, "notes", "v1");
    assertThat(story.resolved).containsExactly("run-1-1");
  }

  @Test
  void endsWithTheRun() {
    equalCalls(6);
    story.end();
    assertThat(story.resolved).containsExactly("run-1-1");
    assertThat(story.engine.runs(0)).isEmpty();
  }

  @Test
  void opensAgainWhenTheAgentFallsBack() {
    equalCalls(6);
    story.tool("researcher", "search", "other", "other answer");
    equalCalls(5);
    assertThat(story.opened).extracting(Finding::id).containsExactly("run-1-1", "run-1-2");
  }

  @Test
  void findsACycleOfSeveralTools() {
    for (int i = 0; i < 3; i++) {
      story.tool("researcher", "search", "a", "r1").tool("researcher", "fetch", "b", "r2");
    }
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).evidence()).contains("search → fetch");
  }

  @Test
  void findsAReviewThatDoesNotMove() {
    long review = story.workflow("review", 0, Shape.Kind.LOOP, 2, 100);
    story.artifact("writer", review, "draft", "v1");
    for (int i = 0; i < 4; i++) {
      story.member("critic", review, "0.4").artifact("critic", review, "score", "0.4");
      story.member("editor", review, "same").artifact("editor", review, "draft", "v1");
    }
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).subject()).isEqualTo("critic → editor");
  }

  @Test
  void staysSilentOnAReviewWhoseScoreMoves() {
    long review = story.workflow("review", 0, Shape.Kind.LOOP, 2, 100);
    for (int i = 0; i < 20; i++) {
      story.member("critic", review, "ok").artifact("critic", review, "score", "0." + i);
      story.member("editor", review, "ok").artifact("editor", review, "draft", "v" + i);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnPollingWhoseAnswersChange() {
    for (int i = 0; i < 100; i++) {
      story.tool("researcher", "status", "job-7", "done " + i);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnPages() {
    for (int i = 0; i < 100; i++) {
      story.tool("researcher", "list", "page " + i, "no hits");
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnAFewEqualLookUps() {
    equalCalls(3);
    story.tool("researcher", "fetch", "x", "y");
    equalCalls(3);
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentWhenEveryCallLeavesSomethingNew() {
    for (int i = 0; i < 50; i++) {
      story.tool("writer", "append", "next", "ok").artifact("writer", 0, "draft", "v" + i);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void writingTheSameAgainIsNothingNew() {
    for (int i = 0; i < 5; i++) {
      story.tool("writer", "append", "next", "ok").artifact("writer", 0, "draft", "v1");
    }
    // The first write was new, so the course began after it.
    assertThat(story.opened).isEmpty();
    story.tool("writer", "append", "next", "ok");
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void failingCallsAreAnotherKindOfTrouble() {
    for (int i = 0; i < 50; i++) {
      story.failingTool("researcher", "search", "tea");
    }
    assertThat(story.opened(FindingType.LOOP)).isEmpty();
  }

  @Test
  void agentsThatShareAToolDoNotAddUp() {
    for (int i = 0; i < 4; i++) {
      story.tool("a", "search", "tea", "none").tool("b", "search", "tea", "none");
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void anotherAgentsArtifactDoesNotHideALoop() {
    for (int i = 0; i < 5; i++) {
      equalCalls(1);
      story.artifact("writer", 0, "draft", "v" + i);
    }
    assertThat(story.opened).hasSize(1);
  }

  private void equalCalls(int times) {
    for (int i = 0; i < times; i++) {
      story.tool("researcher", "search", "tea", "none");
    }
  }

  @Test
  void saysMoreSeldomWhileItLasts() {
    equalCalls(100);
    assertThat(story.updated).hasSize(4);
    assertThat(story.updated.get(3).evidence()).contains("65 steps");
  }

  @Test
  void endsWithACompletedTaskWithProgressAndWithAScoreThatMoves() {
    equalCalls(6);
    story.send(at -> new TaskStarted(Story.RUN, "t1", "researcher", at));
    story.send(at -> new TaskEnded(Story.RUN, "t1", TaskEnded.Result.COMPLETED, null, at));
    equalCalls(6);
    story.send(at -> new RunProgressed(Story.RUN, null, 3, 10, null, null, at));
    equalCalls(6);
    story.send(at -> new Evaluated(Story.RUN, 0, "researcher", "quality", 0.4, 0.4, at));
    assertThat(story.opened).hasSize(3);
    assertThat(story.resolved).hasSize(3);
  }

  @Test
  void anAgentThatIsCalledAgainAndAgainWithEqualInputAndOutputLoops() {
    for (int i = 0; i < 5; i++) {
      story.invocation("status", 0, "same input", "not yet");
    }
    assertThat(story.opened(FindingType.LOOP)).hasSize(1);
    assertThat(story.opened(FindingType.LOOP).get(0).agent()).isEqualTo("status");
  }

  @Test
  void staysSilentOnAClassifierThatGivesManyTextsOneLabel() {
    for (int i = 0; i < 50; i++) {
      story.invocation("classifier", 0, "text " + i, "positive").member("tagger", 0, "positive");
    }
    long batch = story.workflow("batch", 0, Shape.Kind.PARALLEL, 50, 1);
    for (int i = 0; i < 50; i++) {
      story.member("classifier", batch, "positive");
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void staysSilentOnAVote() {
    long votes = story.workflow("votes", 0, Shape.Kind.PARALLEL, 9, 1);
    for (int i = 0; i < 9; i++) {
      story.invocation("judge", votes, "case", "guilty");
    }
    assertThat(story.opened(FindingType.LOOP)).isEmpty();
  }

  @Test
  void findsEqualEmptyHandedStepsLater() {
    for (int i = 0; i < 8; i++) {
      story.tool("researcher", "lookup", "tea", null);
    }
    assertThat(story.opened).isEmpty();
    // The first call may have been one whose hashes are not known.
    story.tool("researcher", "search", "x", "y");
    for (int i = 0; i < 9; i++) {
      story.tool("researcher", "lookup", "tea", null);
    }
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).severity()).isEqualTo(Severity.WARNING);
  }

  @Test
  void withStandardSpansOnlyEqualGrowthTells() {
    int input = 100;
    for (int i = 0; i < 9; i++) {
      story.tool("researcher", "search", "", null);
      story.model("researcher", "m1", Usage.of(input += 250, 40));
    }
    assertThat(story.opened).isEmpty();
    story.tool("researcher", "search", "", null);
    story.model("researcher", "m1", Usage.of(input + 250, 40));
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).severity()).isEqualTo(Severity.WARNING);
    assertThat(story.opened.get(0).evidence()).contains("empty or of equal length");
  }

  @Test
  void withStandardSpansOnlyPagesOfDifferentLengthAndFreshConversationsAreNoLoop() {
    int input = 100;
    for (int i = 0; i < 50; i++) {
      story.tool("researcher", "list", "", null);
      story.model("researcher", "m1", Usage.of(input += 250 + i * i % 101, 40));
      story.tool("tagger", "look", "", null).model("tagger", "m1", Usage.of(20, 5));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void suspectsAToolThatGivesEverybodyTheSameAnswer() {
    for (String question : List.of("a", "b", "c", "d")) {
      story.tool("researcher", "search", question, "none");
      story.tool("writer", "search", "w" + question, "none");
    }
    equalCalls(5);
    assertThat(story.opened.get(0).cause().label()).isEqualTo("tool:search");
  }

  @Test
  void blamesTheMemberThatRepeatedItselfFirst() {
    long review = story.workflow("review", 0, Shape.Kind.LOOP, 2, 100);
    story.member("editor", review, "first draft").member("critic", review, "too long");
    for (int i = 0; i < 4; i++) {
      story.member("editor", review, "same").member("critic", review, "too long");
    }
    assertThat(story.opened(FindingType.LOOP).get(0).cause().label()).isEqualTo("agent:critic");
  }
}
