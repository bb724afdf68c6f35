package dev.pitwall.dashboards.model;

/** The addresses of the dashboards. Alerts and bookmarks hold them, so they never change. */
public final class Uids {

  public static final String OVERVIEW = "pitwall-overview";
  public static final String WORKFLOW = "pitwall-workflow";
  public static final String AGENTS = "pitwall-agents";
  public static final String HANDOFFS = "pitwall-handoffs";
  public static final String QUALITY = "pitwall-quality";
  public static final String RESOURCES = "pitwall-resources";
  public static final String CONFLICTS = "pitwall-conflicts";
  public static final String TELEMETRY = "pitwall-telemetry";

  private Uids() {}
}
