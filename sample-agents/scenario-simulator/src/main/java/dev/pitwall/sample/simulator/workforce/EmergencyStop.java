package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import org.jspecify.annotations.Nullable;

/** An operator's order that nothing new may begin. */
public final class EmergencyStop {

  private final Workplace place;
  private final @Nullable String workflow;

  /**
   * @param workflow which one has to stop, or null for all
   */
  public EmergencyStop(Workplace place, @Nullable String workflow) {
    this.place = place;
    this.workflow = workflow;
  }

  public void engage() {
    order(Events.EMERGENCY_STOP_ENGAGED);
  }

  public void clear() {
    order(Events.EMERGENCY_STOP_CLEARED);
  }

  private void order(Event order) {
    place.log(
        order,
        new Attributes()
            .with(Pitwall.SCOPE, workflow == null ? "all" : "workflow")
            .with(GenAi.WORKFLOW, workflow)
            .with(Pitwall.USER_ID, "ada")
            .with(Pitwall.REASON, "drill"));
  }
}
