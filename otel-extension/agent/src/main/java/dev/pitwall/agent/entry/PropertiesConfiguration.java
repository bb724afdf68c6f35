package dev.pitwall.agent.entry;

import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.Collections;

/**
 * Keeps the agent's properties for the start; changes nothing, unless the operator names a header
 * of permissions.
 */
public final class PropertiesConfiguration implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    customizer.addPropertiesCustomizer(
        properties -> {
          Configuration.properties = properties::getString;
          return Collections.emptyMap();
        });
    customizer.addPropagatorCustomizer(
        (propagator, properties) -> {
          String header = properties.getString(AuthorizationHeader.SETTING);
          return header == null || header.trim().isEmpty()
              ? propagator
              : TextMapPropagator.composite(propagator, new AuthorizationHeader(header.trim()));
        });
  }

  /** Last, to see what other extensions have changed. */
  @Override
  public int order() {
    return Integer.MAX_VALUE;
  }
}
