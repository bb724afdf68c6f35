package dev.pitwall.bridge;

/**
 * The slot through which hooks reach the extension. Until the extension has put its {@link
 * Observer} here, and for ever without it, every call does nothing.
 *
 * <p>Safe for use by any thread. Nothing here throws.
 */
public final class Bridge {

  private static volatile Observer observer = SilentObserver.INSTANCE;

  private Bridge() {}

  /** Where hooks report to. */
  public static Observer observer() {
    return observer;
  }

  /** Puts the extension's side in place. What goes wrong there is kept from hooks. */
  public static void install(Observer installed) {
    observer = new GuardedObserver(installed);
  }

  /** Whether an extension listens. */
  public static boolean isInstalled() {
    return observer != SilentObserver.INSTANCE;
  }
}
