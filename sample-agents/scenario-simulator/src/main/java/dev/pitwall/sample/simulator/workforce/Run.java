package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import dev.pitwall.sample.simulator.telemetry.Content;
import dev.pitwall.sample.simulator.telemetry.LogRecord;
import dev.pitwall.sample.simulator.telemetry.Span;
import dev.pitwall.sample.simulator.workforce.Orchestration.Topology;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One execution of a workflow. */
public final class Run {

  private final Workplace place;
  private final String id;
  private final String trace;
  private final Handoffs handoffs = new Handoffs(this);
  private long sequence;
  private @Nullable Orchestration root;

  Run(Workplace place) {
    this.place = place;
    this.id = place.dice().hex(16);
    this.trace = place.dice().hex(32);
  }

  public Workplace place() {
    return place;
  }

  public String id() {
    return id;
  }

  public String trace() {
    return trace;
  }

  public Handoffs handoffs() {
    return handoffs;
  }

  /** The name of the one who gives out the work: the workflow itself. */
  public String orchestrator() {
    return place.workflow();
  }

  /** Starts it, as a sequence of so many steps. */
  public Run begin(int steps) {
    return begin(Topology.SEQUENCE, steps);
  }

  /** Starts it. */
  public Run begin(Topology topology, int members) {
    root = new Orchestration(this, place.workflow(), null, topology, members, 1, new Attributes());
    log(Events.RUN_STARTED, new Attributes().with(Pitwall.RUN_OWNER, "simulated-1"));
    beat();
    return this;
  }

  /** Who gives out the work. */
  public Orchestration root() {
    if (root == null) {
      throw new IllegalStateException("the run has not begun");
    }
    return root;
  }

  /** Hands work to an agent, which does it and gives it back. */
  public @Nullable String invoke(
      String agent, @Nullable String input, Function<Invocation, @Nullable String> work) {
    return root().invoke(agent, input, work);
  }

  /** It returns a result. */
  public void complete() {
    beat();
    root().end(null);
    log(Events.RUN_COMPLETED, new Attributes());
  }

  /** It ends in an error. */
  public void fail(String error) {
    beat();
    root().end(error);
    log(Events.RUN_FAILED, new Attributes().with(GenAi.ERROR_TYPE, error));
  }

  /** So many of its steps are done. */
  public void progressed(int completed, int total) {
    log(
        Events.RUN_PROGRESSED,
        new Attributes()
            .with(Pitwall.PROGRESS_COMPLETED, (double) completed)
            .with(Pitwall.PROGRESS_TOTAL, (double) total));
  }

  /** Between two things that one process does. */
  public void beat() {
    place.pause(place.dice().between(1, 4));
  }

  /** Writes an entry of the workflow log. */
  public void log(Event event, Attributes attributes) {
    log(event, root == null ? null : root.span(), attributes);
  }

  void log(Event event, @Nullable String span, Attributes attributes) {
    Attributes all =
        new Attributes()
            .withAll(attributes)
            .with(Pitwall.RUN_ID, id)
            .with(GenAi.WORKFLOW, place.workflow())
            .with(Pitwall.EVENT_SEQUENCE, sequence++);
    place
        .recording()
        .add(new LogRecord(event.name(), place.now(), span == null ? null : trace, span, all));
  }

  /** Exports a span that ends now. */
  void record(
      String span,
      @Nullable String parent,
      String name,
      boolean client,
      long start,
      Attributes attributes,
      Content content,
      @Nullable String error) {
    place
        .recording()
        .add(
            new Span(
                trace, span, parent, name, client, start, place.now(), attributes, content, error));
  }
}
