package dev.pitwall.engine;

import dev.pitwall.engine.finding.Finding;

/** Counts what it hears and forgets it. */
final class QuietListener implements EngineListener {

  private long opened;
  private long evicted;

  long opened() {
    return opened;
  }

  long evicted() {
    return evicted;
  }

  @Override
  public void opened(Finding finding) {
    opened++;
  }

  @Override
  public void resolved(Finding finding, long at) {}

  @Override
  public void evictedRun(String run) {
    evicted++;
  }

  @Override
  public void progressed(String run, int completed, int total) {}
}
