package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Instrument;
import dev.pitwall.conventions.Metric;
import dev.pitwall.conventions.Metrics;
import dev.pitwall.conventions.PlanMetrics;
import dev.pitwall.engine.Engine;
import dev.pitwall.engine.finding.Finding;
import dev.pitwall.engine.finding.FindingType;
import dev.pitwall.engine.run.RunSnapshot;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The gauges of the conventions, computed from one look at the engine for every export. */
public final class Gauges {

  private static final int MAX_ACTIVE_FINDINGS = 20;
  // Below what the SDK allows an instrument; what is over gives way to what is there.
  private static final int MAX_SERIES_WITH_ZEROS = 1500;

  private final Engine engine;
  private final FindingBoard findings;
  private final Instruments instruments;
  private final Clock clock;
  private final int liveRunsMax;
  private final List<Source> sources;
  private final LastSeen lastSeen = new LastSeen();
  private final IdentityHashMap<Metric, ObservableDoubleMeasurement> gauges =
      new IdentityHashMap<>();

  /** Something else that has gauges. */
  @FunctionalInterface
  public interface Source {

    /** Adds its values at {@code now}, epoch milliseconds. */
    void observe(Series series, long now);
  }

  public Gauges(
      Engine engine,
      FindingBoard findings,
      Instruments instruments,
      List<Source> sources,
      int liveRunsMax,
      Clock clock) {
    this.engine = engine;
    this.findings = findings;
    this.instruments = instruments;
    this.sources = List.copyOf(sources);
    this.liveRunsMax = liveRunsMax;
    this.clock = clock;
  }

  /** Registers the gauges; from then on every export asks for them. */
  public void register(Meter meter) {
    for (Metric metric : Metrics.all()) {
      if (metric.instrument() == Instrument.GAUGE) {
        gauges.put(
            metric,
            meter
                .gaugeBuilder(metric.name())
                .setUnit(metric.unit())
                .setDescription(metric.description())
                .buildObserver());
      }
    }
    ObservableDoubleMeasurement[] all = gauges.values().toArray(new ObservableDoubleMeasurement[0]);
    meter.batchCallback(this::observe, all[0], all);
  }

  private void observe() {
    long now = clock.millis();
    Series series = new Series();
    if (ShutdownInProgress.isSeen()) {
      series.emit();
      return;
    }
    sources.forEach(source -> source.observe(series, now));
    List<RunSnapshot> runs = engine.runs(now);
    runs.forEach(run -> observe(run, now, series));
    runs.forEach(run -> observeTrouble(run, series));
    runs.stream()
        .filter(run -> run.startedAt() != 0)
        .sorted(Comparator.comparingLong(RunSnapshot::startedAt))
        .limit(liveRunsMax)
        .forEach(run -> observeLive(run, now, series));
    List<Finding> shown = findings.at(now);
    shown.forEach(finding -> observe(finding, series));
    shown.stream().limit(MAX_ACTIVE_FINDINGS).forEach(finding -> observeActive(finding, series));
    series.emit();
  }

  private static void observe(RunSnapshot run, long now, Series series) {
    String workflow = run.workflow();
    if (run.startedAt() == 0) {
      return;
    }
    series.sum(Metrics.RUNS_ACTIVE, 1, workflow);
    series.sum(Metrics.RUNS_WAITING, run.waitsForPeople() ? 1 : 0, workflow);
    series.sum(Metrics.RUNS_PROGRESSED, run.estimate().progress(), workflow);
    series.max(
        Metrics.RUNS_IDLE, run.waitsForPeople() ? 0 : seconds(now - run.usefulAt()), workflow);
    long remaining = run.estimate().remaining();
    if (remaining >= 0) {
      series.max(Metrics.RUNS_REMAINING, seconds(remaining), workflow);
    }
    run.activeAgents().forEach((agent, count) -> series.sum(Metrics.AGENTS_ACTIVE, count, agent));
    observePlan(run, now, series);
    for (RunSnapshot.Pending handoff : run.handoffs()) {
      series.sum(Metrics.HANDOFFS_PENDING, 1, workflow, handoff.subject());
      series.max(
          Metrics.HANDOFFS_OLDEST, seconds(now - handoff.since()), workflow, handoff.subject());
    }
    for (RunSnapshot.Pending approval : run.approvals()) {
      series.sum(Metrics.APPROVALS_PENDING, 1, workflow, approval.subject());
      series.max(
          Metrics.APPROVALS_OLDEST, seconds(now - approval.since()), workflow, approval.subject());
    }
  }

