package dev.pitwall.agent.observe;

import dev.pitwall.agent.settings.UserNames;
import org.jspecify.annotations.Nullable;

/** Names people as the settings want it. */
public final class Users {

  private final UserNames names;
  private final ContentHash hash;

  public Users(UserNames names, ContentHash hash) {
    this.names = names;
    this.hash = hash;
  }

  /** How somebody is named in telemetry, or null for not at all. */
  public @Nullable String of(@Nullable String user) {
    return switch (names) {
      case GIVEN -> user;
      case PSEUDONYM -> hash.of(user);
      case NONE -> null;
    };
  }
}
