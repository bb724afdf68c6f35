package dev.pitwall.sample.endpoint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a request says, as far as an answer depends on it.
 *
 * @param model the model's name, echoed in the answer
 * @param messages the conversation so far, oldest first, never empty
 * @param tools names of the tools that may be called
 */
record Conversation(String model, List<Message> messages, List<String> tools) {

  private static final Pattern MARKER = Pattern.compile("\\s*\\[\\[fault:([a-z-]+)]]");
  private static final String UNNAMED = "the subject";
  private static final Pattern TOPIC = Pattern.compile("(?m)^Topic: (.+)$");

  /**
   * One message.
   *
   * @param role system, developer, user, assistant or tool
   * @param text its text and the tool calls it makes; empty if it has neither
   */
  record Message(String role, String text) {}

  /** The text that says who is to answer: the system message, or else the first message. */
  String instructions() {
    return messages.stream()
        .filter(message -> message.role().equals("system") || message.role().equals("developer"))
        .findFirst()
        .orElse(messages.get(0))
        .text();
  }

  List<String> texts(String role) {
    return messages.stream()
        .filter(message -> message.role().equals(role))
        .map(Message::text)
        .toList();
  }

  String lastUserText() {
    List<String> texts = texts("user");
    return texts.isEmpty() ? "" : texts.get(texts.size() - 1);
  }

  /** Everything that was said, in one text. */
  String transcript() {
    return messages.stream().map(Message::text).collect(Collectors.joining("\n"));
  }

  /** The fault that the topic asks for, or {@code none}. */
  String fault() {
    Matcher marker = MARKER.matcher(transcript());
    return marker.find() ? marker.group(1) : "none";
  }

  /** The topic as it was given, fault marker included. */
  String markedTopic() {
    Matcher topic = TOPIC.matcher(transcript());
    return topic.find() ? topic.group(1).strip() : UNNAMED;
  }

  /** The topic as a reader may see it. */
  String topic() {
    String topic = MARKER.matcher(markedTopic()).replaceAll("").strip();
    return topic.isEmpty() ? UNNAMED : topic;
  }
}
