package dev.pitwall.log;

import dev.pitwall.conventions.Event;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.HandoffFate;
import dev.pitwall.engine.signal.HandoffOffered;
import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.SignalHandler;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes entries of one run's signals and findings. Not safe for use by several threads; its owner
 * locks.
 */
public final class EntryWriter {

  private final List<SignalHandler> parts;
  private final HandoffEntries handoffs;
  private final FindingEntries findings;

  /**
   * @param run the run
   * @param workflow its workflow
   * @param owner the service instance in which it started
   * @param sink takes the entries, in order
   */
  public EntryWriter(String run, String workflow, String owner, Consumer<Entry> sink) {
    Page page = new Page(run, workflow, sink);
    this.handoffs = new HandoffEntries(page);
    this.parts =
        List.of(
            new RunEntries(page, owner),
            new PlanEntries(page),
            new TaskEntries(page),
            handoffs,
            new SharedEntries(page),
            new QualityEntries(page),
            new ApprovalEntries(page));
    this.findings = new FindingEntries(page);
  }

  /** Writes what a signal has to say, if it belongs into the log. */
  public void write(Signal signal) {
    parts.forEach(signal::deliverTo);
  }

  /** A handoff was lost, found again, or taken up twice. */
  public void handoff(HandoffFate fate, HandoffOffered offer, long at) {
    handoffs.became(fate, offer, at);
  }

  /** A finding was opened. */
  public void opened(Finding finding) {
    findings.opened(finding);
  }

  /** More is known of a finding. */
  public void updated(Finding finding, long at) {
    findings.updated(finding, at);
  }

  /** A finding was resolved. */
  public void resolved(Finding finding, long at) {
    findings.resolved(finding, at);
  }

  /** Where a run's entries begin and end. */
  record Page(String run, String workflow, Consumer<Entry> sink) {

    Entry.Builder entry(Event event, long at) {
      return Entry.of(event, run, workflow, at);
    }

    void write(Entry.Builder entry) {
      sink.accept(entry.build());
    }
  }
}