  private static void observePlan(RunSnapshot run, long now, Series series) {
    String workflow = run.workflow();
    if (run.deadline() != 0) {
      series.sum(PlanMetrics.RUNS_OVERDUE, run.deadline() < now ? 1 : 0, workflow);
      series.min(PlanMetrics.RUNS_SLACK, run.slack(now) / 1000.0, workflow);
    }
    for (String milestone : run.overdueMilestones()) {
      series.sum(PlanMetrics.MILESTONES_OVERDUE, 1, workflow, milestone);
    }
    for (RunSnapshot.OpenTask task : run.tasks()) {
      String type = task.type().isEmpty() ? null : task.type();
      series.sum(PlanMetrics.TASKS_PENDING, 1, workflow, type);
      series.sum(PlanMetrics.TASKS_BLOCKED, task.blocked() ? 1 : 0, workflow, type);
      series.max(PlanMetrics.TASKS_OLDEST, seconds(now - task.since()), workflow, type);
    }
  }

  private void observeTrouble(RunSnapshot run, Series series) {
    Set<FindingType> found = engine.findings(run.run());
    series.sum(PlanMetrics.RUNS_STALLED, found.contains(FindingType.STALL) ? 1 : 0, run.workflow());
    series.sum(
        PlanMetrics.RUNS_AT_RISK,
        found.contains(FindingType.MILESTONE_AT_RISK) ? 1 : 0,
        run.workflow());
  }

  private static void observeLive(RunSnapshot run, long now, Series series) {
    series.sum(Metrics.RUN_PROGRESS, run.estimate().progress(), run.workflow(), run.run());
    series.sum(Metrics.RUN_AGE, seconds(now - run.startedAt()), run.workflow(), run.run());
    series.sum(Metrics.RUN_IDLE, seconds(now - run.usefulAt()), run.workflow(), run.run());
  }

  private static void observe(Finding finding, Series series) {
    series.sum(
        Metrics.FINDINGS_OPEN,
        1,
        finding.type().value(),
        finding.severity().value(),
        finding.workflow(),
        finding.agent());
  }

  private static void observeActive(Finding finding, Series series) {
    series.sum(
        Metrics.FINDING_ACTIVE,
        1,
        finding.id(),
        finding.run(),
        finding.type().value(),
        finding.severity().value(),
        finding.workflow(),
        finding.agent(),
        finding.cause().label());
  }

  private static double seconds(long millis) {
    return Math.max(0, millis) / 1000.0;
  }

  /** The values of one export, combined by labels before they are given away. */
  public final class Series {

    private final IdentityHashMap<Metric, Map<Attributes, Double>> values = new IdentityHashMap<>();

    void sum(Metric metric, double value, @Nullable String... labels) {
      of(metric).merge(instruments.labels(metric, labels), value, Double::sum);
    }

    /** The largest of the values given for these labels. */
    public void max(Metric metric, double value, @Nullable String... labels) {
      of(metric).merge(instruments.labels(metric, labels), value, Math::max);
    }

    void min(Metric metric, double value, @Nullable String... labels) {
      of(metric).merge(instruments.labels(metric, labels), value, Math::min);
    }

    /** The largest of the values given for these labels. */
    public void max(Metric metric, double value, Attributes labels) {
      of(metric).merge(labels, value, Math::max);
    }

    /**
     * Gives the values away, and a zero for every series that had a value before and has none now.
     */
    private void emit() {
      lastSeen.addZeros(this);
      values.forEach(
          (metric, series) -> {
            ObservableDoubleMeasurement gauge =
                Objects.requireNonNull(gauges.get(metric), metric.name());
            series.forEach((labels, value) -> gauge.record(value, labels));
          });
    }

    Map<Metric, Map<Attributes, Double>> values() {
      return values;
    }

    boolean has(Metric metric, Attributes labels) {
      Map<Attributes, Double> series = values.get(metric);
      return series != null && series.containsKey(labels);
    }

    void zero(Metric metric, Attributes labels) {
      Map<Attributes, Double> series = of(metric);
      if (series.size() < MAX_SERIES_WITH_ZEROS) {
        series.putIfAbsent(labels, 0.0);
      }
    }

    private Map<Attributes, Double> of(Metric metric) {
      return values.computeIfAbsent(metric, key -> new HashMap<>());
    }
  }
}
