package dev.pitwall.engine.signal;

/**
 * Declared limits of a run; 0 is none.
 *
 * @param tokens tokens in all
 * @param cost in the currency of the price list
 * @param calls model calls
 * @param millis time, milliseconds
 */
public record Budget(long tokens, double cost, long calls, long millis) {

  /** No limit. */
  public static final Budget NONE = new Budget(0, 0, 0, 0);
}
