package dev.pitwall.agent.entry;

import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.model.OpenTelemetryConfigurationModel;
import java.util.Collections;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the declarative file for the start; changes nothing. */
public final class DeclarativeConfiguration implements DeclarativeConfigurationCustomizerProvider {

  private static final Logger logger = Logger.getLogger(DeclarativeConfiguration.class.getName());

  @Override
  public void customize(DeclarativeConfigurationCustomizer customizer) {
    customizer.addModelCustomizer(
        file -> {
          // None of this is stable yet; whatever becomes of it, the agent must start.
          try {
            Configuration.declared = tree(file);
          } catch (Throwable t) {
            Configuration.declared = Collections.emptyMap();
            logger.log(
                Level.WARNING,
                "Pitwall cannot read its settings from the declarative configuration of this agent;"
                    + " system properties and environment variables work.",
                t);
          }
          return file;
        });
  }

  /** Last, to see what other extensions have changed. */
  @Override
  public int order() {
    return Integer.MAX_VALUE;
  }

  // By way of maps: the model's own methods differ between 2.31 and 2.33.
  private static Map<String, Object> tree(OpenTelemetryConfigurationModel file) {
    return DeclarativeConfigProperties.toMap(
        io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfiguration
            .toConfigProperties(file));
  }
}
