package dev.pitwall.engine.detector;

import java.util.List;
import java.util.stream.Stream;

/** Every detector there is. */
public final class Detectors {

  private Detectors() {}

  /** Their factories, causes before what may be their symptoms. */
  public static List<Detector.Factory> all(DetectorSettings settings) {
    return Stream.concat(aboutWork(settings).stream(), WaitingDetectors.all(settings).stream())
        .toList();
  }

  private static List<Detector.Factory> aboutWork(DetectorSettings settings) {
    return List.of(
        AuthorizationDetector.factory(
            settings.of(AuthorizationSettings.class, AuthorizationSettings.DEFAULT)),
        StopDetector.factory(settings.of(StopSettings.class, StopSettings.DEFAULT)),
        ApprovalDetector.factory(settings.of(ApprovalSettings.class, ApprovalSettings.DEFAULT)),
        RateLimitDetector.factory(settings.of(RateLimitSettings.class, RateLimitSettings.DEFAULT)),
        ContextOverflowDetector.factory(
            settings.of(ContextOverflowSettings.class, ContextOverflowSettings.DEFAULT)),
        RetryStormDetector.factory(
            settings.of(RetryStormSettings.class, RetryStormSettings.DEFAULT)),
        PingPongDetector.factory(settings.of(PingPongSettings.class, PingPongSettings.DEFAULT)),
        LoopDetector.factory(settings.of(LoopSettings.class, LoopSettings.DEFAULT)),
        DuplicateWorkDetector.factory(
            settings.of(DuplicateWorkSettings.class, DuplicateWorkSettings.DEFAULT)),
        QualityRegressionDetector.factory(
            settings.of(QualityRegressionSettings.class, QualityRegressionSettings.DEFAULT)),
        RunawayCostDetector.factory(
            settings.of(RunawayCostSettings.class, RunawayCostSettings.DEFAULT)),
        MilestoneDetector.factory(settings.of(MilestoneSettings.class, MilestoneSettings.DEFAULT)));
  }
}
