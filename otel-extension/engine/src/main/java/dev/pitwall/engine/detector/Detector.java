package dev.pitwall.engine.detector;

import dev.pitwall.engine.signal.SignalHandler;

/**
 * Decides about one kind of trouble in one run. It sees the run's signals in order and under the
 * run's lock, keeps a state of bounded size, and opens and resolves findings through the {@link
 * FindingSink} it was made with. What is still open when the run ends is resolved for it.
 */
public interface Detector extends SignalHandler {

  /** Makes the detector of one run. */
  @FunctionalInterface
  interface Factory {
    Detector create(FindingSink findings);
  }
}
