package dev.pitwall.log;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.ResourceAccessed;
import dev.pitwall.engine.signal.SignalHandler;
import dev.pitwall.log.EntryWriter.Page;
import java.util.Locale;

/** What agents share. */
final class SharedEntries implements SignalHandler {

  private final Page page;

  SharedEntries(Page page) {
    this.page = page;
  }

  @Override
  public void on(ArtifactWritten written) {
    page.write(
        page.entry(Events.ARTIFACT_WRITTEN, written.at())
            .with(Pitwall.ARTIFACT_KEY, written.key())
            .with(Pitwall.OUTPUT_HASH, written.hash())
            .with(GenAi.AGENT, written.agent()));
  }

  @Override
  public void on(ResourceAccessed access) {
    page.write(
        page.entry(Events.RESOURCE_ACCESSED, access.at())
            .with(Pitwall.RESOURCE, access.resource())
            .with(Pitwall.RESOURCE_VERSION, access.version())
            .with(Pitwall.RESOURCE_ACCESS, access.access().name().toLowerCase(Locale.ROOT))
            .with(Pitwall.RESOURCE_ACCESSED_AT, access.startedAt())
            .with(GenAi.AGENT, access.party()));
  }
}
