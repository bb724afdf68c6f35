package dev.pitwall.agent.methods;

import dev.pitwall.agent.settings.NearestName;
import java.util.Collection;

/** What is said of a word that is not known. */
final class Nearest {

  private Nearest() {}

  static String unknown(String word, Collection<String> known) {
    return NearestName.to(word, known, each -> each)
        .map(near -> "\"%s\" is not known; the nearest is \"%s\"".formatted(word, near))
        .orElseGet(
            () -> "\"%s\" is not known; allowed are %s".formatted(word, String.join(", ", known)));
  }
}
