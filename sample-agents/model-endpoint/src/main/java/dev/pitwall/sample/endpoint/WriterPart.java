package dev.pitwall.sample.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The writer: an article with a heading and a section for each part of the dossier. With the fault
 * {@code bad-quality} the first draft is one that no house style lets pass.
 */
final class WriterPart implements Part {

  private static final Pattern SECTION =
      Pattern.compile(
          "(?ms)^(History|Market|Technology): (.+?)(?=^(?:History|Market|Technology): |\\z)");
  private static final String REFUSED = "was refused";

  private static final List<String> OPENINGS =
      List.of(
          "Few subjects are discussed as often as %s, and few with so little regard for what is known.",
          "Whoever asks about %s gets an opinion at once; the facts take a little longer.",
          "The story of %s is older than its headlines, and a good deal calmer.");
  private static final List<String> ENDINGS =
      List.of(
          "None of this decides the question by itself. Taken together it shows where the next"
              + " years will be won or lost: in the price, in the hands of the people who have to"
              + " use it, and in the patience of those who pay.",
          "What follows from it depends on who is asked. Those who build it want certainty, those"
              + " who buy it want proof, and those who regulate it want both. The evidence so far"
              + " is enough for a beginning, and not enough for a verdict.");

  @Override
  public boolean isAskedFor(Conversation conversation) {
    return conversation.instructions().startsWith("You are writer");
  }

  @Override
  public Reply reply(Conversation conversation, Dice dice) {
    String request = conversation.lastUserText();
    if (conversation.fault().equals("bad-quality") && !request.contains(REFUSED)) {
      return Reply.say(
          "As an AI language model I find %s interesting.".formatted(conversation.topic()));
    }
    return Reply.say(article(conversation, request, dice));
  }

  private static String article(Conversation conversation, String request, Dice dice) {
    String topic = conversation.topic();
    StringBuilder article = new StringBuilder("# " + capitalized(topic) + "\n\n");
    article.append(dice.pick(OPENINGS).formatted(topic.toLowerCase(Locale.ROOT))).append('\n');
    Matcher section = SECTION.matcher(request);
    while (section.find()) {
      article.append("\n## %s\n\n%s\n".formatted(section.group(1), section.group(2).strip()));
    }
    return article.append('\n').append(dice.pick(ENDINGS)).toString();
  }

  private static String capitalized(String topic) {
    return topic.substring(0, 1).toUpperCase(Locale.ROOT) + topic.substring(1);
  }
}
