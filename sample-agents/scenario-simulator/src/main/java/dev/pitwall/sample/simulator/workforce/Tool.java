package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.sample.simulator.kernel.Dice;
import org.jspecify.annotations.Nullable;

/**
 * A tool: how long it takes and what it answers. Equal questions get equal answers unless it is
 * told otherwise.
 *
 * @param median half of its calls take longer than so many milliseconds
 */
public record Tool(String name, double median, Answering answering) {

  private static final double SPREAD = 0.5;
  private static final int ORDINARY_TOKENS = 300;

  /** How a tool answers. */
  public interface Answering {
    Answer to(String arguments, Answer usual);
  }

  /**
   * What comes back.
   *
   * @param millis how long it took
   * @param text the result, or null if it failed
   * @param error the type of the error, or null
   * @param tokens how much a model has to read of it
   */
  public record Answer(long millis, @Nullable String text, @Nullable String error, int tokens) {

    public Answer saying(String other) {
      return new Answer(millis, other, null, tokens);
    }

    /** Nothing came back. */
    public Answer empty() {
      return new Answer(millis, null, null, 2);
    }

    public Answer failing(String type) {
      return new Answer(millis, null, type, 30);
    }

    public Answer after(long time) {
      return new Answer(time, text, error, tokens);
    }

    public Answer ofTokens(int size) {
      return new Answer(millis, text, error, size);
    }
  }

  /** One that works. */
  public static Tool working(String name, double median) {
    return new Tool(name, median, (arguments, usual) -> usual);
  }

  /** The same tool, answering otherwise. */
  public Tool with(Answering other) {
    return new Tool(name, median, other);
  }

  Answer call(String arguments, Dice dice) {
    Answer usual =
        new Answer(
            Math.max(15, (long) dice.logNormal(median, SPREAD)),
            name + " says of " + arguments,
            null,
            (int) dice.logNormal(ORDINARY_TOKENS, 0.5));
    return answering.to(arguments, usual);
  }
}
