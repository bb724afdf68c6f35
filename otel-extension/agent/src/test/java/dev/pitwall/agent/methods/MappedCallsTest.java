package dev.pitwall.agent.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pitwall.bridge.MethodMapping;
import dev.pitwall.bridge.MethodMapping.Kind;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.statement.Accepted;
import dev.pitwall.bridge.statement.Answered;
import dev.pitwall.bridge.statement.Asked;
import dev.pitwall.bridge.statement.Created;
import dev.pitwall.bridge.statement.Declined;
import dev.pitwall.bridge.statement.Done;
import dev.pitwall.bridge.statement.Judged;
import dev.pitwall.bridge.statement.Offered;
import dev.pitwall.bridge.statement.Reached;
import dev.pitwall.bridge.statement.Reworked;
import dev.pitwall.bridge.statement.Scored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MappedCallsTest {

  private static final String METHOD = "com.acme.Desk.publish(java.lang.String)";
  private final Throwable error = new IllegalStateException();

  private final Heard heard = new Heard();
  private final List<String> complaints = new ArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();
  private final MappedMethods methods =
      new MappedMethods(
          FileMethods.NONE, heard::observer, complaints::add, failures::incrementAndGet);

  private record Job(String id, List<String> needs, boolean good, double score) {}

  private static final Job JOB = new Job("j1", List.of("j0"), false, 7);

  @Test
  void aWorkflowIsARun() {
    enter(Kind.WORKFLOW, Map.of("name", "desk-${args[0].id}")).end("x", null);
    assertThat(heard.lines()).containsExactly("run desk-j1", "end x");
  }

  @Test
  void aWorkflowWithADeadlineIsARunWithAPlanUnlessItIsAPartOfARun() {
    Map<String, String> values = Map.of("name", "desk", "deadline", "${args[1]}");
    heard.run = null;
    enter(Kind.WORKFLOW, values).end("x", null);
    assertThat(heard.lines())
        .containsExactly("plan desk until 5000", "run desk as planned", "end x");
    heard.run = "around";
    heard.lines().clear();
    enter(Kind.WORKFLOW, values).end("x", null);
    assertThat(heard.lines()).containsExactly("run desk", "end x");
  }

  @Test
  void aTaskIsKnownWorkedOnAndOver() {
    Map<String, String> values =
        Map.of(
            "id", "${args[0].id}",
            "agent", "writer",
            "after", "${args[0].needs}",
            "deadline", "${args[1]}");
    enter(Kind.TASK, values).end("the application's own", null);
    assertThat(heard.statements())
        .containsExactly(new Created("j1", "Desk.publish", "writer", List.of("j0"), 5000, null));
    assertThat(heard.lines()).containsExactly("task j1 writer", "end completed");
  }

  @Test
  void aTaskWithoutAnIdIsOneOfItsOwn() {
    enter(Kind.TASK, Map.of()).end(null, null);
    enter(Kind.TASK, Map.of()).end(null, error);
    assertThat(heard.lines())
        .containsExactly(
            "task Desk.publish-1 null",
            "end completed",
            "task Desk.publish-2 null",
            "end completed java.lang.IllegalStateException");
  }

  @Test
  void aHandoffIsOfferedTakenUpAndDone() {
    enter(Kind.HANDOFF, Map.of("source", "a", "target", "b", "id", "h")).end(null, null);
    assertThat(heard.statements())
        .containsExactly(
            new Offered("h", "a", "b", "agent", true, true, null),
            new Accepted("h"),
            new Done("h", null));
  }

  @Test
  void theTwoMethodsOfAHandoffKnowEachOther() {
    Map<String, String> offer =
        Map.of("target", "q", "recipient", "queue", "id", "${args[0].id}", "stage", "offer");
    Map<String, String> work = Map.of("id", "${args[0].id}", "stage", "work");
    heard.run = "r1";
    enter(Kind.HANDOFF, offer).end(null, null);
    heard.run = null;
    enter(Kind.HANDOFF, work).end(null, error);
    assertThat(heard.statements())
        .containsExactly(
            new Offered("j1", "Desk.publish", "q", "queue", true, false, null),
            new Accepted("j1"),
            new Done("j1", "java.lang.IllegalStateException"));
    assertThat(heard.runs()).containsOnly("r1");
  }

  @Test
  void anOfferThatFailsIsDeclined() {
    enter(Kind.HANDOFF, Map.of("target", "q", "id", "h", "stage", "offer")).end(null, error);
    assertThat(heard.statements())
        .last()
        .isEqualTo(new Declined("h", "java.lang.IllegalStateException"));
  }

  @Test
  void aGateJudgesByItsResult() {
    Map<String, String> values =
        Map.of(
            "name", "style",
            "passed", "${result.good}",
            "task", "${args[0].id}",
            "score", "${result.score}",
            "max", "10");
    enter(Kind.GATE, values).end(JOB, null);
    assertThat(heard.statements())
        .containsExactly(
            new Scored("style", null, 7, 0, 10),
            new Judged("style", null, "j1", "failed", "retry", 0),
            new Reworked("j1", "style"));
  }

  @Test
  void aGateThatReturnsItsVerdictNeedsNoExpression() {
    enter(Kind.GATE, Map.of("name", "style")).end(true, null);
    enter(Kind.GATE, Map.of("name", "style", "action", "reject")).end(false, null);
    enter(Kind.GATE, Map.of("name", "style")).end(null, error);
    assertThat(heard.statements())
        .containsExactly(
            new Judged("style", null, null, "passed", "pass", 0),
            new Judged("style", null, null, "failed", "reject", 0),
            new Judged("style", null, null, "error", "pass", 0));
  }

  @Test
  void aQuestionIsAnsweredByWhatIsReturned() {
    enter(Kind.APPROVAL, Map.of("kind", "release", "tool", "deploy")).end(false, null);
    assertThat(heard.statements().get(0))
        .isInstanceOfSatisfying(
            Asked.class,
            asked -> {
              assertThat(asked.kind()).isEqualTo("release");
              assertThat(asked.guards()).isEqualTo("deploy");
            });
    assertThat(heard.statements().get(1))
        .isInstanceOfSatisfying(
            Answered.class, answered -> assertThat(answered.result()).isEqualTo("rejected"));
  }

  @Test
  void aMilestoneIsReachedWhenTheMethodReturnsAndNotWhenItThrows() {
    enter(Kind.MILESTONE, Map.of("name", "draft")).end(null, error);
    assertThat(heard.statements()).isEmpty();
    enter(Kind.MILESTONE, Map.of("name", "draft")).end(null, null);
    assertThat(heard.statements()).containsExactly(new Reached("draft"));
  }

  @Test
  void aPromiseIsOverWhenItIsKept() {
    CompletableFuture<Job> promise = new CompletableFuture<>();
    enter(Kind.GATE, Map.of("name", "style", "passed", "${result.good}")).end(promise, null);
    assertThat(heard.statements()).isEmpty();
    promise.complete(JOB);
    assertThat(heard.statements()).hasSize(1);
  }

  @Test
  void aValueThatCannotBeHadIsLeftOutLoggedOnceAndCounted() {
    for (int i = 0; i < 3; i++) {
      enter(Kind.TASK, Map.of("id", "t", "type", "${args[0].nothing}", "agent", "${args[0]}"))
          .end(null, null);
    }
    assertThat(failures).hasValue(6);
    assertThat(complaints).hasSize(2).allMatch(line -> line.contains(METHOD));
    assertThat(String.join("\n", complaints))
        .contains("\"type\"", "no public getter", "\"agent\"", "is no text");
    assertThat(heard.statements())
        .first()
        .isEqualTo(new Created("t", "Desk.publish", null, List.of(), 0, null));
  }

  @Test
  void whatIsWrongWithAValueIsSaidWithoutIt() {
    enter(Kind.GATE, Map.of("name", "style", "score", "${args[0].id}")).end(true, null);
    assertThat(complaints).singleElement().asString().contains("no number").doesNotContain("j1");
  }

  @Test
  void anAnnotationThatIsNoGoodIsNamedOnce() {
    for (int i = 0; i < 2; i++) {
      enter(Kind.HANDOFF, Map.of("target", "b", "recipient", "robot")).end(null, null);
    }
    assertThat(heard.statements()).isEmpty();
    assertThat(complaints)
        .singleElement()
        .asString()
        .contains(METHOD, "agent, person, queue", "annotation is ignored");
  }

  @Test
  void severalMeaningsBeginInOrderAndEndTheOtherWayRound() {
    List<MethodMapping> both =
        List.of(
            new MethodMapping(METHOD, Kind.WORKFLOW, Map.of("name", "desk")),
            new MethodMapping(METHOD, Kind.TASK, Map.of("id", "t")));
    methods.enter(both, null, new Object[0]).end("x", null);
    assertThat(heard.lines()).containsExactly("run desk", "task t null", "end completed", "end x");
  }

  private Operation<Object> enter(Kind kind, Map<String, String> values) {
    return methods.enter(
        List.of(new MethodMapping(METHOD, kind, values)),
        null,
        new Object[] {JOB, Instant.ofEpochMilli(5000)});
  }
}
