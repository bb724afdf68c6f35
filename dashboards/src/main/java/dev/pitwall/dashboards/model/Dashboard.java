package dev.pitwall.dashboards.model;

import java.util.List;

/**
 * A dashboard before it is turned into JSON.
 *
 * @param uid its identifier and address, which never changes
 * @param title its name
 * @param description the question that it answers
 * @param from the beginning of its time range
 * @param rows its contents from top to bottom
 */
public record Dashboard(String uid, String title, String description, String from, List<Row> rows) {

  public Dashboard {
    rows = List.copyOf(rows);
  }
}
