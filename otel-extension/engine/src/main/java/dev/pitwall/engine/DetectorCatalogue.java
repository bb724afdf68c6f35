package dev.pitwall.engine;

import dev.pitwall.engine.detector.Detector;
import dev.pitwall.engine.detector.Scene;
import dev.pitwall.engine.signal.Signal;
import java.util.List;
import java.util.stream.IntStream;

/** The detectors there are, and which of them a signal gives reason to make. */
final class DetectorCatalogue {

  private static final int[] NONE = {};

  private final List<Detector.Factory> factories;
  // Asked for every signal; one array for each class of signals, made when it is first seen.
  private final ClassValue<int[]> starting =
      new ClassValue<>() {
        @Override
        protected int[] computeValue(Class<?> signal) {
          int[] found =
              IntStream.range(0, factories.size())
                  .filter(i -> factories.get(i).startsWith().contains(signal))
                  .toArray();
          return found.length == 0 ? NONE : found;
        }
      };

  DetectorCatalogue(List<Detector.Factory> factories) {
    this.factories = List.copyOf(factories);
  }

  int size() {
    return factories.size();
  }

  /** Numbers of the detectors that are to be made when this signal comes. */
  int[] startingWith(Signal signal) {
    return starting.get(signal.getClass());
  }

  Detector create(int number, Scene scene) {
    return factories.get(number).create(scene);
  }
}
