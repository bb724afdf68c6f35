package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.SignalHandler;
import java.util.Collection;

/** Questions that nobody has answered yet. */
public final class Approvals implements SignalHandler {

  private static final int CAPACITY = 512;

  private final Bounded<String, ApprovalRequested> open = new Bounded<>(CAPACITY);

  @Override
  public void on(ApprovalRequested requested) {
    open.put(requested.approval(), requested);
  }

  @Override
  public void on(ApprovalDecided decided) {
    open.remove(decided.approval());
  }

  /** Those that are open, oldest first. */
  public Collection<ApprovalRequested> open() {
    return open.values();
  }
}
