import dev.langchain4j.agent.tool.ReturnBehavior;
import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tools whose answers go straight back, that are asked nonsense, or run at once: from 1.11 on. */
public final class ToolsApp {

  interface Assistant {
    String answer(String question);
  }

  interface Direct {
    Result<String> answer(String question);
  }

  interface Streamer {
    TokenStream answer(String question);
  }

  public static final class Tools {
    @Tool
    public String count(int number) {
      return "more than " + number;
    }

    @Tool
    public String garbled(String topic) {
      return "never called";
    }

    @Tool(returnBehavior = ReturnBehavior.IMMEDIATE)
    public String publish(String topic) {
      return "published";
    }
  }

  /** Two of which each waits for the other, and one whose answer goes straight back. */
  public static final class Both {
    private final CyclicBarrier both = new CyclicBarrier(2);

    @Tool
    public String search(String topic) throws Exception {
      both.await();
      return "nothing";
    }

    @Tool
    public String broken(String topic) throws Exception {
      both.await();
      throw new UnsupportedOperationException("no");
    }

    @Tool(returnBehavior = ReturnBehavior.IMMEDIATE)
    public String publish(String topic) {
      return "published";
    }
  }

  /** Says each tool's call as soon as it is whole, on a thread that knows nothing of who asked. */
  private static final class Streaming implements StreamingChatModel {

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
      new Thread(() -> stream(Models.answer(request), handler)).start();
    }

    private static void stream(ChatResponse response, StreamingChatResponseHandler handler) {
      List<ToolExecutionRequest> calls = response.aiMessage().toolExecutionRequests();
      for (int i = 0; calls != null && i < calls.size(); i++) {
        handler.onCompleteToolCall(new CompleteToolCall(i, calls.get(i)));
      }
      if (response.aiMessage().text() != null) {
        handler.onPartialResponse(response.aiMessage().text());
      }
      handler.onCompleteResponse(response);
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
      return Models.parameters();
    }
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println(
        AiServices.builder(Direct.class)
            .chatModel(new Models.Scripted())
            .tools(new Tools())
            .build()
            .answer("publish")
            .toolExecutions()
            .get(0)
            .result());
    System.out.println(assistant(true).answer("count and garbled"));
    try {
      System.out.println(assistant(false).answer("garbled"));
    } catch (RuntimeException e) {
      System.out.println(e.getClass().getName());
    }
    ExecutorService pool = Executors.newFixedThreadPool(2);
    Streamer streamer =
        AiServices.builder(Streamer.class)
            .streamingChatModel(new Streaming())
            .tools(new Both())
            .executeToolsConcurrently(pool)
            .chatMemory(MessageWindowChatMemory.withMaxMessages(9))
            .build();
    System.out.println(await(streamer.answer("search and broken")));
    System.out.println(await(streamer.answer("publish")));
    pool.shutdown();
    // No exit: what streams has not come back yet from the code that heard its last word.
  }

  private static Assistant assistant(boolean forgiving) {
    AiServices<Assistant> service =
        AiServices.builder(Assistant.class).chatModel(new Models.Scripted()).tools(new Tools());
    if (forgiving) {
      service.toolArgumentsErrorHandler((error, context) -> ToolErrorHandlerResult.text("again"));
    }
    return service.build();
  }

  private static String await(TokenStream stream) throws Exception {
    CompletableFuture<String> done = new CompletableFuture<>();
    stream
        .onPartialResponse(text -> {})
        .onCompleteResponse(response -> done.complete(String.valueOf(response.finishReason())))
        .onError(error -> done.complete(error.toString()))
        .start();
    return done.get();
  }
}
