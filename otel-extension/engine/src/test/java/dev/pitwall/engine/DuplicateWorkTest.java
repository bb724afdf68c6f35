package dev.pitwall.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.engine.finding.Cause;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskReworked;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DuplicateWorkTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final Story story = new Story().only(FindingType.DUPLICATE_WORK).begin();

  @Test
  void findsTwoBranchesThatHaveTheSameDone() {
    long market = story.workflow("market", 0, Shape.Kind.SEQUENCE, 2, 1);
    long history = story.workflow("history", 0, Shape.Kind.SEQUENCE, 2, 1);
    starts(11, market, "researcher", "tea");
    starts(12, history, "researcher", "tea");
    long second = story.now();
    story.silence(Duration.ofSeconds(4));
    assertThat(story.opened).isEmpty();
    story.silence(Duration.ofSeconds(2));

    assertThat(found().onset()).isEqualTo(second);
    assertThat(found().subject()).isEqualTo("researcher");
    assertThat(found().cause()).isEqualTo(new Cause("edge", "history → researcher", 0.7));
    assertThat(found().evidence())
        .isEqualTo(
            "Work of researcher with the same input was done 2 times: for market, and 1 s later"
                + " for history, while the first was under way");
    story.silence(LONG);
    assertThat(story.resolved).isEmpty();
    story.end();
    assertThat(story.resolved).containsExactly(found().id());
  }

  @Test
  void findsASupervisorThatAsksAgain() {
    long chief = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 3, 1);
    does(chief, "researcher", "tea");
    story.artifact("researcher", chief, "facts", "f1");
    does(chief, "researcher", "tea");
    assertThat(found().cause()).isEqualTo(new Cause("agent", "chief", 0.8));
    assertThat(found().evidence()).endsWith("for chief, with nothing new in between");
    does(chief, "researcher", "tea");
    assertThat(story.opened).hasSize(1);
    assertThat(story.updated).last().matches(said -> said.evidence().contains("done 3 times"));
  }

  @Test
  void findsAnAgentThatHasTheSameDoneTwice() {
    starts(5, 0, "writer", "draft");
    does(5, "researcher", "tea");
    does(5, "researcher", "tea");
    assertThat(found().cause().label()).isEqualTo("agent:writer");
  }

  @Test
  void findsATaskThatWasPlannedTwice() {
    task("t1", "charge", "order 17");
    task("t2", "charge", "order 17");
    run("t1", "billing");
    run("t2", "clerk");
    assertThat(found().subject()).isEqualTo("charge");
    assertThat(found().cause()).isEqualTo(new Cause("agent", "clerk", 0.6));
    assertThat(found().evidence()).contains("as t1 by billing").contains("as t2 by clerk");
  }

  @Test
  void findsAHandoffThatIsTakenUpTwice() {
    story.send(Told.offered("h1", "chief", "writer"));
    story.send(Told.accepted("h1", "chief", "writer", 10));
    story.send(Told.accepted("h1", "chief", "writer", 20)).silence(LONG);
    assertThat(found().cause()).isEqualTo(new Cause("edge", "chief → writer", 0.8));
    story.send(Told.finished("h1", "chief", "writer", 100)).silence(LONG);
    assertThat(story.opened).hasSize(1);
  }

  @Test
  void findsTwoSourcesThatHandOverTheSame() {
    handoff("h1", "chief", "tea");
    handoff("h2", "deputy", "tea");
    assertThat(found().cause().label()).isEqualTo("edge:deputy → writer");
  }

  @Test
  void aVoteIsBuiltSo() {
    long votes = story.workflow("votes", 0, Shape.Kind.PARALLEL, 3, 1);
    starts(11, votes, "judge", "case");
    starts(12, votes, "judge", "case");
    starts(13, votes, "judge", "case");
    silent();
  }

  @Test
  void soIsASecondCheck() {
    long desk = story.workflow("desk", 0, Shape.Kind.SEQUENCE, 3, 1);
    does(desk, "checker", "draft");
    does(desk, "checker", "draft");
    silent();
  }

  @Test
  void whatALoopRepeatsIsForAnother() {
    long review = story.workflow("review", 0, Shape.Kind.LOOP, 1, 5);
    for (int i = 0; i < 3; i++) {
      long pass = story.workflow("pass", review, Shape.Kind.SEQUENCE, 1, 1);
      does(pass, "critic", "topic");
      story.workflowEnds("pass", pass, review);
    }
    silent();
  }

  @Test
  void eachOfSeveralReadersHasAViewOfItsOwn() {
    long team = story.workflow("team", 0, Shape.Kind.SUPERVISOR, 3, 1);
    starts(11, team, "lawyer", "contract");
    starts(12, team, "accountant", "contract");
    starts(13, team, "engineer", "contract");
    silent();
  }

  @Test
  void otherInputIsOtherWork() {
    long chief = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 1, 1);
    does(chief, "researcher", "tea");
    does(chief, "researcher", "coffee");
    does(chief, "researcher", null);
    does(chief, "researcher", null);
    silent();
  }

  @Test
  void aFailureIsAReason() {
    long chief = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 1, 1);
    starts(11, chief, "researcher", "tea");
    story.silence(LONG).send(ends(11, chief, "researcher", "timeout"));
    does(chief, "researcher", "tea");
    // So is that of something else for which all is done again.
    long inner = story.workflow("inner", chief, Shape.Kind.SEQUENCE, 2, 1);
    starts(12, inner, "writer", "facts");
    story.send(ends(12, inner, "writer", "timeout"));
    does(chief, "researcher", "tea");
    silent();
  }

  @Test
  void aSecondOneThatOutlivesTheFirstHasTakenOver() {
    long one = story.workflow("one", 0, Shape.Kind.SEQUENCE, 1, 1);
    long other = story.workflow("other", 0, Shape.Kind.SEQUENCE, 1, 1);
    starts(11, one, "researcher", "tea");
    starts(12, other, "researcher", "tea");
    story.send(ends(11, one, "researcher", "timeout"));
    silent();
  }

  @Test
  void aChangeIsAReason() {
    long chief = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 2, 1);
    does(chief, "tester", "repository");
    story.artifact("coder", chief, "patch", "p1");
    does(chief, "tester", "repository");
    story.tool("coder", "commit", "p2", "done");
    does(chief, "tester", "repository");
    silent();
  }

  @Test
  void aPersonsOrAGatesDecisionIsAReason() {
    long chief = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 2, 1);
    does(chief, "writer", "topic");
    story.approvalRequested("q1").approvalDecided("q1");
    does(chief, "writer", "topic");
    story.send(
        at ->
            new GateDecided(Story.RUN, "writer", null, "style", "fail", "failed", "retry", 1, at));
    does(chief, "writer", "topic");
    story.send(at -> new RunResumed(Story.RUN, null, at));
    does(chief, "writer", "topic");
    silent();
  }

  @Test
  void aLookUpIsNoWork() {
    long chief = story.workflow("chief", 0, Shape.Kind.SUPERVISOR, 1, 1);
    for (int i = 0; i < 5; i++) {
      starts(20 + i, chief, "calendar", "today");
      story.send(ends(20 + i, chief, "calendar", null));
    }
    silent();
  }

  @Test
  void aScheduledRunDoesItsWorkAnew() {
    for (int i = 0; i < 3; i++) {
      String run = "nightly-" + i;
      story.send(at -> new RunStarted(run, "nightly", at));
      story.send(at -> new AgentStarted(run, 1, 0, "reporter", "sales", at));
      story.silence(LONG);
      story.send(at -> new AgentEnded(run, 1, 0, "reporter", "text", null, at));
    }
    silent();
  }

  @Test
  void aTaskThatDependsOnAFixIsACheckThatIsRunAgain() {
    task("t1", "test", "repository");
    task("fix", "fix", "bug");
    story.send(
        at -> new TaskCreated(Story.RUN, "t2", "test", null, List.of("fix"), 0, "repository", at));
    run("t1", "tester");
    run("fix", "coder");
    run("t2", "tester");
    silent();
  }

  @Test
  void aTaskThatIsAddedAfterAChangeIsNew() {
    task("t1", "test", "repository");
    run("t1", "tester");
    task("fix", "fix", "bug");
    run("fix", "coder");
    task("t2", "test", "repository");
    run("t2", "tester");
    silent();
  }

  @Test
  void aTaskThatIsSentBackOrGoesToAnotherIsOneTask() {
    task("t1", "write", "topic");
    run("t1", "writer");
    story.send(at -> new TaskReworked(Story.RUN, "t1", "style", at));
    run("t1", "writer");
    story.send(Told.taskStarts("t1", "deputy")).silence(LONG);
    silent();
  }

  @Test
  void aHandoffThatIsTakenOverAfterAFailureIsOne() {
    story.send(Told.offered("h1", "chief", "writer"));
    story.send(Told.accepted("h1", "chief", "writer", 10));
    starts(11, 0, "writer", null);
    story.send(ends(11, 0, "writer", "killed"));
    story.send(Told.accepted("h1", "chief", "writer", 20));
    silent();
  }

  @Test
  void aHandoffThatFailedIsOfferedAgain() {
    offer("h1", "chief", "tea");
    story.silence(LONG);
    story.send(at -> new HandoffEnded(Story.RUN, "h1", "chief", "writer", 1, "failed", at));
    handoff("h2", "chief", "tea");
    silent();
  }

  private Finding found() {
    assertThat(story.opened).hasSize(1);
    return story.opened.get(0);
  }

  private void silent() {
    story.silence(LONG).end();
    assertThat(story.opened).isEmpty();
  }

  private void starts(long operation, long parent, String agent, @Nullable String input) {
    story.send(at -> new AgentStarted(Story.RUN, operation, parent, agent, input, at));
  }

  private static LongFunction<Signal> ends(
      long operation, long parent, String agent, @Nullable String error) {
    return at -> new AgentEnded(Story.RUN, operation, parent, agent, null, error, at);
  }

  private void does(long parent, String agent, @Nullable String input) {
    long operation = 1000 + story.nextOperation();
    starts(operation, parent, agent, input);
    story.silence(LONG).send(ends(operation, parent, agent, null));
  }

  private void task(String id, String type, String input) {
    story.send(at -> new TaskCreated(Story.RUN, id, type, null, List.of(), 0, input, at));
  }

  private void run(String task, String agent) {
    story.send(Told.taskStarts(task, agent)).silence(LONG).send(Told.taskEnds(task));
  }

  private void offer(String id, String source, String input) {
    story.send(
        at ->
            new HandoffOffered(
                Story.RUN,
                id,
                source,
                "writer",
                HandoffOffered.Mode.RETURN_TO_CALLER,
                true,
                input,
                at));
    story.send(Told.accepted(id, source, "writer", 10));
  }

  private void handoff(String id, String source, String input) {
    offer(id, source, input);
    story.silence(LONG).send(Told.finished(id, source, "writer", 100));
  }
}
