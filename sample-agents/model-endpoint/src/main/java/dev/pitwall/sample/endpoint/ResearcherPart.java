package dev.pitwall.sample.endpoint;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A researcher: searches the archive, looks up a fact, then writes notes. The faults {@code loop},
 * {@code stall}, {@code failing-tool}, {@code full-context} and {@code unasked-purchase} show here.
 */
final class ResearcherPart implements Part {

  private static final Pattern INSTRUCTIONS = Pattern.compile("^You are researcher-([a-z]+)\\b");
  private static final String SEARCH = "searchArchive";
  private static final String LOOK_UP = "lookUpFact";
  private static final String BUY = "buyReport";
  private static final String TROUBLED = "market";
  private static final int TRIES = 5;
  private static final int PAGES = 60;

  private static final List<String> VERDICTS =
      List.of(
          "The sources agree on this.",
          "One source is older than the others, the direction is the same.",
          "The numbers differ a little, the order of magnitude does not.");

  private final int loopTurns;

  ResearcherPart(int loopTurns) {
    this.loopTurns = loopTurns;
  }

  @Override
  public boolean isAskedFor(Conversation conversation) {
    return INSTRUCTIONS.matcher(conversation.instructions()).find();
  }

  @Override
  public Reply reply(Conversation conversation, Dice dice) {
    String field = field(conversation);
    List<String> results = conversation.texts("tool");
    if (conversation.fault().equals("loop") && field.equals(TROUBLED)) {
      return runInCircles(conversation, field, results, dice);
    }
    if (conversation.fault().equals("failing-tool")) {
      return retry(conversation, field, results);
    }
    if (conversation.fault().equals("full-context") && field.equals(TROUBLED)) {
      return readOn(conversation, field, results, dice);
    }
    if (conversation.fault().equals("unasked-purchase")
        && field.equals(TROUBLED)
        && results.isEmpty()) {
      return Reply.call(new Reply.ToolCall(BUY, Map.of("subject", conversation.topic())));
    }
    if (results.size() < 2 && !conversation.tools().isEmpty()) {
      return next(conversation, field, results.isEmpty());
    }
    Reply notes = Reply.say(notes(conversation, field, results, dice));
    boolean hangs = conversation.fault().equals("stall") && field.equals(TROUBLED);
    return hangs ? notes.at(Reply.Pace.STALL) : notes;
  }

  private static Reply next(Conversation conversation, String field, boolean first) {
    if (field.equals("technology")) {
      return Reply.call(search(conversation, field), lookUp(conversation, field));
    }
    return Reply.call(first ? search(conversation, field) : lookUp(conversation, field));
  }

  private Reply runInCircles(
      Conversation conversation, String field, List<String> results, Dice dice) {
    Reply reply =
        results.size() < loopTurns
            ? Reply.call(search(conversation, field))
            : Reply.say(notes(conversation, field, List.of(results.get(0)), dice));
    return reply.at(Reply.Pace.LOOP_TURN);
  }

  /** Never has enough: asks for one more page of the archive until the window is full. */
  private static Reply readOn(
      Conversation conversation, String field, List<String> results, Dice dice) {
    if (results.size() >= PAGES) {
      return Reply.say(notes(conversation, field, results.subList(0, 1), dice));
    }
    String query = "%s %s page %d".formatted(conversation.topic(), field, results.size() + 1);
    return Reply.call(new Reply.ToolCall(SEARCH, Map.of("query", query)));
  }

  private static Reply retry(Conversation conversation, String field, List<String> results) {
    return results.size() < TRIES
        ? Reply.call(search(conversation, field))
        : Reply.say(
            "No notes on the %s of %s: the archive did not answer in %d tries."
                .formatted(field, conversation.topic(), TRIES));
  }

  private static Reply.ToolCall search(Conversation conversation, String field) {
    return new Reply.ToolCall(SEARCH, Map.of("query", conversation.topic() + " " + field));
  }

  private static Reply.ToolCall lookUp(Conversation conversation, String field) {
    return new Reply.ToolCall(LOOK_UP, Map.of("subject", conversation.topic() + " " + field));
  }

  private static String notes(
      Conversation conversation, String field, List<String> results, Dice dice) {
    String found = results.stream().map(String::strip).collect(Collectors.joining(" "));
    return "On the %s of %s: %s %s"
        .formatted(field, conversation.topic(), found, dice.pick(VERDICTS));
  }

  private static String field(Conversation conversation) {
    Matcher instructions = INSTRUCTIONS.matcher(conversation.instructions());
    return instructions.find() ? instructions.group(1) : TROUBLED;
  }
}
