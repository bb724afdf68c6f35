package dev.pitwall.bridge;

/**
 * What a workflow ends with that has given its thread back to wait, and that goes on when it is
 * invoked again in the same session: its invocation is over, its run is not.
 */
public enum Suspension {
  UNTIL_RESUMED
}
