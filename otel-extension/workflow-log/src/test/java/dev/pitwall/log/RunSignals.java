package dev.pitwall.log;

import dev.pitwall.engine.signal.AgentEnded;
import dev.pitwall.engine.signal.AgentStarted;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.ModelEnded;
import dev.pitwall.engine.signal.ModelStarted;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunPaused;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.RunRevoked;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskReworked;
import dev.pitwall.engine.signal.TaskStarted;
import dev.pitwall.engine.signal.Usage;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Signals of one run in any order, lost, doubled, out of time, as a hostile world sends them. */
final class RunSignals {

  static final String RUN = "run-1";
  static final String WORKFLOW = "desk";

  private RunSignals() {}

  /** What a signal is made of: a few ids, so that signals meet each other, and a moment. */
  private record Seed(int id, int other, boolean flag, long at) {

    String name() {
      return "n" + id;
    }

    @Nullable String optional() {
      return flag ? "o" + other : null;
    }
  }

  static Arbitrary<Signal> any() {
    Arbitrary<Seed> seeds =
        Combinators.combine(
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, 7),
                Arbitraries.of(true, false),
                Arbitraries.longs().between(1, 10_000))
            .as(Seed::new);
    return Combinators.combine(seeds, Arbitraries.of(MAKERS)).as((seed, make) -> make.apply(seed));
  }

  private static final List<Function<Seed, Signal>> MAKERS =
      List.of(
          s -> new RunStarted(RUN, WORKFLOW, s.at()),
          s ->
              new RunPlanned(
                  RUN,
                  WORKFLOW,
                  s.name(),
                  s.other(),
                  s.flag(),
                  List.of(
                      new RunPlanned.Milestone("n1", s.at()), new RunPlanned.Milestone("n2", 0)),
                  s.flag() ? s.at() : 0,
                  new Budget(s.other(), s.other() / 2.0, s.id(), s.at()),
                  s.at()),
          s ->
              new RunAuthorized(
                  RUN, WORKFLOW, s.name(), s.optional(), s.flag(), s.other(), s.optional(), s.at()),
          s -> new RunRevoked(RUN, s.optional(), s.optional(), s.at()),
          s -> new RunPaused(RUN, s.optional(), s.at()),
          s -> new RunResumed(RUN, s.optional(), s.at()),
          s ->
              new RunProgressed(RUN, s.optional(), s.id(), s.other(), "part", s.optional(), s.at()),
          s -> new MilestoneReached(RUN, s.name(), s.at()),
          s ->
              new TaskCreated(
                  RUN,
                  s.name(),
                  s.optional(),
                  s.optional(),
                  s.flag() ? List.of("n1", "n2") : List.of(),
                  s.other(),
                  s.optional(),
                  s.at()),
          s -> new TaskStarted(RUN, s.name(), s.optional(), s.at()),
          s ->
              new TaskBlocked(
                  RUN,
                  s.name(),
                  pick(TaskBlocked.Reason.class, s.other()),
                  s.optional(),
                  s.optional(),
                  s.other(),
                  s.at()),
          s -> new TaskReworked(RUN, s.name(), s.optional(), s.at()),
          s ->
              new TaskEnded(
                  RUN, s.name(), pick(TaskEnded.Result.class, s.other()), s.optional(), s.at()),
          s ->
              new HandoffOffered(
                  RUN,
                  s.name(),
                  "a",
                  "b",
                  pick(HandoffOffered.Recipient.class, s.id()),
                  pick(HandoffOffered.Mode.class, s.other()),
                  s.flag(),
                  s.optional(),
                  s.at()),
          s -> new HandoffAccepted(RUN, s.name(), "a", "b", 0, s.at()),
          s -> new HandoffRejected(RUN, s.name(), "a", "b", s.optional(), s.at()),
          s -> new HandoffEnded(RUN, s.name(), "a", "b", 0, s.optional(), s.at()),
          s -> new ApprovalRequested(RUN, s.name(), "release", s.optional(), s.optional(), s.at()),
          s ->
              new ApprovalDecided(
                  RUN, s.name(), "release", s.optional(), "approved", s.optional(), 0, s.at()),
          // Seen in spans only.
          s -> new AgentStarted(RUN, s.id(), 0, s.name(), null, s.at()),
          s -> new AgentEnded(RUN, s.id(), 0, s.name(), s.optional(), null, s.at()),
          s -> new ModelStarted(RUN, s.id(), 0, s.name(), "m", s.at()),
          s ->
              new ModelEnded(RUN, s.id(), 0, s.name(), "m", Usage.UNKNOWN, s.optional(), 0, s.at()),
          s -> new ArtifactWritten(RUN, 0, s.optional(), s.name(), "hash", s.at()));

  private static <E extends Enum<E>> E pick(Class<E> type, int number) {
    List<E> constants = List.copyOf(EnumSet.allOf(type));
    return constants.get(number % constants.size());
  }
}
