package dev.pitwall.agent.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What operators control while the service runs.
 *
 * @param emergencyStop the file of the emergency stop, or null for none
 * @param permissions the file of permissions, or null for none
 * @param permissionHeader the header of requests that carries a permission, or null for none
 * @param users how people are named in telemetry
 */
public record ControlSettings(
    @Nullable Path emergencyStop,
    @Nullable Path permissions,
    @Nullable String permissionHeader,
    UserNames users) {

  /** Nothing; people are named as given. */
  public static final ControlSettings NONE = new ControlSettings(null, null, null, UserNames.GIVEN);
}
