package dev.pitwall.agent.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads this process's settings: a system property wins over an environment variable, which wins
 * over the agent's file, whichever form that has. What is no good is named in one line of log each.
 */
public final class SettingsReader {

  private static final Logger logger = Logger.getLogger(SettingsReader.class.getName());

  // What Kubernetes tells every container of a service that is called pitwall or pitwall-something.
  private static final Pattern SERVICE_LINK =
      Pattern.compile("PITWALL_.*(SERVICE_HOST|SERVICE_PORT|SERVICE_PORT_.*|PORT|PORT_\\d+_.*)");

  private SettingsReader() {}

  /**
   * Reads every setting there is.
   *
   * @param properties the agent's properties by name, null under a declarative file
   * @param declared the declarative file as maps and lists, null without one
   */
  public static PitwallSettings read(
      @Nullable Function<String, @Nullable String> properties,
      @Nullable Map<String, Object> declared) {
    return PitwallTable.read(
        new SettingsTable(
            sources(systemProperties(), System.getenv(), properties, declared), logger::warning));
  }

  /**
   * Reads the settings that a file of properties gives, and no others.
   *
   * @param place the file's name, for people
   * @param complaints takes one line for each value or key that is no good
   */
  public static PitwallSettings ofProperties(
      String place, Map<String, String> values, Consumer<String> complaints) {
    return PitwallTable.read(
        new SettingsTable(List.of(Source.listed(place, key -> key, values)), complaints));
  }

  /** The same of a declarative file, given as maps and lists. */
  public static PitwallSettings ofDeclared(
      String place, Map<String, ?> file, Consumer<String> complaints) {
    return PitwallTable.read(
        new SettingsTable(
            List.of(Source.listed(place, Spelling::path, DeclaredTree.settings(file))),
            complaints));
  }

  static List<Source> sources(
      Map<String, String> system,
      Map<String, String> environment,
      @Nullable Function<String, @Nullable String> properties,
      @Nullable Map<String, Object> declared) {
    List<Source> sources = new ArrayList<>();
    if (declared == null) {
      sources.add(Source.listed("system property", key -> key, system));
      sources.add(Source.listed("environment", Spelling::variable, variables(environment)));
      PropertiesFile file = PropertiesFile.of(system, environment);
      sources.add(Source.listed(file.name(), key -> key, file.read()));
      if (properties != null) {
        // The file is among what it knows, but it cannot be asked for names, and a misspelt key
        // is a name that nobody asks for.
        sources.add(Source.asked("the agent's configuration", properties));
      }
    } else {
      // Beside a declarative file the agent itself follows no property; ours still win.
      sources.add(Source.listed("system property", key -> key, ours("pitwall.", system)));
      sources.add(
          Source.listed(
              "environment", Spelling::variable, ours("PITWALL_", variables(environment))));
      sources.add(
          Source.listed(
              "declarative configuration", Spelling::path, DeclaredTree.settings(declared)));
    }
    return sources;
  }

  private static Map<String, String> systemProperties() {
    return System.getProperties().stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
  }

  private static Map<String, String> variables(Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.keySet().removeIf(name -> SERVICE_LINK.matcher(name).matches());
    return variables;
  }

  private static Map<String, String> ours(String prefix, Map<String, String> values) {
    Map<String, String> ours = new HashMap<>(values);
    ours.keySet().removeIf(name -> !name.startsWith(prefix));
    return ours;
  }
}
