package dev.pitwall.log;

import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.log.EntryWriter.Page;

/** What was found. */
final class FindingEntries {

  private final Page page;

  FindingEntries(Page page) {
    this.page = page;
  }

  void opened(Finding finding) {
    write(Events.FINDING_OPENED, finding, finding.openedAt());
  }

  void updated(Finding finding, long at) {
    write(Events.FINDING_UPDATED, finding, at);
  }

  void resolved(Finding finding, long at) {
    write(Events.FINDING_RESOLVED, finding, at);
  }

  private void write(Event event, Finding finding, long at) {
    page.write(
        page.entry(event, at)
            .with(Pitwall.FINDING_ID, finding.id())
            .with(Pitwall.FINDING_TYPE, finding.type().value())
            .with(Pitwall.FINDING_SEVERITY, finding.severity().value())
            .with(Pitwall.FINDING_SUBJECT, finding.subject())
            .with(Pitwall.FINDING_CAUSE, finding.cause().label())
            .withAll(
                Pitwall.FINDING_CAUSES,
                finding.causes().stream()
                    .map(cause -> cause.label() + "=" + cause.score())
                    .toList())
            .with(Pitwall.FINDING_ONSET, finding.onset())
            .with(Pitwall.FINDING_EVIDENCE, finding.evidence())
            .with(Pitwall.FINDING_RECOMMENDATION, finding.recommendation())
            .with(GenAi.AGENT, finding.agent()));
  }
}
