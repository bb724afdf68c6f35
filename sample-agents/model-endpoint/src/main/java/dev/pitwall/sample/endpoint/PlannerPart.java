package dev.pitwall.sample.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * LangChain4j's supervisor: calls each of the agents it is offered once, in the order in which they
 * are listed, then says that it is done.
 */
final class PlannerPart implements Part {

  private static final String INSTRUCTIONS = "You are a planner expert";
  private static final String BEFORE_CARDS = "list of available agents is: ";
  private static final Pattern CARD = Pattern.compile("\\{'([^']+)', '[^']*', \\[");
  private static final int LEAST_THOUGHT = 24;
  private static final int MORE_THOUGHT = 40;

  @Override
  public boolean isAskedFor(Conversation conversation) {
    return conversation.instructions().startsWith(INSTRUCTIONS);
  }

  @Override
  public Reply reply(Conversation conversation, Dice dice) {
    List<String> plannedBefore = conversation.texts("assistant");
    Optional<String> next =
        agents(conversation).stream()
            .filter(agent -> plannedBefore.stream().noneMatch(plan -> plan.contains(quoted(agent))))
            .findFirst();
    ObjectNode plan = JsonNodeFactory.instance.objectNode();
    plan.put("agentName", next.orElse("done"));
    ObjectNode arguments = plan.putObject("arguments");
    if (next.isPresent()) {
      arguments.put("topic", conversation.markedTopic());
    } else {
      arguments.put("response", "All agents have done their part on " + conversation.topic() + ".");
    }
    return Reply.say(plan.toString()).thinking(LEAST_THOUGHT + dice.below(MORE_THOUGHT));
  }

  private static List<String> agents(Conversation conversation) {
    String instructions = conversation.instructions();
    return CARD.matcher(instructions.substring(Math.max(0, instructions.indexOf(BEFORE_CARDS))))
        .results()
        .map(PlannerPart::name)
        .distinct()
        .toList();
  }

  private static String name(MatchResult card) {
    return card.group(1);
  }

  private static String quoted(String agent) {
    return JsonNodeFactory.instance.textNode(agent).toString();
  }
}
