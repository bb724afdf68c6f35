package dev.pitwall.agent.observe;

import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.Evaluated;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What agents leave behind; a number that is left as a score is an evaluation too. */
final class Artifacts {

  private Artifacts() {}

  /**
   * Tells what is written, but for what no agent claims and what is there already: frameworks that
   * pass an agent's output on write it once more, in each scope around the agent.
   */
  static void write(
      Surroundings surroundings,
      OpenRun run,
      long parent,
      @Nullable String agent,
      String key,
      Object value) {
    String hash = surroundings.hash().of(value);
    if (hash != null && (run.isNewArtifact(key, hash) || agent != null)) {
      run.publish(new ArtifactWritten(run.id(), parent, agent, key, hash, surroundings.now()));
    }
  }

  /** Takes for a score what is left under the name of one. */
  static void score(
      Surroundings surroundings,
      OpenRun run,
      long parent,
      @Nullable String agent,
      String key,
      Object value) {
    if (agent != null && isScore(key) && value instanceof Number number) {
      double score = number.doubleValue();
      Double normalized = score >= 0 && score <= 1 ? score : null;
      run.publish(
          new Evaluated(run.id(), parent, agent, key, score, normalized, surroundings.now()));
    }
  }

  private static boolean isScore(String key) {
    return key.toLowerCase(Locale.ROOT).endsWith("score");
  }
}
