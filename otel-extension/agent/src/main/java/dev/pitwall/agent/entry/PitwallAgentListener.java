package dev.pitwall.agent.entry;

import io.opentelemetry.javaagent.extension.AgentListener;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts Pitwall once the agent runs, or says in one line why it does not.
 *
 * <p>This class is all that an old JVM loads; what it starts is reached by reflection because it
 * needs a newer one.
 */
public final class PitwallAgentListener implements AgentListener {

  private static final Logger logger = Logger.getLogger(PitwallAgentListener.class.getName());
  private static final double OLDEST = 17;

  /** The agent makes its listeners before it asks for anything else of ours. */
  public PitwallAgentListener() {
    try {
      if (!isTooOld(version())) {
        Class.forName("dev.pitwall.agent.ready.ReadyClasses").getMethod("define").invoke(null);
      }
    } catch (Throwable t) {
      logger.log(Level.FINE, "Pitwall's classes are not there ahead; the agent loads them", t);
    }
  }

  @Override
  public void afterAgent(AutoConfiguredOpenTelemetrySdk sdk) {
    String version = version();
    try {
      if (isTooOld(version)) {
        logger.log(
            Level.WARNING,
            "Pitwall is off: it needs Java 17, this is Java {0}. The OpenTelemetry agent works as without it.",
            version);
        return;
      }
      // What comes next cannot even be loaded without the bridge, whose absence has been reported.
      if (Boolean.TRUE.equals(
          Class.forName("dev.pitwall.instrumentation.BridgeJar")
              .getMethod("isOnBootstrapLoader")
              .invoke(null))) {
        Class.forName("dev.pitwall.agent.Startup").getMethod("start").invoke(null);
      }
    } catch (Throwable t) {
      logger.log(
          Level.WARNING,
          "Pitwall is off: it could not start. The application and the OpenTelemetry agent are not affected.",
          t);
    }
  }

  private static String version() {
    return System.getProperty("java.specification.version", "0");
  }

  private static boolean isTooOld(String version) {
    return Double.parseDouble(version) < OLDEST;
  }
}
