package dev.pitwall.agent.ready;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Never loaded: has one name of each kind that the agent rewrites in our classes, so that its bytes
 * tell whether an agent rewrites as the build did. The build fails when a kind is missing.
 */
final class Probe {

  @Nullable OpenTelemetry api;
  @Nullable Context context;
  @Nullable Logger logger;
}
