package dev.pitwall.agent.control;

import dev.pitwall.bridge.Names;
import dev.pitwall.bridge.statement.Authorized;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The permission that the current request carries in a header, see {@link PermissionRecord}. What
 * is no permission is none; that is said once, without the header's words, which are not ours.
 *
 * <p>Safe for use by any thread.
 */
public final class RequestPermission {

  private final Supplier<@Nullable String> header;
  private final Consumer<String> complaints;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * @param header what the header of the current request says, or null
   */
  public RequestPermission(Supplier<@Nullable String> header, Consumer<String> complaints) {
    this.header = header;
    this.complaints = complaints;
  }

  /** The permission for a workflow, if the current request carries one that covers it. */
  public Optional<Authorized> of(String workflow) {
    String value = header.get();
    if (value == null || value.isBlank()) {
      return Optional.empty();
    }
    try {
      PermissionRecord permission = PermissionRecord.parse(value);
      return permission.covers(workflow) ? Optional.of(bounded(permission)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      if (told.compareAndSet(false, true)) {
        complaints.accept(
            "A request's header of permissions (pitwall.authorization.header) is no permission such as"
                + " \"workflow=publishing-desk; user=ada\"; it permits nothing. Further ones are not logged.");
      }
      return Optional.empty();
    }
  }

  private static Authorized bounded(PermissionRecord permission) {
    return new Authorized(
        Names.of(permission.plan()),
        Names.ofNullable(permission.user()),
        permission.reviewed(),
        permission.expiresAt(),
        Names.ofNullable(permission.scope()));
  }
}
