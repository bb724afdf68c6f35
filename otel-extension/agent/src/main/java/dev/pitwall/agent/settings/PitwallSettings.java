package dev.pitwall.agent.settings;

import dev.pitwall.engine.EngineSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the operator wants.
 *
 * @param engine bounds and thresholds of the engine
 * @param liveRunsMax how many runs have a series of their own; 0 for none
 * @param findingHold how long a finding is visible at least, so that every export sees it
 * @param hashKey key of the hashes that stand for content; a fresh one for this process if null
 * @param semconv the generation of the GenAI conventions' metrics of model calls
 * @param durableLog where events that must not be lost are kept
 * @param pricesFile prices that go before those that Pitwall comes with, if any
 * @param methodsFile maps methods of the application, if any
 * @param control what operators control while the service runs
 */
public record PitwallSettings(
    EngineSettings engine,
    int liveRunsMax,
    Duration findingHold,
    @Nullable String hashKey,
    Semconv semconv,
    DurableLogSettings durableLog,
    @Nullable String pricesFile,
    @Nullable String methodsFile,
    ControlSettings control) {

  /** With the legacy metrics of model calls and no prices of one's own. */
  public PitwallSettings(
      EngineSettings engine, int liveRunsMax, Duration findingHold, @Nullable String hashKey) {
    this(
        engine,
        liveRunsMax,
        findingHold,
        hashKey,
        Semconv.LEGACY,
        DurableLogSettings.NONE,
        null,
        null,
        ControlSettings.NONE);
  }

  /** Generations of the conventions' metrics of model calls. */
  public enum Semconv {
    /** What the agent itself still emits: {@code gen_ai.client.operation.duration} and others. */
    LEGACY,
    /** {@code gen_ai.client.inference.*}. */
    LATEST
  }
}
