import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.TokenStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Guardrails on streamed answers, judged on the threads on which the model calls back. */
public final class StreamGuardrailApp {

  interface Streamer {
    TokenStream answer(String question);
  }

  /** Lets the second answer pass. */
  public static final class Patient implements OutputGuardrail {
    private int seen;

    @Override
    public OutputGuardrailResult validate(AiMessage message) {
      return ++seen < 2 ? reprompt("not yet", "try again") : success();
    }
  }

  public static final class Never implements OutputGuardrail {
    @Override
    public OutputGuardrailResult validate(AiMessage message) {
      return fatal("never good enough");
    }
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println(hear(new Patient()));
    System.out.println(hear(new Never()));
    // No exit: what streams has not come back yet from the code that heard its last word.
  }

  private static List<String> hear(OutputGuardrail guardrail) throws Exception {
    List<String> heard = Collections.synchronizedList(new ArrayList<>());
    CompletableFuture<List<String>> done = new CompletableFuture<>();
    // What a guardrail throws on the model's thread reaches nobody else.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, error) -> {
          heard.add("uncaught " + error.getClass().getName());
          done.complete(heard);
        });
    AiServices.builder(Streamer.class)
        .streamingChatModel(new Models.Streaming())
        .outputGuardrails(guardrail)
        .build()
        .answer("hello")
        .onPartialResponse(heard::add)
        .onCompleteResponse(
            response -> {
              heard.add("whole " + response.aiMessage().text());
              done.complete(heard);
            })
        .onError(
            error -> {
              heard.add("error " + error.getClass().getName());
              done.complete(heard);
            })
        .start();
    return List.copyOf(done.get());
  }
}
