package dev.pitwall.engine.detector;

import java.util.List;

/** Every detector there is. */
public final class Detectors {

  private Detectors() {}

  /** Their factories, causes before what may be their symptoms. */
  public static List<Detector.Factory> all(DetectorSettings settings) {
    return List.of(LoopDetector.factory(settings.of(LoopSettings.class, LoopSettings.DEFAULT)));
  }
}
