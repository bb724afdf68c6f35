package dev.pitwall.log;

import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.signal.HandoffAccepted;
import dev.pitwall.engine.signal.HandoffEnded;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.HandoffRejected;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.log.EntryWriter.Page;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Work that is passed on. */
final class HandoffEntries implements SignalHandler {

  private final Page page;
  private final Map<String, HandoffOffered> offers = new HashMap<>(4);

  private static final int MAX_OFFERS = 1024;

  HandoffEntries(Page page) {
    this.page = page;
  }

  @Override
  public void on(HandoffOffered offered) {
    if (offers.size() < MAX_OFFERS) {
      offers.put(offered.handoff(), offered);
    }
    page.write(
        entry(Events.HANDOFF_OFFERED, offered.at(), offered.handoff())
            .with(Pitwall.HANDOFF_SOURCE, offered.source())
            .with(Pitwall.HANDOFF_TARGET, offered.target())
            .with(Pitwall.HANDOFF_RECIPIENT, offered.recipient().name().toLowerCase(Locale.ROOT))
            .with(Pitwall.HANDOFF_ONE_WAY, offered.replyPath() ? null : true)
            .with(Pitwall.INPUT_HASH, offered.inputHash()));
  }

  @Override
  public void on(HandoffAccepted accepted) {
    page.write(
        entry(Events.HANDOFF_ACCEPTED, accepted.at(), accepted.handoff())
            .with(Pitwall.HANDOFF_SOURCE, accepted.source())
            .with(Pitwall.HANDOFF_TARGET, accepted.target()));
  }

  @Override
  public void on(HandoffRejected rejected) {
    page.write(
        entry(Events.HANDOFF_REJECTED, rejected.at(), rejected.handoff())
            .with(Pitwall.HANDOFF_SOURCE, rejected.source())
            .with(Pitwall.HANDOFF_TARGET, rejected.target())
            .with(Pitwall.REASON, rejected.reason()));
    offers.remove(rejected.handoff());
  }

  @Override
  public void on(HandoffEnded ended) {
    Event event = ended.error() == null ? Events.HANDOFF_COMPLETED : Events.HANDOFF_FAILED;
    page.write(
        entry(event, ended.at(), ended.handoff())
            .with(Pitwall.HANDOFF_SOURCE, ended.source())
            .with(Pitwall.HANDOFF_TARGET, ended.target())
            .with(GenAi.ERROR_TYPE, ended.error()));
    offers.remove(ended.handoff());
  }

  void became(HandoffFate fate, HandoffOffered offer, long at) {
    Event event =
        switch (fate) {
          case LOST -> Events.HANDOFF_LOST;
          case RECOVERED -> Events.HANDOFF_RECOVERED;
          case DUPLICATED -> Events.HANDOFF_DUPLICATED;
        };
    page.write(
        entry(event, at, offer.handoff())
            .with(Pitwall.HANDOFF_SOURCE, offer.source())
            .with(Pitwall.HANDOFF_TARGET, offer.target())
            .with(Pitwall.INPUT_HASH, offer.inputHash()));
  }

  private Entry.Builder entry(Event event, long at, String handoff) {
    HandoffOffered offer = offers.get(handoff);
    return page.entry(event, at)
        .with(Pitwall.HANDOFF_ID, handoff)
        .with(
            Pitwall.HANDOFF_MODE,
            offer == null ? null : offer.mode().name().toLowerCase(Locale.ROOT));
  }
}
