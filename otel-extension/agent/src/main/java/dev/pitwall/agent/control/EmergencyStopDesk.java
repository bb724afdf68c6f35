package dev.pitwall.agent.control;

import dev.pitwall.agent.telemetry.Gauges;
import dev.pitwall.agent.telemetry.WorkflowLog;
import dev.pitwall.bridge.StopOrder;
import dev.pitwall.conventions.ControlMetrics;
import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.engine.EmergencyStop;
import dev.pitwall.engine.Engine;
import dev.pitwall.engine.signal.StopReady.Readiness;
import dev.pitwall.log.ControlEntries;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Takes orders about the emergency stop from whatever source, tells the engine, and puts each into
 * the log. What it orders is observed here and enforced by whoever asks for a verdict.
 */
public final class EmergencyStopDesk implements Gauges.Source {

  private static final int MAX_STOPS = 1000;
  private static final String ALL = "";

  private final Engine engine;
  private final WorkflowLog log;
  private final UnaryOperator<@Nullable String> users;
  private final Clock clock;
  private final Set<String> engaged = new HashSet<>();
  private Readiness readiness = Readiness.NONE;

  /**
   * @param users how people are named in telemetry
   */
  public EmergencyStopDesk(
      Engine engine, WorkflowLog log, UnaryOperator<@Nullable String> users, Clock clock) {
    this.engine = engine;
    this.log = log;
    this.users = users;
    this.clock = clock;
  }

  /** Carries out an order. One that changes nothing is not repeated in the log. */
  public synchronized void take(StopOrder order) {
    long now = clock.millis();
    String scope = order.workflow() == null ? ALL : order.workflow();
    switch (order.action()) {
      case ARM -> {
        if (readiness == Readiness.NONE) {
          ready(Readiness.ARMED, Events.EMERGENCY_STOP_ARMED, order, now);
        }
      }
      case TEST -> {
        if (readiness != Readiness.TESTED) {
          ready(Readiness.TESTED, Events.EMERGENCY_STOP_TESTED, order, now);
        }
      }
      case ENGAGE -> {
        if (engaged.size() < MAX_STOPS && engaged.add(scope)) {
          write(Events.EMERGENCY_STOP_ENGAGED, order, now);
          engine.engage(stop(order, now));
        }
      }
      case CLEAR -> {
        if (engaged.remove(scope)) {
          write(Events.EMERGENCY_STOP_CLEARED, order, now);
          engine.clear(stop(order, now));
        }
      }
    }
  }

  /** The stop cannot be reached any more. */
  synchronized void disarm() {
    readiness = Readiness.NONE;
    engine.ready(readiness, clock.millis());
  }

  @Override
  public synchronized void observe(Gauges.Series series, long now) {
    series.max(
        ControlMetrics.EMERGENCY_STOP_ARMED, readiness == Readiness.NONE ? 0 : 1, "all", null);
    series.max(ControlMetrics.EMERGENCY_STOP_ENGAGED, engaged.contains(ALL) ? 1 : 0, "all", null);
    for (String workflow : engaged) {
      if (!workflow.equals(ALL)) {
        series.max(ControlMetrics.EMERGENCY_STOP_ENGAGED, 1, "workflow", workflow);
      }
    }
  }

  private void ready(Readiness now, Event event, StopOrder order, long at) {
    readiness = now;
    write(event, order, at);
    engine.ready(now, at);
  }

  private void write(Event event, StopOrder order, long at) {
    log.write(
        ControlEntries.emergencyStop(
            event, order.workflow(), users.apply(order.user()), order.reason(), at));
  }

  private EmergencyStop stop(StopOrder order, long at) {
    return new EmergencyStop(order.workflow(), users.apply(order.user()), order.reason(), at);
  }
}
