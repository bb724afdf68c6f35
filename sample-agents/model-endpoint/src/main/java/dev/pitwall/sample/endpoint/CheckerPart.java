package dev.pitwall.sample.endpoint;

import java.util.List;

/**
 * A fact-checker: says of a statement whether it holds. With the fault {@code slow-sibling} it
 * takes very long over the first one, with {@code one-checker} over each.
 */
final class CheckerPart implements Part {

  private static final String FIRST = "Statement 1:";
  private static final List<String> VERDICTS = List.of("supported", "supported", "plausible");

  @Override
  public boolean isAskedFor(Conversation conversation) {
    return conversation.instructions().startsWith("You are fact-checker");
  }

  @Override
  public Reply reply(Conversation conversation, Dice dice) {
    boolean slow =
        switch (conversation.fault()) {
          case "slow-sibling" -> conversation.lastUserText().contains(FIRST);
          case "one-checker" -> true;
          default -> false;
        };
    Reply verdict = Reply.say(dice.pick(VERDICTS));
    return slow ? verdict.at(Reply.Pace.DRAG) : verdict;
  }
}
