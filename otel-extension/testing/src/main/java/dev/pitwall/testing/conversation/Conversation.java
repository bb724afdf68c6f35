package dev.pitwall.testing.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.pitwall.testing.application.Capability;
import java.util.List;
import java.util.Map;

/**
 * A recorded conversation: what the application says and how the model answers.
 *
 * @param name its file's name
 * @param says one sentence: what it shows
 * @param capability what the framework does with it
 * @param sample whether it is played at every version of the framework, not only at the newest
 * @param given texts for the application, see {@link Capability}
 * @param model the model's replies, in order
 */
public record Conversation(
    String name,
    String says,
    Capability capability,
    boolean sample,
    Map<String, String> given,
    List<Reply> model) {

  /**
   * What marks content: all content of a conversation contains it, and nothing that is exported
   * may.
   */
  public static final String MARKER = "classified";

  public Conversation(
      @JsonProperty("name") String name,
      @JsonProperty(value = "says", required = true) String says,
      @JsonProperty(value = "capability", required = true) Capability capability,
      @JsonProperty("sample") boolean sample,
      @JsonProperty(value = "given", required = true) Map<String, String> given,
      @JsonProperty(value = "model", required = true) List<Reply> model) {
    this.name = name;
    this.says = says;
    this.capability = capability;
    this.sample = sample;
    this.given = Map.copyOf(given);
    this.model = List.copyOf(model);
  }

  /** Whether several agents work at once, so that the order of what they do is not given. */
  public boolean concurrent() {
    return model.stream().anyMatch(reply -> reply.together() > 1);
  }

  Conversation named(String file) {
    return new Conversation(file, says, capability, sample, given, model);
  }
}
