package dev.pitwall.log;

import dev.pitwall.conventions.Events;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.engine.signal.ArtifactWritten;
import dev.pitwall.engine.signal.Evaluated;
import dev.pitwall.engine.signal.ResourceAccessed;
import dev.pitwall.engine.signal.ResourceAccessed.Access;
import dev.pitwall.engine.signal.Signal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads entries of what was done within an operation, which no entry names. */
final class SharedReader {

  private static final Set<String> EVENTS =
      Set.of(
          Events.ARTIFACT_WRITTEN.name(),
          Events.RESOURCE_ACCESSED.name(),
          Events.EVALUATION_RESULT.name());

  private SharedReader() {}

  static boolean reads(Entry entry) {
    return EVENTS.contains(entry.event());
  }

  static Optional<Signal> read(Entry entry, long operation) {
    if (entry.run().isEmpty() && !entry.event().equals(Events.EVALUATION_RESULT.name())) {
      return Optional.empty();
    }
    if (entry.event().equals(Events.ARTIFACT_WRITTEN.name())) {
      return Optional.of(
          new ArtifactWritten(
              entry.run(),
              operation,
              entry.text(GenAi.AGENT),
              entry.name(Pitwall.ARTIFACT_KEY),
              entry.name(Pitwall.OUTPUT_HASH),
              entry.at()));
    }
    return entry.event().equals(Events.RESOURCE_ACCESSED.name())
        ? accessed(entry, operation)
        : evaluated(entry, operation);
  }

  private static Optional<Signal> accessed(Entry entry, long operation) {
    long since = entry.number(Pitwall.RESOURCE_ACCESSED_AT);
    Optional<Access> access = access(entry.name(Pitwall.RESOURCE_ACCESS));
    return access.map(
        how ->
            new ResourceAccessed(
                entry.run(),
                operation,
                entry.name(GenAi.AGENT),
                entry.name(Pitwall.RESOURCE),
                entry.text(Pitwall.RESOURCE_VERSION),
                how,
                since == 0 ? entry.at() : since,
                entry.at()));
  }

  private static Optional<Access> access(String value) {
    for (Access access : Access.values()) {
      if (access.name().toLowerCase(Locale.ROOT).equals(value)) {
        return Optional.of(access);
      }
    }
    return Optional.empty();
  }

  private static Optional<Signal> evaluated(Entry entry, long operation) {
    Double score = entry.decimal(GenAi.EVALUATION_SCORE);
    if (score == null) {
      // A verdict is a gate's, which has an entry of its own.
      return Optional.empty();
    }
    return Optional.of(
        new Evaluated(
            entry.run(),
            operation,
            entry.text(GenAi.AGENT),
            entry.name(GenAi.EVALUATION),
            score,
            normalized(entry, score),
            entry.at()));
  }

  // Others than us do not tell the range; what lies between 0 and 1 is most likely out of 1.
  private static @Nullable Double normalized(Entry entry, double score) {
    Double told = entry.decimal(Pitwall.EVALUATION_NORMALIZED);
    return told == null && score >= 0 && score <= 1 ? Double.valueOf(score) : told;
  }
}
