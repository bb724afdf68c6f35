package dev.pitwall.agent.settings;

import dev.pitwall.agent.settings.Source.Given;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Declares settings and reads them, in one call each: a setting cannot be read without being in the
 * reference, nor be in the reference without being read. The first source that has a key wins. A
 * value that is not allowed is reported and replaced by the default.
 *
 * <p>Keys, defaults, ranges, units and descriptions are written once, in these calls; how to add
 * one: see the package.
 */
public final class SettingsTable {

  private final List<Source> sources;
  private final Consumer<String> complaints;
  private final List<Setting> declared = new ArrayList<>();
  private final Set<String> said = new HashSet<>();
  private String group = "";

  /**
   * @param sources where to look, the strongest first
   * @param complaints takes one line for each value or key that is no good
   */
  SettingsTable(List<Source> sources, Consumer<String> complaints) {
    this.sources = sources;
    this.complaints = complaints;
  }

  /** Begins a group: what is declared next is about this. */
  SettingsTable group(String title) {
    group = title;
    return this;
  }

  /** A whole number. */
  int count(String key, int byDefault, int min, int max, String unit, String description) {
    String allowed = "a whole number from %d to %d".formatted(min, max);
    return read(
        setting(key, allowed, String.valueOf(byDefault), unit, description),
        byDefault,
        text -> {
          int number = Integer.parseInt(text);
          return number >= min && number <= max ? number : null;
        });
  }

  /** A number; a share or ratio is one from 0 to 1. */
  double number(
      String key, double byDefault, double min, double max, String unit, String description) {
    String allowed = "a number from %s to %s".formatted(plain(min), plain(max));
    return read(
        setting(key, allowed, plain(byDefault), unit, description),
        byDefault,
        text -> {
          double number = Double.parseDouble(text);
          return number >= min && number <= max ? number : null;
        });
  }

  /** A duration: a number with ms, s, m, h or d, or of milliseconds, as the agent takes it. */
  Duration duration(
      String key, Duration byDefault, Duration min, Duration max, String description) {
    String allowed =
        "a duration from %s to %s".formatted(DurationText.of(min), DurationText.of(max));
    return read(
        setting(key, allowed, DurationText.of(byDefault), "", description),
        byDefault,
        text -> {
          Duration duration = DurationText.parse(text);
          return duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0 ? duration : null;
        });
  }

  boolean flag(String key, boolean byDefault, String description) {
    return read(
        setting(key, "true or false", String.valueOf(byDefault), "", description),
        byDefault,
        text ->
            switch (text.toLowerCase(Locale.ROOT)) {
              case "true" -> true;
              case "false" -> false;
              default -> null;
            });
  }

  /** One of the names of an enumeration, in small letters. */
  <E extends Enum<E>> E choice(String key, E byDefault, String description) {
    E[] values = byDefault.getDeclaringClass().getEnumConstants();
    String allowed =
        Arrays.stream(values).map(SettingsTable::name).collect(Collectors.joining(", "));
    return read(
        setting(key, "one of " + allowed, name(byDefault), "", description),
        byDefault,
        text ->
            Arrays.stream(values)
                .filter(value -> name(value).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null));
  }

  /** Texts, separated by commas. */
  List<String> list(String key, List<String> byDefault, String description) {
    String shown = byDefault.isEmpty() ? "none" : String.join(",", byDefault);
    return read(
        setting(key, "a list, separated by commas", shown, "", description),
        byDefault,
        text -> Stream.of(text.split(",")).map(String::trim).filter(s -> !s.isEmpty()).toList());
  }

  /** Any text, or null; {@code without} tells what happens without it. */
  @Nullable String text(String key, String without, String description) {
    return find(setting(key, "any text", without, "", description));
  }

  /** A text that is never shown. */
  @Nullable String secret(String key, String without, String description) {
    return find(new Setting(group, key, "any text", without, "", description, true));
  }

  /** A switch that the agent reads by itself: only for the reference. */
  void readByTheAgent(String key, boolean byDefault, String description) {
    declared.add(setting(key, "true or false", String.valueOf(byDefault), "", description));
  }

  /**
   * Reads settings of detectors once more for each workflow that has its own: what it does not have
   * is as for all.
   */
  <T> Map<String, T> ofWorkflows(Function<SettingsTable, T> read) {
    Map<String, T> byName = new TreeMap<>();
    for (Source source : sources) {
      for (Given given : source.all()) {
        WorkflowKey.parse(given.name())
            .ifPresent(key -> byName.computeIfAbsent(key.workflow(), name -> read.apply(of(name))));
      }
    }
    return byName;
  }

  private SettingsTable of(String workflow) {
    List<Source> own = new ArrayList<>();
    sources.forEach(source -> own.add(source.ofWorkflow(workflow)));
    own.addAll(sources);
    // What is wrong with the settings of all has been said.
    return new SettingsTable(
        own,
        complaint -> {
          if (said.add(complaint)) {
            complaints.accept(complaint);
          }
        });
  }

  /** What has been declared so far. */
  List<Setting> declared() {
    return List.copyOf(declared);
  }

  /** Reports every key under {@code pitwall.} that has not been declared. */
  void reportUnknown() {
    for (Source source : sources) {
      for (Given given : source.all()) {
        String key = Spelling.common(given.name());
        if (key.startsWith("pitwall.")) {
          WorkflowKey.parse(key)
              .ifPresentOrElse(
                  own ->
                      reportUnknown(
                          source,
                          given,
                          own.key(),
                          ofWorkflow(WorkflowKey.workflowIn(given.name()))),
                  () -> reportUnknown(source, given, key, declared));
        }
      }
    }
  }

  private void reportUnknown(Source source, Given given, String key, List<Setting> known) {
    if (declared.stream()
        .noneMatch(each -> Spelling.common(each.key()).equals(Spelling.common(key)))) {
      complaints.accept(Complaint.unknown(source, given, known));
    }
  }

  /** What can be given for one workflow. */
  private List<Setting> ofWorkflow(String workflow) {
    List<Setting> own = new ArrayList<>();
    for (Setting each : declared) {
      String key = WorkflowKey.of(workflow, each.key());
      if (key != null) {
        own.add(each.withKey(key));
      }
    }
    return own;
  }

  private Setting setting(
      String key, String allowed, String byDefault, String unit, String description) {
    return new Setting(group, key, allowed, byDefault, unit, description, false);
  }

  private <T> T read(Setting setting, T byDefault, Function<String, @Nullable T> parse) {
    declared.add(setting);
    for (Source source : sources) {
      Given given = source.find(setting.key());
      // The agent takes an empty value for none: that is how a variable is unset in many places.
      if (given != null && !given.value().isBlank()) {
        T value = parsed(given, parse);
        if (value == null) {
          String complaint = Complaint.invalid(source, given, setting);
          said.add(complaint);
          complaints.accept(complaint);
        }
        return value == null ? byDefault : value;
      }
    }
    return byDefault;
  }

  private @Nullable String find(Setting setting) {
    String found = read(setting, "", String::trim);
    return found.isEmpty() ? null : found;
  }

  private static <T> @Nullable T parsed(Given given, Function<String, @Nullable T> parse) {
    try {
      return parse.apply(given.value().trim());
    } catch (NumberFormatException | ArithmeticException e) {
      return null;
    }
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }
}
