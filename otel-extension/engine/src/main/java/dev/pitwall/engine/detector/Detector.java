package dev.pitwall.engine.detector;

import dev.pitwall.engine.signal.Signal;
import dev.pitwall.engine.signal.SignalHandler;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides about one kind of trouble in one run. It sees the run's signals in order and under the
 * run's lock, keeps a state of bounded size, and opens and resolves findings through the {@link
 * FindingSink} of its {@link Scene}. What is still open when the run ends is resolved for it.
 *
 * <p>A run that gives no reason to suspect anything should not pay for it: a detector is made when
 * the first signal comes that its factory asks for, and hears of signals from that one on.
 */
public interface Detector extends SignalHandler {

  /** Nothing is to be noticed by its absence. */
  long NEVER = Long.MAX_VALUE;

  /**
   * Time has passed. Called when any alarm of the run is due, also one that this detector did not
   * ask for; it looks at what is due for itself.
   *
   * @param now the time, epoch milliseconds
   * @return when it wants to be called again at the latest, or {@link #NEVER}
   */
  default long onTime(long now) {
    return NEVER;
  }

  /** The signal that was delivered last left something new behind: the run makes progress. */
  default void onProgress(long at) {}

  /**
   * The run has ended and what was open of its findings is resolved. A detector that is not done
   * with it hears of what is still said of the run, and may find something, until it wants no alarm
   * any more; then what it has open is resolved.
   *
   * @return when it wants to be called, or {@link #NEVER} if it is done
   */
  default long onEnd(long at) {
    return NEVER;
  }

  /** Makes the detector of one run. */
  interface Factory {

    /** The signals that give reason to make one. */
    Set<Class<? extends Signal>> startsWith();

    Detector create(Scene scene);

    /** A factory of detectors that are made with the first of the given signals. */
    static Factory startingWith(
        Set<Class<? extends Signal>> signals, Function<Scene, Detector> make) {
      return new Factory() {
        @Override
        public Set<Class<? extends Signal>> startsWith() {
          return signals;
        }

        @Override
        public Detector create(Scene scene) {
          return make.apply(scene);
        }
      };
    }
  }
}
