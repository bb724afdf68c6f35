package dev.pitwall.agent.methods;

import dev.pitwall.bridge.MethodMapping.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be said of a mapped method, as it is written in the file. */
@SuppressWarnings("ImmutableEnumChecker") // List.of and Set.of are immutable
enum MappingKey {
  NAME(Kind.WORKFLOW, Kind.AGENT, Kind.GATE, Kind.MILESTONE),
  /** The run of a plan that was made by the API. */
  RUN(Kind.WORKFLOW),
  ID(Kind.TASK, Kind.HANDOFF),
  TYPE(Kind.TASK),
  AGENT(Kind.TASK, Kind.GATE),
  AFTER(Kind.TASK),
  DEADLINE(Kind.TASK, Kind.WORKFLOW),
  INPUT(Kind.TASK, Kind.HANDOFF),
  SOURCE(Kind.HANDOFF),
  TARGET(Kind.HANDOFF),
  RECIPIENT(List.of("agent", "person", "queue"), Kind.HANDOFF),
  /** Which part of a handoff the method is: all of it, the offer, or the work on it. */
  STAGE(List.of("whole", "offer", "work"), Kind.HANDOFF),
  MODE(List.of("return_to_caller", "pass_control"), Kind.HANDOFF),
  TASK(Kind.GATE, Kind.APPROVAL),
  PASSED(Kind.GATE),
  /** What follows if it is not passed. */
  ACTION(List.of("retry", "reject", "escalate"), Kind.GATE),
  SCORE(Kind.GATE),
  MIN(Kind.GATE),
  MAX(Kind.GATE),
  KIND(Kind.APPROVAL),
  TOOL(Kind.APPROVAL),
  APPROVED(Kind.APPROVAL),
  USER(Kind.APPROVAL);

  private final List<String> allowed;
  private final Set<Kind> kinds;

  MappingKey(Kind... kinds) {
    this(List.of(), kinds);
  }

  MappingKey(List<String> allowed, Kind... kinds) {
    this.allowed = allowed;
    this.kinds = Set.of(kinds);
  }

  /** The keys of one kind. */
  static List<MappingKey> of(Kind kind) {
    return Arrays.stream(values()).filter(key -> key.kinds.contains(kind)).toList();
  }

  /** The one that must not be missing, and that a text alone stands for; null if none is. */
  static @Nullable MappingKey main(Kind kind) {
    return switch (kind) {
      case WORKFLOW, AGENT, GATE, MILESTONE -> NAME;
      case APPROVAL -> KIND;
      case HANDOFF -> TARGET;
      case TASK -> null;
    };
  }

  /** The values that it can have, if they are few; the first is the default. */
  List<String> allowed() {
    return allowed;
  }

  /** As it is written. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
