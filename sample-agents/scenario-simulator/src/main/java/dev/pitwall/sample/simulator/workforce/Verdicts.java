package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import org.jspecify.annotations.Nullable;

/** Scores and verdicts on what agents have done. */
public final class Verdicts {

  private Verdicts() {}

  /** An evaluator gives a score. */
  public static void score(Run run, String evaluation, String agent, double score) {
    run.log(
        Events.EVALUATION_RESULT,
        new Attributes()
            .with(GenAi.EVALUATION, evaluation)
            .with(GenAi.EVALUATION_SCORE, score)
            .with(GenAi.AGENT, agent));
  }

  /** A gate lets pass or sends back. */
  public static void gate(
      Run run, String gate, String agent, boolean passed, int attempt, @Nullable WorkItem item) {
    run.log(
        Events.EVALUATION_RESULT,
        new Attributes()
            .with(GenAi.EVALUATION, gate)
            .with(GenAi.EVALUATION_LABEL, passed ? "pass" : "fail")
            .with(GenAi.AGENT, agent));
    run.log(
        Events.GATE_DECIDED,
        new Attributes()
            .with(Pitwall.GATE, gate)
            .with(Pitwall.GATE_RESULT, passed ? "passed" : "failed")
            .with(Pitwall.GATE_ACTION, passed ? "pass" : "retry")
            .with(Pitwall.GATE_ATTEMPT, attempt)
            .with(Pitwall.TASK_ID, item == null ? null : item.id())
            .with(GenAi.AGENT, agent));
  }
}
