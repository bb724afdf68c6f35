package dev.pitwall.sample.endpoint;

import java.util.List;

/** Answers whatever no other part is meant for, plausibly and briefly. */
final class BystanderPart implements Part {

  private static final int QUOTED = 80;
  private static final List<String> OPENINGS =
      List.of("Here is a short answer", "In brief", "A first answer");

  @Override
  public boolean isAskedFor(Conversation conversation) {
    return true;
  }

  @Override
  public Reply reply(Conversation conversation, Dice dice) {
    String question = conversation.lastUserText().strip().replaceAll("\\s+", " ");
    String quoted = question.length() > QUOTED ? question.substring(0, QUOTED) + "…" : question;
    return Reply.say(
        "%s to \"%s\": it depends on the circumstances, and three things decide: cost, time and who is asked."
            .formatted(dice.pick(OPENINGS), quoted));
  }
}
