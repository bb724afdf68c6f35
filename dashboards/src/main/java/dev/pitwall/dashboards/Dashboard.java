package dev.pitwall.dashboards;

import java.util.List;

/**
 * A dashboard before it is turned into JSON.
 *
 * @param uid its identifier and address, which never changes
 * @param title its name
 * @param description what it is for
 * @param from the beginning of its time range
 * @param rows its contents from top to bottom
 */
public record Dashboard(String uid, String title, String description, String from, List<Row> rows) {

  public Dashboard {
    rows = List.copyOf(rows);
  }
}
