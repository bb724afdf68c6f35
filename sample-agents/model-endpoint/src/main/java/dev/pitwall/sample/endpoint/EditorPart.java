package dev.pitwall.sample.endpoint;

import java.util.List;

/** The editor: adds one improvement a turn; with the fault {@code bad-quality} only words. */
final class EditorPart implements Part {

  private static final String BEFORE_DRAFT = "Draft:\n";
  private static final List<String> FILLERS =
      List.of("All in all, much could be said.", "Time will tell.", "The matter remains open.");

  @Override
  public boolean isAskedFor(Conversation conversation) {
    return conversation.instructions().startsWith("You are editor");
  }

  @Override
  public Reply reply(Conversation conversation, Dice dice) {
    String request = conversation.lastUserText();
    String draft =
        request.substring(
            request.contains(BEFORE_DRAFT)
                ? request.indexOf(BEFORE_DRAFT) + BEFORE_DRAFT.length()
                : 0);
    return Reply.say(
        conversation.fault().equals("bad-quality")
            ? draft.strip() + "\n\n" + dice.pick(FILLERS)
            : Improvement.addNext(draft.strip()));
  }
}
