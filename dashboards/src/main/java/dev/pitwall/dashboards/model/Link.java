package dev.pitwall.dashboards.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a table's cell or a number leads.
 *
 * @param title what the reader will see there
 * @param url the address, with Grafana's variables in it
 */
public record Link(String title, String url) {

  private static final String CELL = "${__value.raw:percentencode}";

  /** Everything that is chosen at the top, which a link hands on. */
  private static final List<String> CHOICES =
      List.of(
          "datasource",
          "traces",
          "jaeger",
          "zipkin",
          "logs",
          "cluster",
          "job",
          "workflow",
          "agent",
          "step",
          "runbooks");

  /** What is known of the run that the cell names, in each store that there may be. */
  public static final List<Link> RUN =
      List.of(
          new Link("Traces of this run, in Tempo", Explore.tempo()),
          new Link("Traces of this run, in Jaeger", Explore.jaeger()),
          new Link("Traces of this run, in Zipkin", Explore.zipkin()),
          new Link("Workflow log of this run, in Loki", Explore.loki()));

  /** How far the workflow is that the cell names. */
  public static final Link WORKFLOW =
      narrowed(Uids.WORKFLOW, "workflow", "How this workflow is getting on");

  /** What the agent does that the cell names. */
  public static final Link AGENT = narrowed(Uids.AGENTS, "agent", "What this agent does");

  /** How the service reports that the cell names. */
  public static final Link SERVICE = narrowed(Uids.TELEMETRY, "job", "How this service reports");

  /** The runbook that the cell names. */
  public static final Link RUNBOOK = new Link("What to do", "${runbooks}/${__value.raw}");

  /** Another dashboard, with all that is chosen here. */
  public static Link to(String uid, String title) {
    return new Link(title, address(uid, CHOICES.stream()));
  }

  private static Link narrowed(String uid, String variable, String title) {
    Stream<String> others = CHOICES.stream().filter(choice -> !choice.equals(variable));
    return new Link(title, address(uid, others) + "&var-" + variable + "=" + CELL);
  }

  private static String address(String uid, Stream<String> kept) {
    return "/d/"
        + uid
        + "?${__url_time_range}&"
        + kept.map(choice -> "${" + choice + ":queryparam}").collect(Collectors.joining("&"));
  }

  /** As Grafana reads it. What is no dashboard of ours opens beside it. */
  public Map<String, Object> toJson() {
    return Map.of("title", title, "url", url, "targetBlank", !url.startsWith("/d/"));
  }
}
