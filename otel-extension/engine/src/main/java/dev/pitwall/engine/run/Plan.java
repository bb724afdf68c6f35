package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.Budget;
import dev.pitwall.engine.signal.MilestoneReached;
import dev.pitwall.engine.signal.RunAuthorized;
import dev.pitwall.engine.signal.RunPlanned;
import dev.pitwall.engine.signal.RunRevoked;
import dev.pitwall.engine.signal.SignalHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was declared of a run, and who allowed it. */
public final class Plan implements SignalHandler {

  private static final int MAX_MILESTONES = 256;

  private @Nullable RunPlanned planned;
  private @Nullable RunAuthorized authorized;
  private @Nullable RunRevoked revoked;
  private final Map<String, Long> reached = new HashMap<>(4);

  @Override
  public void on(RunPlanned signal) {
    planned = signal;
  }

  @Override
  public void on(RunAuthorized signal) {
    authorized = signal;
    revoked = null;
  }

  @Override
  public void on(RunRevoked signal) {
    revoked = signal;
  }

  @Override
  public void on(MilestoneReached signal) {
    if (reached.size() < MAX_MILESTONES) {
      reached.putIfAbsent(signal.milestone(), signal.at());
    }
  }

  /** The latest plan, if any was declared. */
  public @Nullable RunPlanned declared() {
    return planned;
  }

  /** The latest permission, whether or not it still holds. */
  public @Nullable RunAuthorized authorization() {
    return authorized;
  }

  /** Why and by whom the latest permission was taken back, if it was. */
  public @Nullable RunRevoked revocation() {
    return revoked;
  }

  /** Whether the run may be executed at {@code now}, epoch milliseconds. */
  public Permission permission(long now) {
    return Permission.of(planned, authorized, revoked, now);
  }

  /** When the run is to be over, epoch milliseconds, or 0. */
  public long deadline() {
    return planned == null ? 0 : planned.deadline();
  }

  public Budget budget() {
    return planned == null ? Budget.NONE : planned.budget();
  }

  /** Checkpoints of the plan that have not been reached. */
  public List<RunPlanned.Milestone> ahead() {
    return planned == null
        ? List.of()
        : planned.milestones().stream().filter(m -> !reached.containsKey(m.name())).toList();
  }

  /** When a checkpoint is to be reached, epoch milliseconds, or 0. */
  public long target(String milestone) {
    return planned == null
        ? 0
        : planned.milestones().stream()
            .filter(known -> known.name().equals(milestone))
            .mapToLong(RunPlanned.Milestone::target)
            .findFirst()
            .orElse(0);
  }

  /** When each checkpoint was reached, epoch milliseconds. */
  public Map<String, Long> reached() {
    return reached;
  }
}
