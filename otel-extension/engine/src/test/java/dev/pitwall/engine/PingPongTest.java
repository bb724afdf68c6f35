package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.finding.Severity;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered.Mode;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.engine.signal.WorkflowEnded;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PingPongTest {

  private final Story story = new Story().only(FindingType.PING_PONG, FindingType.LOOP).begin();
  private int handoffs;

  @Test
  void firesWhenControlPassesBackAndForthAndNothingIsFinished() {
    pass("sales", "support");
    pass("support", "sales");
    long firstReturn = story.now() - 1000;
    pass("sales", "support");
    pass("support", "sales");
    assertThat(story.opened).isEmpty();
    pass("sales", "support");
    Finding pingPong = story.opened.get(0);
    assertThat(pingPong.type()).isEqualTo(FindingType.PING_PONG);
    assertThat(pingPong.severity()).isEqualTo(Severity.WARNING);
    assertThat(pingPong.subject()).isEqualTo("sales ↔ support");
    assertThat(pingPong.onset()).isEqualTo(firstReturn);
    assertThat(pingPong.cause().label()).isEqualTo("edge:sales → support");
    assertThat(pingPong.evidence())
        .isEqualTo(
            "Control went back and forth between sales and support, 4 returns in 6 s, and nothing was finished in between");
  }

  @Test
  void findsItThroughARouterThatHearsTheSameEachTime() {
    long desk = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 2, 1);
    for (int i = 0; i < 4; i++) {
      routed(desk, "sales", "ask support");
      routed(desk, "support", "ask sales");
    }
    assertThat(story.opened).extracting(Finding::type).containsExactly(FindingType.PING_PONG);
    assertThat(story.opened.get(0).cause().label()).isEqualTo("agent:chief");
    assertThat(story.opened.get(0).evidence()).contains("through chief");
    // The members' equal outputs are a loop as well, but that is only how it looks from inside.
    assertThat(story.updated).last().extracting(Finding::evidence).asString().contains("loop");
  }

  @Test
  void membersThatRepeatThemselvesInATeamThatIsSentToAndFroAreOnlyASymptom() {
    long chief = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 2, 1);
    for (int i = 0; i < 6; i++) {
      team(chief, "facts");
      routed(chief, "writer", "draft");
    }
    assertThat(story.opened).extracting(Finding::type).contains(FindingType.PING_PONG);
    assertThat(story.updated).last().extracting(Finding::type).isEqualTo(FindingType.PING_PONG);
    assertThat(story.updated)
        .last()
        .extracting(Finding::evidence)
        .asString()
        .contains("loop of researcher");
  }

  @Test
  void aTeamThatLeavesSomethingNewBehindHasFinishedSomething() {
    long chief = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 2, 1);
    for (int i = 0; i < 8; i++) {
      team(chief, "facts " + i);
      routed(chief, "writer", "draft");
    }
    assertThat(story.opened).extracting(Finding::type).doesNotContain(FindingType.PING_PONG);
  }

  // A team says nothing itself; its members leave something behind.
  private void team(long chief, String facts) {
    String id = "h" + ++handoffs;
    story.handoff(id, "chief", "team", Mode.RETURN_TO_CALLER);
    long team = story.workflow("team", chief, Shape.Kind.PARALLEL, 1, 1);
    story.tool("researcher", "search", "topic", "article");
    story.invocation("researcher", team, "topic", facts);
    story.artifact("researcher", team, "facts", facts);
    story.send(at -> new WorkflowEnded(Story.RUN, team, chief, "team", null, at));
    story.send(at -> new HandoffEnded(Story.RUN, id, "chief", "team", team, null, at));
  }

  @Test
  void findsRepeatedRejections() {
    for (int i = 0; i < 4; i++) {
      String id = "h" + i;
      story.handoff(id, "sales", "support", Mode.RETURN_TO_CALLER);
      story.send(at -> new HandoffRejected(Story.RUN, id, "sales", "support", "not mine", at));
    }
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).cause().label()).isEqualTo("edge:sales → support");
    assertThat(story.opened.get(0).evidence()).endsWith("was refused again and again");
  }

  @Test
  void findsThreePartiesInACircle() {
    for (int i = 0; i < 3; i++) {
      pass("a", "b");
      pass("b", "c");
      pass("c", "a");
    }
    assertThat(story.opened.get(0).subject()).isEqualTo("a → b → c");
  }

  @Test
  void withStandardSpansOnlyItTakesMoreReturns() {
    long first = story.nextOperation();
    for (int i = 0; i < 7; i++) {
      assertThat(story.opened).isEmpty();
      story.invocation("sales", first, null, null).invocation("support", first, null, null);
    }
    assertThat(story.opened).hasSize(1);
    assertThat(story.opened.get(0).causes()).extracting(Cause::kind).containsOnly("agent");
    assertThat(story.opened.get(0).evidence()).endsWith("no task or artifact was finished");
  }

  @Test
  void findsInvocationsThatLieInsideEachOther() {
    long around = 0;
    for (int i = 0; i < 7; i++) {
      long parent = around;
      long operation = story.nextOperation();
      String agent = i % 2 == 0 ? "sales" : "support";
      story.send(at -> new AgentStarted(Story.RUN, operation, parent, agent, null, at));
      around = operation;
    }
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void endsWhenWorkIsFinished() {
    exchanges(6);
    story.artifact("sales", 0, "offer", "v1");
    assertThat(story.resolvedAt).containsExactly(story.now());
  }

  @Test
  void endsWhenControlGoesElsewhere() {
    exchanges(6);
    pass("sales", "manager");
    assertThat(story.resolved).hasSize(1);
  }

  @Test
  void endsWhenNothingComesBackAndWithTheRun() {
    exchanges(6);
    story.silence(Duration.ofMinutes(11));
    assertThat(story.resolved(FindingType.PING_PONG)).isEqualTo(1);
    exchanges(6);
    story.end();
    assertThat(story.resolved(FindingType.PING_PONG)).isEqualTo(2);
  }

  @Test
  void isSilentWhereEachLegFinishesSomething() {
    for (int i = 0; i < 20; i++) {
      pass("writer", "critic");
      story.artifact("critic", 0, "review", "r" + i);
      pass("critic", "writer");
      story.artifact("writer", 0, "draft", "v" + i);
    }
    for (int i = 0; i < 20; i++) {
      String task = "t" + i;
      pass("writer", "critic");
      story.send(at -> new TaskStarted(Story.RUN, task, "critic", at));
      story.send(at -> new TaskEnded(Story.RUN, task, TaskEnded.Result.COMPLETED, null, at));
      pass("critic", "writer");
    }
    for (int i = 0; i < 20; i++) {
      int done = i;
      pass("writer", "critic");
      pass("critic", "writer");
      story.send(at -> new RunProgressed(Story.RUN, null, done, 20, null, null, at));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnARouterThatHearsSomethingNewEachTime() {
    long desk = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 2, 1);
    for (int i = 0; i < 30; i++) {
      routed(desk, "researcher", "fact " + i);
      routed(desk, "writer", "text " + i);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnACourseThatMovesOn() {
    for (String next : new String[] {"b", "c", "d", "e", "f", "g"}) {
      pass("a", next);
      pass(next, "a");
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnARefusalThatIsRoutedElsewhere() {
    for (int i = 0; i < 6; i++) {
      String id = "h" + i;
      String target = "worker-" + i;
      story.handoff(id, "sales", target, Mode.RETURN_TO_CALLER);
      story.send(at -> new HandoffRejected(Story.RUN, id, "sales", target, "busy", at));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnWhatIsDeclaredToGoRound() {
    long review = story.workflow("review", 0, Shape.Kind.LOOP, 2, 50);
    for (int i = 0; i < 20; i++) {
      for (String member : new String[] {"critic", "editor"}) {
        String id = "h" + ++handoffs;
        story.handoff(id, "review", member, Mode.RETURN_TO_CALLER).accepted(id, "review", member);
        story.member(member, review, null).handoffEnds(id, "review", member, null);
      }
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnAFanOutToTheSameWorkers() {
    for (int i = 0; i < 10; i++) {
      for (String worker : new String[] {"a", "b"}) {
        story.handoff(worker + i, "chief", worker, Mode.RETURN_TO_CALLER);
      }
      for (String worker : new String[] {"a", "b"}) {
        story.accepted(worker + i, "chief", worker).handoffEnds(worker + i, "chief", worker, null);
      }
    }
    for (int i = 0; i < 20; i++) {
      long one = story.nextOperation();
      long two = story.nextOperation();
      story.send(at -> new AgentStarted(Story.RUN, one, 0, "a", null, at));
      story.send(at -> new AgentStarted(Story.RUN, two, 0, "b", null, at));
      story.send(at -> new AgentEnded(Story.RUN, one, 0, "a", null, null, at));
      story.send(at -> new AgentEnded(Story.RUN, two, 0, "b", null, null, at));
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void isSilentOnAProgramThatCallsItsAgentsInTurn() {
    long batch = story.nextOperation();
    for (int i = 0; i < 50; i++) {
      story.invocation("classifier", 0, null, null).invocation("tagger", 0, null, null);
    }
    for (int i = 0; i < 50; i++) {
      story.invocation("classifier", batch, "text " + i, null);
      story.invocation("tagger", batch, "text " + i, null);
    }
    assertThat(story.opened).isEmpty();
  }

  @Test
  void whatOthersFinishMeanwhileHidesNothing() {
    for (int i = 0; i < 3; i++) {
      exchanges(2);
      story.artifact("archivist", 0, "log", "v" + i);
    }
    assertThat(story.opened).hasSize(1);
  }

  private void exchanges(int handoffs) {
    for (int i = 0; i < handoffs; i++) {
      pass(i % 2 == 0 ? "sales" : "support", i % 2 == 0 ? "support" : "sales");
    }
  }

  @Test
  void needsNoMoreReturnsWhereTheSameIsSaidAgainEachTime() {
    for (int leg = 0; leg < 8; leg++) {
      String self = leg % 2 == 0 ? "billing" : "support";
      pass(leg % 2 == 0 ? "support" : "billing", self);
      story.member(self, 0, "over to the other");
    }
    assertThat(story.opened).hasSize(1);
  }

  private void pass(String source, String target) {
    String id = "h" + ++handoffs;
    story.handoff(id, source, target, Mode.PASS_CONTROL).accepted(id, source, target);
  }

  private void routed(long workflow, String member, String output) {
    String id = "h" + ++handoffs;
    story.handoff(id, "chief", member, Mode.RETURN_TO_CALLER).accepted(id, "chief", member);
    story.member(member, workflow, output).handoffEnds(id, "chief", member, null);
  }
}
