package dev.pitwall.log;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.ContingencyActivated;
import dev.pitwall.engine.signal.GateDecided;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunEnded;
import dev.pitwall.engine.signal.RunPaused;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunProgressed;
import dev.pitwall.engine.signal.RunRecovered;
import dev.pitwall.engine.signal.RunResumed;
import dev.pitwall.engine.signal.RunRevoked;
import dev.pitwall.engine.signal.RunStarted;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.TaskBlocked;
import dev.pitwall.engine.signal.TaskCreated;
import dev.pitwall.engine.signal.TaskEnded;
import dev.pitwall.engine.signal.TaskReworked;
import dev.pitwall.engine.signal.TaskStarted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes signals of entries again, whoever wrote them. What an entry does not say is unknown; an
 * entry that does not say enough, or of an unknown event, is no signal.
 *
 * <p>An acceptance does not repeat when the offer was made, so offers and questions are remembered,
 * at most {@value #MAX_OPEN} of each. Not safe for use by several threads.
 */
public final class EntryReader {

  private static final int MAX_OPEN = 10_000;

  private final Map<String, Function<Entry, Signal>> readers = new HashMap<>();
  private final Map<String, Long> offered = new HashMap<>();
  private final Map<String, Long> accepted = new HashMap<>();
  private final Map<String, Long> asked = new HashMap<>();

  public EntryReader() {
    readers.put(Events.RUN_PLANNED.name(), EntryReader::planned);
    readers.put(Events.RUN_AUTHORIZED.name(), EntryReader::authorized);
    readers.put(
        Events.RUN_REVOKED.name(),
        e -> new RunRevoked(e.run(), e.text(Pitwall.USER_ID), e.text(Pitwall.REASON), e.at()));
    readers.put(Events.RUN_STARTED.name(), e -> new RunStarted(e.run(), e.workflow(), e.at()));
    readers.put(Events.RUN_PROGRESSED.name(), EntryReader::progressed);
    readers.put(
        Events.RUN_PAUSED.name(), e -> new RunPaused(e.run(), e.text(Pitwall.REASON), e.at()));
    readers.put(
        Events.RUN_RESUMED.name(), e -> new RunResumed(e.run(), e.text(Pitwall.REASON), e.at()));
    readers.put(
        Events.RUN_RECOVERED.name(),
        e -> new RunRecovered(e.run(), e.text(Pitwall.REASON), e.at()));
    readers.put(Events.RUN_COMPLETED.name(), EntryReader::ended);
    readers.put(Events.RUN_FAILED.name(), EntryReader::ended);
    readers.put(Events.RUN_STOPPED.name(), EntryReader::ended);
    readers.put(
        Events.MILESTONE_REACHED.name(),
        e -> new MilestoneReached(e.run(), e.name(Pitwall.MILESTONE), e.at()));
    readers.put(Events.TASK_CREATED.name(), EntryReader::created);
    readers.put(
        Events.TASK_STARTED.name(),
        e -> new TaskStarted(e.run(), e.name(Pitwall.TASK_ID), e.text(GenAi.AGENT), e.at()));
    readers.put(Events.TASK_BLOCKED.name(), EntryReader::blocked);
    readers.put(
        Events.TASK_REWORKED.name(),
        e -> new TaskReworked(e.run(), e.name(Pitwall.TASK_ID), e.text(Pitwall.GATE), e.at()));
    readers.put(Events.TASK_COMPLETED.name(), EntryReader::taskEnded);
    readers.put(Events.TASK_FAILED.name(), EntryReader::taskEnded);
    readers.put(
        Events.CONTINGENCY_ACTIVATED.name(),
        e ->
            new ContingencyActivated(
                e.run(),
                e.name(Pitwall.CONTINGENCY),
                e.text(Pitwall.FINDING_ID),
                e.text(Pitwall.REASON),
                e.at()));
    readers.put(Events.HANDOFF_OFFERED.name(), this::offered);
    readers.put(Events.HANDOFF_ACCEPTED.name(), this::accepted);
    readers.put(
        Events.HANDOFF_REJECTED.name(),
        e ->
            new HandoffRejected(
                e.run(),
                e.name(Pitwall.HANDOFF_ID),
                e.name(Pitwall.HANDOFF_SOURCE),
                e.name(Pitwall.HANDOFF_TARGET),
                e.text(Pitwall.REASON),
                e.at()));
    readers.put(Events.HANDOFF_COMPLETED.name(), this::handoffEnded);
    readers.put(Events.HANDOFF_FAILED.name(), this::handoffEnded);
    readers.put(Events.GATE_DECIDED.name(), EntryReader::gate);
    readers.put(Events.APPROVAL_REQUESTED.name(), this::asked);
    readers.put(Events.APPROVAL_DECIDED.name(), this::decided);
  }

  /** The signal that an entry stands for, if it stands for one. */
  public Optional<Signal> read(Entry entry) {
    return read(entry, 0);
  }

  /** The signal of an entry that was written within an operation; 0 if that is not known. */
  public Optional<Signal> read(Entry entry, long operation) {
    if (SharedReader.reads(entry)) {
      return SharedReader.read(entry, operation);
    }
    Function<Entry, Signal> reader = readers.get(entry.event());
    return reader == null || entry.run().isEmpty()
        ? Optional.empty()
        : Optional.of(reader.apply(entry));
  }

  private static Signal planned(Entry e) {
    List<String> names = e.texts(Pitwall.MILESTONE_NAMES);
    List<Long> targets = e.numbers(Pitwall.MILESTONE_TARGETS);
    List<RunPlanned.Milestone> milestones = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      milestones.add(
          new RunPlanned.Milestone(names.get(i), i < targets.size() ? targets.get(i) : 0));
    }
    Double cost = e.decimal(Pitwall.BUDGET_COST);
    return new RunPlanned(
        e.run(),
        e.workflow(),
        e.name(Pitwall.PLAN_HASH),
        (int) e.number(Pitwall.PLAN_TASKS),
        e.flag(Pitwall.AUTHORIZATION_REQUIRED),
        milestones,
        e.number(Pitwall.RUN_DEADLINE),
        new Budget(
            e.number(Pitwall.BUDGET_TOKENS),
            cost == null ? 0 : cost,
            e.number(Pitwall.BUDGET_CALLS),
            e.number(Pitwall.BUDGET_TIME)),
        e.at());
  }

  private static Signal authorized(Entry e) {
    return new RunAuthorized(
        e.run(),
        e.workflow(),
        e.name(Pitwall.PLAN_HASH),
        e.text(Pitwall.USER_ID),
        e.flag(Pitwall.PLAN_REVIEWED),
        e.number(Pitwall.AUTHORIZATION_EXPIRES_AT),
        e.text(Pitwall.AUTHORIZATION_SCOPE),
        e.at());
  }

  private static Signal progressed(Entry e) {
    Double completed = e.decimal(Pitwall.PROGRESS_COMPLETED);
    Double total = e.decimal(Pitwall.PROGRESS_TOTAL);
    return new RunProgressed(
        e.run(),
        e.text(Pitwall.TASK_ID),
        completed == null ? 0 : completed,
        total == null ? 0 : total,
        e.text(Pitwall.PROGRESS_UNIT),
        e.text(Pitwall.PROGRESS_PHASE),
        e.at());
  }

  private static Signal ended(Entry e) {
    return new RunEnded(e.run(), e.workflow(), e.text(GenAi.ERROR_TYPE), e.at());
  }

  private static Signal created(Entry e) {
    return new TaskCreated(
        e.run(),
        e.name(Pitwall.TASK_ID),
        e.text(Pitwall.TASK_TYPE),
        e.text(GenAi.AGENT),
        e.texts(Pitwall.TASK_DEPENDENCIES),
        e.number(Pitwall.TASK_DEADLINE),
        e.text(Pitwall.INPUT_HASH),
        e.at());
  }

  private static Signal blocked(Entry e) {
    return new TaskBlocked(
        e.run(),
        e.name(Pitwall.TASK_ID),
        constant(e.name(Pitwall.TASK_BLOCKED_REASON), TaskBlocked.Reason.EXTERNAL),
        e.text(Pitwall.TASK_BLOCKED_ON),
        e.text(Pitwall.TASK_BLOCKED_HOLDER),
        e.number(Pitwall.TASK_BLOCKED_UNTIL),
        e.at());
  }

  private static Signal taskEnded(Entry e) {
    TaskEnded.Result byEvent =
        e.event().equals(Events.TASK_FAILED.name())
            ? TaskEnded.Result.FAILED
            : TaskEnded.Result.COMPLETED;
    return new TaskEnded(
        e.run(),
        e.name(Pitwall.TASK_ID),
        constant(e.name(Pitwall.TASK_RESULT), byEvent),
        e.text(GenAi.ERROR_TYPE),
        e.at());
  }

  private Signal offered(Entry e) {
    remember(offered, e.name(Pitwall.HANDOFF_ID), e.at());
    return new HandoffOffered(
        e.run(),
        e.name(Pitwall.HANDOFF_ID),
        e.name(Pitwall.HANDOFF_SOURCE),
        e.name(Pitwall.HANDOFF_TARGET),
        constant(e.name(Pitwall.HANDOFF_RECIPIENT), HandoffOffered.Recipient.AGENT),
        constant(e.name(Pitwall.HANDOFF_MODE), HandoffOffered.Mode.RETURN_TO_CALLER),
        !e.flag(Pitwall.HANDOFF_ONE_WAY),
        e.text(Pitwall.INPUT_HASH),
        e.at());
  }

  private Signal accepted(Entry e) {
    String handoff = e.name(Pitwall.HANDOFF_ID);
    remember(accepted, handoff, e.at());
    return new HandoffAccepted(
        e.run(),
        handoff,
        e.name(Pitwall.HANDOFF_SOURCE),
        e.name(Pitwall.HANDOFF_TARGET),
        offered.getOrDefault(handoff, e.at()),
        e.at());
  }

  private Signal handoffEnded(Entry e) {
    String handoff = e.name(Pitwall.HANDOFF_ID);
    offered.remove(handoff);
    Long since = accepted.remove(handoff);
    return new HandoffEnded(
        e.run(),
        handoff,
        e.name(Pitwall.HANDOFF_SOURCE),
        e.name(Pitwall.HANDOFF_TARGET),
        since == null ? e.at() : since,
        e.text(GenAi.ERROR_TYPE),
        e.at());
  }

  private static Signal gate(Entry e) {
    String result = e.name(Pitwall.GATE_RESULT);
    return new GateDecided(
        e.run(),
        e.text(GenAi.AGENT),
        e.text(Pitwall.TASK_ID),
        e.name(Pitwall.GATE),
        result.equals("passed") ? "pass" : "fail",
        result,
        e.name(Pitwall.GATE_ACTION),
        (int) Math.max(1, e.number(Pitwall.GATE_ATTEMPT)),
        e.at());
  }

  private Signal asked(Entry e) {
    remember(asked, e.name(Pitwall.APPROVAL_ID), e.at());
    return new ApprovalRequested(
        e.run(),
        e.name(Pitwall.APPROVAL_ID),
        e.name(Pitwall.APPROVAL_KIND),
        e.text(GenAi.TOOL),
        e.text(Pitwall.TASK_ID),
        e.at());
  }

  private Signal decided(Entry e) {
    Long since = asked.remove(e.name(Pitwall.APPROVAL_ID));
    return new ApprovalDecided(
        e.run(),
        e.name(Pitwall.APPROVAL_ID),
        e.name(Pitwall.APPROVAL_KIND),
        e.text(GenAi.TOOL),
        e.name(Pitwall.APPROVAL_RESULT),
        e.text(Pitwall.USER_ID),
        since == null ? e.at() : since,
        e.at());
  }

  private static void remember(Map<String, Long> times, String id, long at) {
    if (times.size() < MAX_OPEN) {
      times.put(id, at);
    }
  }

  private static <E extends Enum<E>> E constant(String value, E otherwise) {
    try {
      return Enum.valueOf(otherwise.getDeclaringClass(), value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }
}
