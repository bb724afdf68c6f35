package dev.pitwall.agent.entry;

import java.util.Map;
import java.util.function.Function;

/**
 * What the agent told of its configuration before it started us: one of the two, in types of the
 * JDK.
 */
public final class Configuration {

  /** The agent's properties by name, from wherever it has them; null under a declarative file. */
  static volatile Function<String, String> properties;

  /** The declarative file as it is written, as maps and lists; null without one. */
  static volatile Map<String, Object> declared;

  private Configuration() {}

  /** The agent's properties by name; null under a declarative file. */
  public static Function<String, String> properties() {
    return properties;
  }

  /** The declarative file as maps and lists; null without one. */
  public static Map<String, Object> declared() {
    return declared;
  }
}
