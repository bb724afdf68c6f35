package dev.pitwall.contract.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;

/** Asks again while the answer is loud. */
public final class NoShouting implements OutputGuardrail {

  @Override
  public OutputGuardrailResult validate(AiMessage answer) {
    return answer.text().contains("LOUD")
        ? reprompt("too loud", "Say it again without shouting.")
        : success();
  }
}
