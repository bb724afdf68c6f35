package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.SignalHandler;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Work that was offered and is neither declined nor finished. */
public final class Handoffs implements SignalHandler {

  private static final int CAPACITY = 512;

  private final Bounded<String, Handoff> open = new Bounded<>(CAPACITY);

  /**
   * A handoff that is open.
   *
   * @param offer the offer
   * @param acceptedAt when it was first taken up, epoch milliseconds, or 0
   * @param acceptances how often it was taken up; more than once is twice the work
   */
  public record Handoff(HandoffOffered offer, long acceptedAt, int acceptances) {

    public boolean isAccepted() {
      return acceptedAt != 0;
    }
  }

  @Override
  public void on(HandoffOffered offered) {
    if (open.get(offered.handoff()) == null) {
      open.put(offered.handoff(), new Handoff(offered, 0, 0));
    }
  }

  @Override
  public void on(HandoffAccepted accepted) {
    Handoff offered = open.get(accepted.handoff());
    if (offered != null) {
      long first = offered.isAccepted() ? offered.acceptedAt() : accepted.at();
      int acceptances = offered.acceptances() + 1;
      open.put(accepted.handoff(), new Handoff(offered.offer(), first, acceptances));
    }
  }

  @Override
  public void on(HandoffRejected rejected) {
    open.remove(rejected.handoff());
  }

  @Override
  public void on(HandoffEnded ended) {
    open.remove(ended.handoff());
  }

  public @Nullable Handoff get(String handoff) {
    return open.get(handoff);
  }

  /** Those that are open, oldest first. */
  public Collection<Handoff> open() {
    return open.values();
  }
}
