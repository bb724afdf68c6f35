package dev.pitwall.agent.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Finds what somebody probably meant. */
public final class NearestName {

  private NearestName() {}

  /** The candidate whose name has the fewest differing letters, unless all are quite different. */
  public static <T> Optional<T> to(
      String name, Collection<T> candidates, Function<T, String> names) {
    int most = Math.max(2, name.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(name, names.apply(candidate)) <= most)
        .min(Comparator.comparingInt(candidate -> distance(name, names.apply(candidate))));
  }

  // Levenshtein's, one row at a time.
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
