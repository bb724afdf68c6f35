package dev.pitwall.agent.telemetry;

/** Records a model call in one of the two generations of the conventions' metrics. */
public interface ModelCallMetrics {

  void record(ModelCall call);

  /** The generation that the operator chose. */
  static ModelCallMetrics of(Instruments instruments, boolean latest) {
    return latest
        ? new LatestModelCallMetrics(instruments)
        : new LegacyModelCallMetrics(instruments);
  }
}
