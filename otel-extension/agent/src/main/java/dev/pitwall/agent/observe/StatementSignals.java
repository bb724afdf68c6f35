package dev.pitwall.agent.observe;

import dev.pitwall.bridge.statement.Accepted;
import dev.pitwall.bridge.statement.Accessed;
import dev.pitwall.bridge.statement.Answered;
import dev.pitwall.bridge.statement.Asked;
import dev.pitwall.bridge.statement.Authorized;
import dev.pitwall.bridge.statement.Blocked;
import dev.pitwall.bridge.statement.Created;
import dev.pitwall.bridge.statement.Declined;
import dev.pitwall.bridge.statement.Diverted;
import dev.pitwall.bridge.statement.Done;
import dev.pitwall.bridge.statement.Finished;
import dev.pitwall.bridge.statement.Judged;
import dev.pitwall.bridge.statement.Offered;
import dev.pitwall.bridge.statement.Paused;
import dev.pitwall.bridge.statement.Progressed;
import dev.pitwall.bridge.statement.Reached;
import dev.pitwall.bridge.statement.Recovered;
import dev.pitwall.bridge.statement.Resumed;
import dev.pitwall.bridge.statement.Revoked;
import dev.pitwall.bridge.statement.Reworked;
import dev.pitwall.bridge.statement.Scored;
import dev.pitwall.bridge.statement.Started;
import dev.pitwall.bridge.statement.Statement;
import dev.pitwall.engine.signal.ContingencyActivated;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.ResourceAccessed;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunPaused;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunRecovered;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.RunRevoked;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskReworked;
import dev.pitwall.engine.signal.TaskStarted;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes signals of what applications declare. */
final class StatementSignals {

  private final Map<Class<? extends Statement>, Teller<Statement>> tellers = new HashMap<>();
  private final Surroundings surroundings;
  private final Users users;

  /** Makes the signal of one kind of statement, or null of one that nothing was known of. */
  private interface Teller<S extends Statement> {
    @Nullable Signal tell(OpenRun run, S statement, long at);
  }

  StatementSignals(Surroundings surroundings, Users users) {
    this.surroundings = surroundings;
    this.users = users;
    plans();
    tasks();
    handoffs();
    people();
    quality();
  }

  /** The signal, or null if the statement refers to something that is not known. */
  @Nullable Signal of(OpenRun run, Statement statement, long at) {
    Teller<Statement> teller = tellers.get(statement.getClass());
    return teller == null ? null : teller.tell(run, statement, at);
  }

  private void plans() {
    on(
        Authorized.class,
        (run, s, at) ->
            new RunAuthorized(
                run.id(),
                run.workflow(),
                s.planHash(),
                users.of(s.user()),
                s.reviewed(),
                s.expiresAt(),
                s.scope(),
                at));
    on(Revoked.class, (run, s, at) -> new RunRevoked(run.id(), users.of(s.user()), s.reason(), at));
    on(
        Progressed.class,
        (run, s, at) ->
            new RunProgressed(
                run.id(), s.task(), s.completed(), s.total(), s.unit(), s.phase(), at));
    on(Paused.class, (run, s, at) -> new RunPaused(run.id(), s.reason(), at));
    on(Resumed.class, (run, s, at) -> new RunResumed(run.id(), s.reason(), at));
    on(Recovered.class, (run, s, at) -> new RunRecovered(run.id(), s.reason(), at));
    on(Reached.class, (run, s, at) -> new MilestoneReached(run.id(), s.milestone(), at));
    on(
        Diverted.class,
        (run, s, at) ->
            new ContingencyActivated(run.id(), s.contingency(), s.finding(), s.reason(), at));
  }

  private void tasks() {
    on(
        Created.class,
        (run, s, at) -> {
          run.declared().created(s);
          return new TaskCreated(
              run.id(),
              s.task(),
              s.type(),
              s.agent(),
              s.dependencies(),
              s.deadline(),
              surroundings.hash().of(s.input()),
              at);
        });
    on(
        Blocked.class,
        (run, s, at) ->
            new TaskBlocked(
                run.id(),
                s.task(),
                TaskBlocked.Reason.valueOf(constant(s.reason())),
                s.on(),
                s.holder(),
                s.until(),
                at));
    on(Started.class, (run, s, at) -> new TaskStarted(run.id(), s.task(), s.agent(), at));
    on(Reworked.class, (run, s, at) -> new TaskReworked(run.id(), s.task(), s.gate(), at));
    on(
        Finished.class,
        (run, s, at) ->
            new TaskEnded(
                run.id(), s.task(), TaskEnded.Result.valueOf(constant(s.result())), s.error(), at));
    on(
        Accessed.class,
        (run, s, at) -> {
          Position position = Position.current();
          String party = agent(s.party());
          return party == null
              ? null
              : new ResourceAccessed(
                  run.id(),
                  position == null ? 0 : position.operation(),
                  party,
                  s.resource(),
                  s.version(),
                  ResourceAccessed.Access.valueOf(constant(s.access())),
                  at - Math.max(0, s.millis()),
                  at);
        });
  }

  private void handoffs() {
    on(
        Offered.class,
        (run, s, at) -> run.declared().offered(s, surroundings.hash().of(s.input()), at));
    on(Accepted.class, (run, s, at) -> run.declared().accepted(s, at));
    on(Declined.class, (run, s, at) -> run.declared().declined(s, at));
    on(Done.class, (run, s, at) -> run.declared().done(s, at));
  }

  private void people() {
    on(Asked.class, (run, s, at) -> run.declared().asked(s, surroundings.tracer(), at));
    on(Answered.class, (run, s, at) -> run.declared().answered(s, users.of(s.user()), at));
  }

  private void quality() {
    on(
        Scored.class,
        (run, s, at) ->
            new Evaluated(
                run.id(),
                0,
                agent(s.agent()),
                s.evaluation(),
                s.score(),
                s.max() > s.min() ? (s.score() - s.min()) / (s.max() - s.min()) : null,
                at));
    on(
        Judged.class,
        (run, s, at) ->
            new GateDecided(
                run.id(),
                agent(s.agent()),
                s.task(),
                s.gate(),
                s.result().equals("passed") ? "pass" : "fail",
                s.result(),
                s.action(),
                s.attempt() > 0 ? s.attempt() : run.declared().judged(s),
                at));
  }

  private static @Nullable String agent(@Nullable String named) {
    if (named != null) {
      return named;
    }
    Position position = Position.current();
    String atWork = position == null ? null : position.agentName();
    TaskFrame task = TaskFrame.current();
    return atWork != null || task == null ? atWork : task.agent();
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT);
  }

  @SuppressWarnings("unchecked") // asked for by the same class only
  private <S extends Statement> void on(Class<S> type, Teller<S> teller) {
    tellers.put(type, (Teller<Statement>) teller);
  }
}
