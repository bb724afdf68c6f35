package dev.pitwall.sample.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * LangChain4j's supervisor: calls each of the agents it is offered once, in the order in which they
 * are listed, then says that it is done. The faults {@code ping-pong}, {@code asked-twice} and
 * {@code unknown-agent} show here.
 */
final class PlannerPart implements Part {

  private static final String INSTRUCTIONS = "You are a planner expert";
  private static final String BEFORE_CARDS = "list of available agents is: ";
  private static final Pattern CARD = Pattern.compile("\\{'([^']+)', '[^']*', \\[");
  private static final String NOBODY = "archivist";
  private static final int LEAST_THOUGHT = 24;
  private static final int MORE_THOUGHT = 40;

  @Override
  public boolean isAskedFor(Conversation conversation) {
    return conversation.instructions().startsWith(INSTRUCTIONS);
  }

  @Override
  public Reply reply(Conversation conversation, Dice dice) {
    Optional<String> next = next(conversation.fault(), agents(conversation), conversation);
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

  /** Who is to work now; nobody if all is done. */
  private static Optional<String> next(
      String fault, List<String> agents, Conversation conversation) {
    List<String> plans = conversation.texts("assistant");
    List<String> course =
        switch (fault) {
          case "asked-twice" ->
              Stream.concat(agents.stream(), agents.stream().skip(agents.size() - 1)).toList();
          case "unknown-agent" -> Stream.concat(Stream.of(NOBODY), agents.stream()).toList();
          default -> agents;
        };
    // Who goes to and fro forgets the beginning: the framework sends the latest plans only.
    return fault.equals("ping-pong") && !plans.isEmpty()
        ? Optional.of(other(agents, plans.get(plans.size() - 1)))
        : course.stream().skip(plans.size()).findFirst();
  }

  private static String other(List<String> agents, String lastPlan) {
    return agents.stream()
        .filter(agent -> !lastPlan.contains(JsonNodeFactory.instance.textNode(agent).toString()))
        .findFirst()
        .orElse(NOBODY);
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
}
