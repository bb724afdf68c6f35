package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Metrics;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Our own errors: counted every time, logged once for each place, never the application's. */
public final class SuppressedErrors {

  private static final Logger logger = Logger.getLogger(SuppressedErrors.class.getName());
  private static final int MAX_PLACES = 100;

  private final Instruments instruments;
  private final Set<String> logged = ConcurrentHashMap.newKeySet();

  public SuppressedErrors(Instruments instruments) {
    this.instruments = instruments;
  }

  /** An error of ours in the given module. */
  public void suppress(String library, Throwable error) {
    instruments.add(Metrics.ERRORS_SUPPRESSED, 1, library);
    String place = library + " " + error.getClass().getName();
    if (logged.size() < MAX_PLACES && logged.add(place)) {
      logger.log(
          Level.WARNING,
          "Pitwall failed in "
              + library
              + "; the application has not noticed. Further errors of this kind are only counted, in pitwall.errors.suppressed.",
          error);
    }
  }
}
