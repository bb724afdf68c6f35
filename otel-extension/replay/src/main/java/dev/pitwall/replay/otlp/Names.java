package dev.pitwall.replay.otlp;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Texts that come again and again, each kept once: names of agents, models, runs. */
final class Names {

  private static final int SIZE = 1 << 14;
  // What is longer is no name, and is not remembered.
  private static final int LONGEST = 128;

  // A later name takes the place of an earlier one: what is used often comes back soon.
  private final @Nullable String[] known = new String[SIZE];

  /** The text at which the parser is. */
  String read(JsonParser json) throws IOException {
    char[] chars = json.getTextCharacters();
    int offset = json.getTextOffset();
    int length = json.getTextLength();
    if (length > LONGEST) {
      return new String(chars, offset, length);
    }
    int slot = Words.hash(chars, offset, length) & (SIZE - 1);
    String name = known[slot];
    if (name != null && Words.isEqual(name, chars, offset, length)) {
      return name;
    }
    String fresh = new String(chars, offset, length);
    known[slot] = fresh;
    return fresh;
  }
}
