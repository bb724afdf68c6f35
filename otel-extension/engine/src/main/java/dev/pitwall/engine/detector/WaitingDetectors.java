package dev.pitwall.engine.detector;

import java.util.List;

/** The detectors that are about waiting. */
final class WaitingDetectors {

  private WaitingDetectors() {}

  static List<Detector.Factory> all(DetectorSettings settings) {
    return List.of(StallDetector.factory(settings.of(StallSettings.class, StallSettings.DEFAULT)));
  }
}
