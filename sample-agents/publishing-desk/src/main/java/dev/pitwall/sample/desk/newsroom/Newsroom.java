package dev.pitwall.sample.desk.newsroom;

import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.agentic.workflow.HumanInTheLoop;
import dev.langchain4j.model.chat.ChatModel;
import java.util.concurrent.Executor;

/**
 * Who works with whom:
 *
 * <pre>
 * publishing-desk (sequence)
 *   managing-editor (supervisor)
 *     research-team (parallel): researcher-history, researcher-market, researcher-technology
 *     writer (output guardrail: house style)
 *   proofreader
 *   fact-check (parallel, one for each statement): fact-checker
 *   review (loop until the score is good enough): critic, editor
 *   approval by a person
 *   publication (conditional): press or shelf
 * </pre>
 */
public final class Newsroom {

  /** From this score on a draft is not edited any more. */
  static final double GOOD_ENOUGH = 0.8;

  private static final int MAX_REVIEWS = 4;
  private static final int MAX_DELEGATIONS = 16;

  private final ChatModel model;
  private final ResearchTools tools;
  private final Executor researchers;
  private final Approver approver;

  /**
   * @param researchers runs the researchers of all jobs; must not be what runs the jobs themselves
   */
  public Newsroom(ChatModel model, Archive archive, Executor researchers, Approver approver) {
    this.model = model;
    this.tools = new ResearchTools(archive);
    this.researchers = researchers;
    this.approver = approver;
  }

  /**
   * Puts the desk together; the result may be used by many jobs at once.
   *
   * @param checkers runs the fact-checkers
   */
  public PublishingDesk open(Executor checkers) {
    return AgenticServices.sequenceBuilder(PublishingDesk.class)
        .subAgents(
            managingEditor(),
            new Proofreader(),
            factCheck(checkers),
            review(),
            approval(),
            publication())
        .errorHandler(Refusals::askAgain)
        .outputKey("outcome")
        .build();
  }

  private ManagingEditor managingEditor() {
    return AgenticServices.supervisorBuilder(ManagingEditor.class)
        .chatModel(model)
        .requestGenerator(Newsroom::order)
        .maxAgentsInvocations(MAX_DELEGATIONS)
        .subAgents(researchTeam(), writer())
        .build();
  }

  private static String order(AgenticScope scope) {
    return """
    First have the topic researched, then have the article written. Pass the topic on as it is.
    Topic: %s
    """
        .formatted(scope.readState("topic", ""));
  }

  private ResearchTeam researchTeam() {
    return AgenticServices.parallelBuilder(ResearchTeam.class)
        .subAgents(researcher("history"), researcher("market"), researcher("technology"))
        .executor(researchers)
        .output(
            scope ->
                new Dossier(
                    scope.readState("history", ""),
                    scope.readState("market", ""),
                    scope.readState("technology", "")))
        .build();
  }

  private Researcher researcher(String field) {
    return AgenticServices.agentBuilder(Researcher.class)
        .name("researcher-" + field)
        .description("Researches the %s of a topic".formatted(field))
        .systemMessage(
            "You are researcher-%s at a publishing desk. Your field is the %s of a topic."
                .formatted(field, field))
        .chatModel(model)
        .tools(tools)
        .outputKey(field)
        .build();
  }

  private Writer writer() {
    return AgenticServices.agentBuilder(Writer.class)
        .chatModel(model)
        .outputGuardrails(new HouseStyle())
        .build();
  }

  private UntypedAgent factCheck(Executor checkers) {
    return AgenticServices.parallelMapperBuilder()
        .name("fact-check")
        .description("Has every statement of a draft checked")
        .subAgents(AgenticServices.agentBuilder(FactChecker.class).chatModel(model).build())
        .itemsProvider(State.STATEMENTS)
        .executor(checkers)
        .outputKey("verdicts")
        .build();
  }

  private UntypedAgent review() {
    return AgenticServices.loopBuilder()
        .name("review")
        .description("Reviews and edits a draft until it is good enough")
        .subAgents(
            AgenticServices.agentBuilder(Critic.class).chatModel(model).build(),
            AgenticServices.agentBuilder(Editor.class).chatModel(model).build())
        .maxIterations(MAX_REVIEWS)
        .exitCondition(
            "the score is at least " + GOOD_ENOUGH,
            scope -> scope.readState(State.SCORE, 0.0) >= GOOD_ENOUGH)
        .outputKey(State.DRAFT)
        .build();
  }

  private HumanInTheLoop approval() {
    return AgenticServices.humanInTheLoopBuilder()
        .description("Asks the publisher whether the article may appear")
        .inputKey(String.class, State.DRAFT)
        .responseProvider(approver::decide)
        .outputKey(State.APPROVAL)
        .build();
  }

  private UntypedAgent publication() {
    return AgenticServices.conditionalBuilder()
        .name("publication")
        .description("Publishes or shelves the article")
        .subAgents("approved", scope -> isApproved(scope), new Press())
        .subAgents("rejected", scope -> !isApproved(scope), new Shelf())
        .build();
  }

  private static boolean isApproved(AgenticScope scope) {
    return Approver.APPROVED.equals(scope.readState(State.APPROVAL));
  }
}
