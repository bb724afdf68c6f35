package dev.pitwall.engine.run;

import org.jspecify.annotations.Nullable;

/**
 * A 64-bit FNV-1a hash over a step's parts; two different steps agree with a chance of
 * 2<sup>-64</sup>.
 */
public final class Fingerprint {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  public static long of(@Nullable String... parts) {
    long hash = OFFSET;
    for (String part : parts) {
      int length = part == null ? 0 : part.length();
      for (int i = 0; i < length; i++) {
        hash = (hash ^ part.charAt(i)) * PRIME;
      }
      // Keeps ("ab", "c") apart from ("a", "bc").
      hash = (hash ^ 0xffff) * PRIME;
    }
    return hash;
  }
}
