package dev.pitwall.sample.simulator.scenario;

import java.util.Locale;

/**
 * Something that can happen.
 *
 * @param type the type of finding that it is, or that it only looks like
 * @param name tells it from the other scenarios of its type
 * @param what what happens, in a sentence
 * @param kind whether it is trouble
 * @param visibility what has to be exported for it to be seen
 */
public record Scenario(
    String type, String name, String what, Kind kind, Visibility visibility, Play play) {

  /** Whether something is wrong. */
  public enum Kind {
    TROUBLE,
    HARD_NEGATIVE,
    HEALTHY;

    /** As labels spell it. */
    public String value() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Plays it on a stage. */
  public interface Play {
    void on(Stage stage);
  }

  static Scenario trouble(String type, String name, Visibility visibility, String what, Play play) {
    return new Scenario(type, name, what, Kind.TROUBLE, visibility, play);
  }

  static Scenario harmless(String type, String name, String what, Play play) {
    return new Scenario(type, name, what, Kind.HARD_NEGATIVE, Visibility.SPANS, play);
  }

  /** Type and name. */
  public String id() {
    return type + "/" + name;
  }
}
