import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.guardrail.config.OutputGuardrailsConfig;
import dev.langchain4j.service.AiServices;

/** Guardrails that ask again, give up, and fail themselves: from 1.1 on. */
public final class GuardrailApp {

  interface Assistant {
    String answer(String question);
  }

  public static final class Polite implements InputGuardrail {
    @Override
    public InputGuardrailResult validate(UserMessage message) {
      return success();
    }
  }

  /** Lets the third answer pass. */
  public static final class Patient implements OutputGuardrail {
    private int seen;

    @Override
    public OutputGuardrailResult validate(AiMessage message) {
      return ++seen < 3 ? reprompt("not yet", "try again") : success();
    }
  }

  public static final class Never implements OutputGuardrail {
    @Override
    public OutputGuardrailResult validate(AiMessage message) {
      return reprompt("never good enough", "try again");
    }
  }

  public static final class Broken implements OutputGuardrail {
    @Override
    public OutputGuardrailResult validate(AiMessage message) {
      throw new UnsupportedOperationException("broken");
    }
  }

  public static void main(String[] arguments) {
    answer(new Patient(), 3);
    answer(new Never(), 2);
    answer(new Broken(), 2);
    System.exit(0);
  }

  private static void answer(OutputGuardrail guardrail, int attempts) {
    Assistant assistant =
        AiServices.builder(Assistant.class)
            .chatModel(new Models.Scripted())
            .inputGuardrails(new Polite())
            .outputGuardrails(guardrail)
            .outputGuardrailsConfig(
                OutputGuardrailsConfig.builder().maxRetries(attempts).build())
            .build();
    try {
      System.out.println(assistant.answer("hello"));
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getSimpleName());
    }
  }
}
