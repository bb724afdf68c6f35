package dev.pitwall.agent.control;

import dev.pitwall.agent.settings.ControlSettings;
import dev.pitwall.bridge.statement.Authorized;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Permissions from a file that the operator controls, one a line, see {@link PermissionRecord}. The
 * last one for a workflow holds. What is no longer in the file holds for runs that have started
 * with it until it expires; to take it back, revoke it or engage a stop.
 *
 * <p>Read by one thread and asked by any.
 */
public final class Permissions {

  private final @Nullable WatchedFile file;
  private final Consumer<String> complaints;
  private volatile List<PermissionRecord> records = List.of();

  Permissions(@Nullable WatchedFile file, Consumer<String> complaints) {
    this.file = file;
    this.complaints = complaints;
  }

  /** Those that the settings name a file for, or none at all. */
  public static Permissions of(ControlSettings settings, Consumer<String> complaints) {
    Path path = settings.permissions();
    Permissions permissions =
        new Permissions(path == null ? null : new WatchedFile(path), complaints);
    permissions.poll();
    return permissions;
  }

  /** Looks at the file, about once a second; whether it has changed. */
  public boolean poll() {
    List<String> lines = file == null ? null : file.readIfChanged();
    if (file == null || lines == null) {
      return false;
    }
    List<PermissionRecord> read = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          read.add(PermissionRecord.parse(line));
        } catch (IllegalArgumentException e) {
          complaints.accept(
              "%s, line %d: %s; the line is ignored".formatted(file.path(), i + 1, e.getMessage()));
        }
      }
    }
    records = List.copyOf(read);
    return true;
  }

  /** The permission for a workflow, if there is one. */
  public Optional<Authorized> of(String workflow) {
    return records.stream()
        .filter(permission -> permission.covers(workflow))
        .reduce((earlier, later) -> later)
        .map(PermissionRecord::statement);
  }
}
