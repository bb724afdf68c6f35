package dev.pitwall.engine;

import dev.pitwall.engine.detector.Detector;
import dev.pitwall.engine.detector.DetectorSettings;
import dev.pitwall.engine.detector.Detectors;
import dev.pitwall.engine.detector.Scene;
import dev.pitwall.engine.signal.Signal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The detectors there are, and which of them a signal gives reason to make. Their classes are
 * loaded with the first run: a service that starts is not kept waiting for them.
 */
final class DetectorCatalogue {

  private static final int[] NONE = {};

  private final DetectorSettings settings;
  private volatile @Nullable List<Detector.Factory> factories;
  // Asked for every signal; one array for each class of signals, made when it is first seen.
  private final ClassValue<int[]> starting =
      new ClassValue<>() {
        @Override
        protected int[] computeValue(Class<?> signal) {
          List<Detector.Factory> all = factories();
          int[] found =
              IntStream.range(0, all.size())
                  .filter(i -> all.get(i).startsWith().contains(signal))
                  .toArray();
          return found.length == 0 ? NONE : found;
        }
      };

  DetectorCatalogue(DetectorSettings settings) {
    this.settings = settings;
  }

  int size() {
    return factories().size();
  }

  /** Numbers of the detectors that are to be made when this signal comes. */
  int[] startingWith(Signal signal) {
    return starting.get(signal.getClass());
  }

  Detector create(int number, Scene scene) {
    return factories().get(number).create(scene);
  }

  // Made twice by two threads, they are the same.
  private List<Detector.Factory> factories() {
    List<Detector.Factory> made = factories;
    if (made == null) {
      made = Detectors.all(settings);
      factories = made;
    }
    return made;
  }
}
