package dev.pitwall.agent.telemetry;

/**
 * Whether the JVM is ending in good order. Shutdown hooks run in no order, so a hook of ours could
 * come after the SDK's last export; asking the runtime is never late.
 */
final class ShutdownInProgress {

  private static final Thread NEVER_REGISTERED = new Thread(() -> {}, "pitwall-never-started");

  private ShutdownInProgress() {}

  static boolean isSeen() {
    try {
      Runtime.getRuntime().removeShutdownHook(NEVER_REGISTERED);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }
}
