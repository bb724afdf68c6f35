package dev.pitwall.replay;

import dev.pitwall.agent.settings.NearestName;
import dev.pitwall.engine.finding.Severity;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the command line. */
final class CommandLine {

  static final String USAGE =
      """
      usage: java -jar pitwall-replay.jar [OPTION ...] FILE ...

      Reads OTLP JSON as the Collector's file exporter writes it, one export request of traces, logs
      or metrics a line, in any order within and across files, packed by gzip or not; - is the
      standard input. Prints one line for each finding that Pitwall would have made; a summary goes
      to the standard error.

        --format json|text   how findings are printed; json, one object a line, by default
        --config FILE        settings to replay with, as the extension takes them: a file of
                             properties, or YAML as in the agent's declarative configuration
        --compare FILE       replays with these settings too and prints only what they change:
                             findings that appear, vanish or change
        --propose FILE       writes thresholds for each workflow to this file, from what its runs
                             have needed, as settings to review
        --until TIME         the recording is complete up to then (ISO 8601): what had not
                             happened by then did not; by default up to its last entry
        --fail-on SEVERITY   exit code 1 if there is a finding as severe: info, warning, critical
        --help               this text

      exit code 0: done, findings or not; 1: see --fail-on; 2: the command line or a file is no
      good; 3: done, but lines that are no export requests were left out
      """;

  private static final List<String> OPTIONS =
      List.of("--format", "--config", "--compare", "--propose", "--until", "--fail-on", "--help");

  private CommandLine() {}

  /** The command line is no good; the message says what is and what would be. */
  static final class UsageError extends Exception {
    private static final long serialVersionUID = 1;

    UsageError(String message) {
      super(message);
    }
  }

  /** What is asked for; null if that is help. */
  static @Nullable Options read(String... arguments) throws UsageError {
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    Options.Format format = Options.Format.JSON;
    String config = null;
    String compare = null;
    String propose = null;
    Instant until = null;
    Severity failOn = null;
    List<String> files = new ArrayList<>();
    while (!rest.isEmpty()) {
      String argument = rest.remove();
      int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
      if (equals > 0) {
        rest.addFirst(argument.substring(equals + 1));
        argument = argument.substring(0, equals);
      }
      switch (argument) {
        case "--help", "-h" -> {
          return null;
        }
        case "--format" -> format = constant(Options.Format.class, argument, value(argument, rest));
        case "--config" -> config = value(argument, rest);
        case "--compare" -> compare = value(argument, rest);
        case "--propose" -> propose = value(argument, rest);
        case "--until" -> until = time(value(argument, rest));
        case "--fail-on" -> failOn = constant(Severity.class, argument, value(argument, rest));
        default -> {
          if (argument.startsWith("-") && !argument.equals("-")) {
            throw unknown(argument);
          }
          files.add(argument);
        }
      }
    }
    if (files.isEmpty()) {
      throw new UsageError("no file is given; - is the standard input");
    }
    return new Options(format, config, compare, propose, until, failOn, files);
  }

  private static String value(String option, Deque<String> rest) throws UsageError {
    String value = rest.poll();
    if (value == null) {
      throw new UsageError(option + " needs a value");
    }
    return value;
  }

  private static UsageError unknown(String option) {
    return new UsageError(
        NearestName.to(option, OPTIONS, name -> name)
            .map(near -> "%s is not an option. The nearest is %s.".formatted(option, near))
            .orElseGet(
                () ->
                    "%s is not an option. Options are %s."
                        .formatted(option, String.join(", ", OPTIONS))));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String option, String value)
      throws UsageError {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    String allowed =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new UsageError("%s %s: it must be one of %s".formatted(option, value, allowed));
  }

  private static Instant time(String value) throws UsageError {
    try {
      return Instant.parse(value);
    } catch (DateTimeParseException e) {
      throw new UsageError(
          "--until %s: it must be a time such as 2026-11-29T01:02:03Z".formatted(value));
    }
  }
}
