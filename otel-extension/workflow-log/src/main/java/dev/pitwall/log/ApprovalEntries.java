package dev.pitwall.log;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.ApprovalDecided;
import dev.pitwall.engine.signal.ApprovalRequested;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.log.EntryWriter.Page;

/** Questions to people. */
final class ApprovalEntries implements SignalHandler {

  private final Page page;

  ApprovalEntries(Page page) {
    this.page = page;
  }

  @Override
  public void on(ApprovalRequested requested) {
    page.write(
        page.entry(Events.APPROVAL_REQUESTED, requested.at())
            .with(Pitwall.APPROVAL_ID, requested.approval())
            .with(Pitwall.APPROVAL_KIND, requested.kind())
            .with(GenAi.TOOL, requested.guards())
            .with(Pitwall.TASK_ID, requested.task()));
  }

  @Override
  public void on(ApprovalDecided decided) {
    page.write(
        page.entry(Events.APPROVAL_DECIDED, decided.at())
            .with(Pitwall.APPROVAL_ID, decided.approval())
            .with(Pitwall.APPROVAL_KIND, decided.kind())
            .with(GenAi.TOOL, decided.guards())
            .with(Pitwall.APPROVAL_RESULT, decided.result())
            .with(Pitwall.USER_ID, decided.user()));
  }
}
