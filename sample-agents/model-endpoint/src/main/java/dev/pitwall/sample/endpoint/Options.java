package dev.pitwall.sample.endpoint;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * How the endpoint behaves.
 *
 * @param port TCP port on 127.0.0.1; 0 takes a free one
 * @param seed varies the wording and the scores; the same seed gives the same answers
 * @param latency what an ordinary answer takes, before up to a fifth of jitter
 * @param stall how long the hanging call of the fault {@code stall} hangs
 * @param drag how long the calls take that the faults {@code slow-sibling} and {@code one-checker}
 *     slow down
 * @param loopTurn what one turn of the fault {@code loop} takes
 * @param loopTurns after how many equal tool calls the looping agent gives up
 * @param contextWindow how many tokens a request may have
 */
public record Options(
    int port,
    long seed,
    Duration latency,
    Duration stall,
    Duration drag,
    Duration loopTurn,
    int loopTurns,
    int contextWindow) {

  static final String USAGE =
      """
      usage: java -jar model-endpoint.jar [--port P] [--seed N] [--latency-ms N] [--stall-ms N]
                                          [--drag-ms N] [--loop-turn-ms N] [--loop-turns N]
                                          [--context-window N]
        --port          port on 127.0.0.1, 0 = any free one   (default 8090)
        --seed          varies wording and scores             (default 7)
        --latency-ms    time of an ordinary answer            (default 150)
        --stall-ms      time of the call that hangs           (default 120000)
        --drag-ms       time of calls that are slowed down    (default 90000)
        --loop-turn-ms  time of one turn of the endless loop  (default 500)
        --loop-turns    turns until the loop gives up         (default 60)
        --context-window  tokens that a request may have      (default 16000)""";

  private static final long HOUR_MS = 3_600_000;

  /** The defaults: port 8090, seed 7, 150 ms. */
  public static Options defaults() {
    return new Options(
        8090,
        7,
        Duration.ofMillis(150),
        Duration.ofMinutes(2),
        Duration.ofSeconds(90),
        Duration.ofMillis(500),
        60,
        16_000);
  }

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a message for a person if an option is unknown, has no
   *     value or a value out of range
   */
  public static Options parse(List<String> arguments) {
    Options options = defaults();
    for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
      String name = rest.next();
      if (!rest.hasNext()) {
        throw new IllegalArgumentException("%s has no value".formatted(name));
      }
      options = options.with(name, rest.next());
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--port" -> withPort((int) number(name, value, 0, 65_535));
      case "--seed" -> withSeed(number(name, value, Long.MIN_VALUE, Long.MAX_VALUE));
      case "--latency-ms" -> withLatency(milliseconds(name, value));
      case "--stall-ms" -> withStall(milliseconds(name, value));
      case "--drag-ms" -> withDrag(milliseconds(name, value));
      case "--context-window" -> withContextWindow((int) number(name, value, 1, 10_000_000));
      case "--loop-turn-ms" -> withLoop(milliseconds(name, value), loopTurns);
      case "--loop-turns" -> withLoop(loopTurn, (int) number(name, value, 1, 1_000));
      default -> throw new IllegalArgumentException("%s is not an option".formatted(name));
    };
  }

  /** The same on another port. */
  public Options withPort(int other) {
    return new Options(other, seed, latency, stall, drag, loopTurn, loopTurns, contextWindow);
  }

  /** The same with another seed. */
  public Options withSeed(long other) {
    return new Options(port, other, latency, stall, drag, loopTurn, loopTurns, contextWindow);
  }

  /** The same with another latency. */
  public Options withLatency(Duration other) {
    return new Options(port, seed, other, stall, drag, loopTurn, loopTurns, contextWindow);
  }

  /** The same with another length of the hanging call. */
  public Options withStall(Duration other) {
    return new Options(port, seed, latency, other, drag, loopTurn, loopTurns, contextWindow);
  }

  /** The same with another length of calls that are slowed down. */
  public Options withDrag(Duration other) {
    return new Options(port, seed, latency, stall, other, loopTurn, loopTurns, contextWindow);
  }

  /** The same with another window. */
  public Options withContextWindow(int other) {
    return new Options(port, seed, latency, stall, drag, loopTurn, loopTurns, other);
  }

  /** The same with another pace and length of the loop. */
  public Options withLoop(Duration turn, int turns) {
    return new Options(port, seed, latency, stall, drag, turn, turns, contextWindow);
  }

  private static Duration milliseconds(String name, String value) {
    return Duration.ofMillis(number(name, value, 0, HOUR_MS));
  }

  private static long number(String name, String value, long min, long max) {
    try {
      long number = Long.parseLong(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, in the same words as a number out of range.
    }
    throw new IllegalArgumentException(
        "%s is %s, allowed is a whole number from %d to %d".formatted(name, value, min, max));
  }
}
