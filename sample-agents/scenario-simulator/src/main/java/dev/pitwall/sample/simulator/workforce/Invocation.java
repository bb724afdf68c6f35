package dev.pitwall.sample.simulator.workforce;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.sample.simulator.telemetry.Attributes;
import dev.pitwall.sample.simulator.telemetry.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An agent at work: it asks models and uses tools, and its context grows with what it has read. */
public final class Invocation {

  private static final int ORDINARY_PROMPT = 900;

  private final Run run;
  private final String parent;
  private final String agent;
  private final @Nullable String input;
  private final Attributes handoff;
  private final String span;
  private final long began;
  private @Nullable WorkItem task;
  private @Nullable String error;
  private int context;
  private int memory;
  private int turns;

  Invocation(Run run, String parent, String agent, @Nullable String input, Attributes handoff) {
    this.run = run;
    this.parent = parent;
    this.agent = agent;
    this.input = input;
    this.handoff = handoff;
    this.span = run.place().dice().hex(16);
    this.began = run.place().now();
    this.context = (int) run.place().dice().logNormal(ORDINARY_PROMPT, 0.4);
    this.memory = run.place().model().window() / 3;
    run.beat();
  }

  public String agent() {
    return agent;
  }

  public Run run() {
    return run;
  }

  /** How many tokens the next call of a model will read. */
  public int context() {
    return context;
  }

  /** The conversation is so long from now on. */
  public void context(int tokens) {
    context = tokens;
  }

  /**
   * Keeps so many tokens of the conversation, the latest; by default a third of what the model of
   * this place can read.
   */
  public Invocation remember(int tokens) {
    memory = tokens;
    return this;
  }

  private void grow(int tokens) {
    context = Math.min(Math.max(memory, context), context + tokens);
  }

  /** What is done from now on is done for this task; null for none. */
  public Invocation on(@Nullable WorkItem item) {
    task = item;
    return this;
  }

  @Nullable String error() {
    return error;
  }

  /** It will end in this error. */
  public void fails(String type) {
    error = type;
  }

  /** Asks the model of this place. */
  public LanguageModel.Reply think() {
    return ask(run.place().model());
  }

  /** Asks a model and waits for its answer. */
  public LanguageModel.Reply ask(LanguageModel model) {
    Workplace place = run.place();
    long start = place.now();
    LanguageModel.Reply reply = model.ask(place.dice());
    place.pause(reply.millis());
    Attributes attributes =
        common("chat")
            .with(GenAi.PROVIDER, model.provider())
            .with(GenAi.REQUEST_MODEL, model.name());
    turns++;
    if (reply.error() == null) {
      attributes
          .with(GenAi.RESPONSE_MODEL, model.name())
          .with(GenAi.RESPONSE_ID, "resp-" + place.dice().hex(10))
          .with(GenAi.FINISH_REASONS, List.of(String.valueOf(reply.finish())))
          .with(GenAi.INPUT_TOKENS, context)
          .with(GenAi.OUTPUT_TOKENS, reply.output());
    }
    run.record(
        place.dice().hex(16),
        span,
        "chat " + model.name(),
        true,
        start,
        attributes,
        new Content(
            "%s, turn %d: %s".formatted(agent, turns, input),
            reply.error() == null ? place.text("thought") : null),
        reply.error());
    grow(reply.output());
    run.beat();
    return reply;
  }

  /** Calls a tool and waits for its result. */
  public Tool.Answer use(Tool tool, String arguments) {
    return use(tool, arguments, new Attributes());
  }

  /** Calls a tool whose span says more. */
  public Tool.Answer use(Tool tool, String arguments, Attributes more) {
    Workplace place = run.place();
    long start = place.now();
    Tool.Answer answer = tool.call(arguments, place.dice());
    place.pause(answer.millis());
    called(tool, arguments, answer, start, more);
    return answer;
  }

  /** A call of a tool ends that has begun at the given time. */
  public void called(Tool tool, String arguments, Tool.Answer answer, long start, Attributes more) {
    run.record(
        run.place().dice().hex(16),
        span,
        "execute_tool " + tool.name(),
        false,
        start,
        common("execute_tool")
            .with(GenAi.TOOL, tool.name())
            .with(GenAi.TOOL_TYPE, "function")
            .with(GenAi.TOOL_CALL_ID, "call-" + run.place().dice().hex(10))
            .withAll(more),
        new Content(arguments, answer.text()),
        answer.error());
    grow(answer.tokens());
    run.beat();
  }

  private Attributes common(String operation) {
    Attributes attributes =
        new Attributes()
            .with(GenAi.OPERATION, operation)
            .with(GenAi.AGENT, agent)
            .with(Pitwall.RUN_ID, run.id());
    return task == null ? attributes : attributes.withAll(task.onSpans());
  }

  /** It is done, and leaves this behind. */
  public void end(@Nullable String output) {
    run.beat();
    run.record(
        span,
        parent,
        "invoke_agent " + agent,
        false,
        began,
        common("invoke_agent").withAll(handoff),
        new Content(input, error == null ? output : null),
        error);
  }

  String span() {
    return span;
  }
}
