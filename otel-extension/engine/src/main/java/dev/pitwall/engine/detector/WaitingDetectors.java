package dev.pitwall.engine.detector;

import java.util.List;

/** The detectors that are about waiting. */
final class WaitingDetectors {

  private WaitingDetectors() {}

  static List<Detector.Factory> all(DetectorSettings settings) {
    return List.of(
        DeadlockDetector.factory(settings.of(DeadlockSettings.class, DeadlockSettings.DEFAULT)),
        HandoffLostDetector.factory(
            settings.of(HandoffLostSettings.class, HandoffLostSettings.DEFAULT)),
        ContentionDetector.factory(
            settings.of(ContentionSettings.class, ContentionSettings.DEFAULT)),
        StragglerDetector.factory(settings.of(StragglerSettings.class, StragglerSettings.DEFAULT)),
        BottleneckDetector.factory(
            settings.of(BottleneckSettings.class, BottleneckSettings.DEFAULT)),
        OrphanedTaskDetector.factory(
            settings.of(OrphanedTaskSettings.class, OrphanedTaskSettings.DEFAULT)),
        StallDetector.factory(settings.of(StallSettings.class, StallSettings.DEFAULT)));
  }
}
