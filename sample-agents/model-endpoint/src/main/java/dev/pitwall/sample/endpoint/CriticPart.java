package dev.pitwall.sample.endpoint;

import java.util.Locale;

/**
 * The critic: a score from 0 to 1 that rises with each improvement that the draft shows, and stays
 * low with the fault {@code bad-quality}.
 */
final class CriticPart implements Part {

  private static final double PLAIN = 0.56;
  private static final double POOR = 0.30;
  private static final double STEP = 0.15;

  @Override
  public boolean isAskedFor(Conversation conversation) {
    return isCritic(conversation);
  }

  static boolean isCritic(Conversation conversation) {
    return conversation.instructions().startsWith("You are critic");
  }

  @Override
  public Reply reply(Conversation conversation, Dice dice) {
    double mood = dice.below(5) / 100.0;
    double score =
        conversation.fault().equals("bad-quality")
            ? POOR + mood
            : PLAIN + STEP * Improvement.madeIn(conversation.lastUserText()) + mood;
    return Reply.say(String.format(Locale.ROOT, "%.2f", score));
  }
}
