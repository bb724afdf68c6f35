package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metrics;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which parts of Pitwall run: the extension itself, and the modules whose hooks have been reached.
 */
public final class AppliedLibraries implements Gauges.Source {

  private final String extensionVersion;
  private final String agentVersion;
  private final Set<String> applied = ConcurrentHashMap.newKeySet();

  public AppliedLibraries(String extensionVersion, String agentVersion) {
    this.extensionVersion = extensionVersion;
    this.agentVersion = agentVersion;
  }

  /** A module's hooks have been reached. */
  public void add(String library) {
    applied.add(library);
  }

  @Override
  public void observe(Gauges.Series series, long now) {
    series.sum(Metrics.EXTENSION_LOADED, 1, extensionVersion, agentVersion);
    applied.forEach(library -> series.sum(Metrics.INSTRUMENTATION_LOADED, 1, library));
  }
}
