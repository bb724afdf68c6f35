package dev.pitwall.conventions;

/** Attributes of the OpenTelemetry GenAI conventions that Pitwall writes. */
public final class GenAi {

  public static final Attribute OPERATION =
      Attribute.open(
          "gen_ai.operation.name",
          "What is done: chat, embeddings, retrieval, invoke_agent, execute_tool.");
  public static final Attribute PROVIDER =
      Attribute.open("gen_ai.provider.name", "The model's provider.");
  public static final Attribute REQUEST_MODEL =
      Attribute.open("gen_ai.request.model", "The model that was asked for.");
  public static final Attribute RESPONSE_MODEL =
      Attribute.open("gen_ai.response.model", "The model that answered.");
  public static final Attribute RESPONSE_ID =
      Attribute.open("gen_ai.response.id", "The provider's id of the answer.");
  public static final Attribute FINISH_REASONS =
      Attribute.open("gen_ai.response.finish_reasons", "Why the model stopped.");
  public static final Attribute INPUT_TOKENS =
      Attribute.open(
          "gen_ai.usage.input_tokens", "Tokens read, as reported, cached ones included.");
  public static final Attribute OUTPUT_TOKENS =
      Attribute.open("gen_ai.usage.output_tokens", "Tokens written, as reported.");
  public static final Attribute CACHE_READ_TOKENS =
      Attribute.open(
          "gen_ai.usage.cache_read.input_tokens", "Tokens read from a cache, part of the input.");
  public static final Attribute CACHE_WRITE_TOKENS =
      Attribute.open(
          "gen_ai.usage.cache_write.input_tokens", "Tokens written to a cache, part of the input.");
  public static final Attribute REASONING_TOKENS =
      Attribute.open(
          "gen_ai.usage.reasoning.output_tokens", "Tokens spent on reasoning, part of the output.");
  public static final Attribute TIME_TO_FIRST_CHUNK =
      Attribute.open(
          "gen_ai.response.time_to_first_chunk",
          "Seconds from the call to the first chunk of a streamed answer.");
  public static final Attribute TOKEN_TYPE =
      Attribute.oneOf(
          "gen_ai.token.type",
          "Which tokens are counted; the last three are part of the first two.",
          "input",
          "output",
          "cache_read",
          "cache_write",
          "reasoning");
  public static final Attribute TOKEN_MODALITY =
      Attribute.oneOf(
          "gen_ai.token.modality", "What the tokens stand for; no framework tells yet.", "unknown");
  public static final Attribute DATA_SOURCE_ID =
      Attribute.open("gen_ai.data_source.id", "The data source that is searched.");
  public static final Attribute RETRIEVAL_TOP_K =
      Attribute.open("gen_ai.retrieval.top_k", "How many results are wanted at most.");
  public static final Attribute WORKFLOW =
      Attribute.open("gen_ai.workflow.name", "The named multi-agent job.");
  public static final Attribute AGENT = Attribute.open("gen_ai.agent.name", "The agent that acts.");
  public static final Attribute AGENT_DESCRIPTION =
      Attribute.open("gen_ai.agent.description", "What the agent is for.");
  public static final Attribute TOOL =
      Attribute.open("gen_ai.tool.name", "The tool that is called.");
  public static final Attribute TOOL_TYPE =
      Attribute.oneOf("gen_ai.tool.type", "Kind of tool.", "function", "extension", "datastore");
  public static final Attribute TOOL_CALL_ID =
      Attribute.open("gen_ai.tool.call.id", "The model's id of the call.");
  public static final Attribute CONVERSATION_ID =
      Attribute.open(
          "gen_ai.conversation.id", "The framework's own conversation, where it has one.");
  public static final Attribute EVALUATION =
      Attribute.open("gen_ai.evaluation.name", "The check or evaluator.");
  public static final Attribute EVALUATION_SCORE =
      Attribute.open("gen_ai.evaluation.score.value", "The raw score.");
  public static final Attribute EVALUATION_LABEL =
      Attribute.oneOf(
          "gen_ai.evaluation.score.label",
          "The verdict.",
          "pass",
          "pass_rewritten",
          "fail",
          "fatal",
          "error");
  public static final Attribute ERROR_TYPE =
      Attribute.open("error.type", "The exception's class, or _OTHER; absent on success.");

  private GenAi() {}
}
