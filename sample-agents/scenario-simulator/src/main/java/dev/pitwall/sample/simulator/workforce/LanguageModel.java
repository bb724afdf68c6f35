package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.sample.simulator.kernel.Dice;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A model: how long it takes, how much it writes, how much it can read. Trouble is a change of what
 * it would have answered.
 *
 * @param window tokens that it can read, as its provider publishes it
 * @param median half of its answers take longer than so many milliseconds
 * @param spread of the logarithm of that
 */
public record LanguageModel(
    String name,
    String provider,
    int window,
    double median,
    double spread,
    UnaryOperator<Reply> trouble) {

  private static final int ORDINARY_ANSWER = 250;

  /**
   * What comes back.
   *
   * @param millis how long it took
   * @param output tokens written
   * @param finish why it stopped, or null if it failed
   * @param error the type of the error, or null
   */
  public record Reply(long millis, int output, @Nullable String finish, @Nullable String error) {

    /** The same after so many times the time. */
    public Reply slower(double factor) {
      return new Reply((long) (millis * factor), output, finish, error);
    }

    /** The same after a given time. */
    public Reply after(long time) {
      return new Reply(time, output, finish, error);
    }

    /** A failure instead, which took a given time. */
    public Reply failing(String type, long time) {
      return new Reply(time, 0, null, type);
    }

    /** The same with so many tokens written. */
    public Reply writing(int tokens) {
      return new Reply(millis, tokens, finish, error);
    }

    /** The same, cut off. */
    public Reply cutOff() {
      return new Reply(millis, output, "length", error);
    }
  }

  /** Models with the windows that their providers publish. */
  private static final List<LanguageModel> MARKET =
      List.of(
          of("gpt-4o", "openai", 128_000),
          of("gpt-4o-mini", "openai", 128_000),
          of("gpt-4-turbo", "openai", 128_000),
          of("gpt-3.5-turbo", "openai", 16_385),
          of("gpt-4", "openai", 8_192));

  /** A model with its own pace. */
  static LanguageModel any(Dice dice, double tempo) {
    LanguageModel model = dice.one(MARKET.subList(0, 3));
    return model.at(dice.logNormal(2_500, 0.5) * tempo);
  }

  /** Another model than this one, at the same pace. */
  public LanguageModel another(Dice dice) {
    LanguageModel other = this;
    while (other.name.equals(name)) {
      other = dice.one(MARKET.subList(0, 3));
    }
    return other.at(median);
  }

  /** One of the models with a small window, at this one's pace. */
  public LanguageModel small(Dice dice) {
    return dice.one(MARKET.subList(3, MARKET.size())).at(median);
  }

  private static LanguageModel of(String name, String provider, int window) {
    return new LanguageModel(name, provider, window, 2_500, 0.45, UnaryOperator.identity());
  }

  /** The same model, so many times as slow. */
  public LanguageModel slower(double factor) {
    return at(factor * median);
  }

  private LanguageModel at(double pace) {
    return new LanguageModel(name, provider, window, pace, spread, trouble);
  }

  /** The same model in trouble. */
  public LanguageModel with(UnaryOperator<Reply> change) {
    return new LanguageModel(name, provider, window, median, spread, change);
  }

  Reply ask(Dice dice) {
    int output = Math.max(8, (int) dice.logNormal(ORDINARY_ANSWER, 0.6));
    long millis = Math.max(40, (long) dice.logNormal(median, spread));
    return trouble.apply(new Reply(millis, output, "stop", null));
  }
}
