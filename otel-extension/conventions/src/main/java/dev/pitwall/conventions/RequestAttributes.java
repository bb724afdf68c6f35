package dev.pitwall.conventions;

/** Attributes of the GenAI conventions that tell how a model was asked; on spans only. */
public final class RequestAttributes {

  public static final Attribute STREAM =
      Attribute.open("gen_ai.request.stream", "True where the answer arrives in chunks.");
  public static final Attribute MAX_TOKENS =
      Attribute.open("gen_ai.request.max_tokens", "Longest answer that is wanted.");
  public static final Attribute TEMPERATURE =
      Attribute.open("gen_ai.request.temperature", "Sampling temperature.");
  public static final Attribute TOP_P =
      Attribute.open("gen_ai.request.top_p", "Share of probability that is sampled from.");
  public static final Attribute TOP_K =
      Attribute.open("gen_ai.request.top_k", "Number of tokens that is sampled from.");
  public static final Attribute FREQUENCY_PENALTY =
      Attribute.open("gen_ai.request.frequency_penalty", "Penalty for frequent tokens.");
  public static final Attribute PRESENCE_PENALTY =
      Attribute.open("gen_ai.request.presence_penalty", "Penalty for tokens that are there.");
  public static final Attribute STOP_SEQUENCES =
      Attribute.open("gen_ai.request.stop_sequences", "What makes the model stop.");
  public static final Attribute SEED =
      Attribute.open("gen_ai.request.seed", "Seed of the sampling.");
  public static final Attribute OUTPUT_TYPE =
      Attribute.oneOf("gen_ai.output.type", "What the answer has to be.", "json");

  private RequestAttributes() {}
}
