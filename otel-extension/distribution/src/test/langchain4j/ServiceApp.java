import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.input.Prompt;
import dev.langchain4j.model.moderation.Moderation;
import dev.langchain4j.model.moderation.ModerationModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.Moderate;
import dev.langchain4j.service.Result;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What every version from 1.0 on can do. Prints what it sees. */
public final class ServiceApp {

  interface Assistant {
    String answer(String question);
  }

  interface Detailed {
    Result<String> answer(String question);
  }

  interface Handyman {
    String answer(String question);
  }

  interface Librarian {
    String answer(String question);
  }

  interface Remembering {
    String answer(@MemoryId String id, @dev.langchain4j.service.UserMessage String question);
  }

  interface Streamer {
    TokenStream answer(String question);
  }

  interface Careful {
    @Moderate
    String answer(String question);
  }

  public static final class Tools {
    @Tool
    public String search(String topic) {
      return "nothing on " + topic;
    }

    @Tool
    public String broken(String topic) {
      throw new UnsupportedOperationException("no " + topic);
    }
  }

  private static final class Moderator implements ModerationModel {
    @Override
    public Response<Moderation> moderate(String text) {
      return Response.from(
          text.contains("rude") ? Moderation.flagged(text) : Moderation.notFlagged());
    }

    @Override
    public Response<Moderation> moderate(List<dev.langchain4j.data.message.ChatMessage> messages) {
      return moderate(messages.toString());
    }
  }

  public static void main(String[] arguments) throws Exception {
    plain();
    tools();
    stream();
    retrieval();
    moderation();
    // Some versions keep a thread for a minute that moderated.
    System.exit(0);
  }

  private static void plain() {
    Models.Scripted model = new Models.Scripted();
    print(model.chat("hello"));
    print(model.chat(List.of(UserMessage.from("hello"))).aiMessage().text());
    print(new Models.Router(model).chat("hello"));
    try {
      print(model.chat("fail"));
    } catch (IllegalStateException e) {
      print(e.getMessage());
    }
    print(service(Assistant.class).build().answer("hello"));
    print(service(Detailed.class).build().answer("hello").content());
    print(
        service(Remembering.class)
            .chatMemoryProvider(id -> MessageWindowChatMemory.withMaxMessages(9))
            .build()
            .answer("conversation-7", "hello"));
    Assistant assistant = service(Assistant.class).build();
    print(String.valueOf(assistant.equals(assistant)));
    print(assistant.toString().replaceAll("@.*", ""));
  }

  private static void tools() {
    print(
        service(Handyman.class)
            .tools(new Tools())
            .hallucinatedToolNameStrategy(
                request -> ToolExecutionResultMessage.from(request, "there is no such tool"))
            .build()
            .answer("search, broken and missing"));
  }

  private static void stream() throws InterruptedException {
    StreamingChatModel model = new Models.Streaming();
    print(await(handler -> model.chat("hello", handler)));
    print(await(handler -> model.chat("fail", handler)));
    Streamer streamer =
        AiServices.builder(Streamer.class)
            .streamingChatModel(model)
            .tools(new Tools())
            .chatMemory(MessageWindowChatMemory.withMaxMessages(9))
            .build();
    print(await(streamer.answer("search")));
    print(await(streamer.answer("fail")));
  }

  private static void retrieval() {
    InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    Models.Embeddings embeddings = new Models.Embeddings();
    TextSegment segment = TextSegment.from("a fact");
    store.add(embeddings.embed(segment).content(), segment);
    print(embeddings.embed("hello").content().vector().length + " numbers");
    print(
        service(Librarian.class)
            .contentRetriever(
                EmbeddingStoreContentRetriever.builder()
                    .embeddingModel(embeddings)
                    .embeddingStore(store)
                    .maxResults(1)
                    .build())
            .build()
            .answer("hello"));
    print(
        store
                .search(
                    dev.langchain4j.store.embedding.EmbeddingSearchRequest.builder()
                        .queryEmbedding(embeddings.embed("hello").content())
                        .maxResults(3)
                        .build())
                .matches()
                .size()
            + " matches");
  }

  private static void moderation() {
    Careful careful = service(Careful.class).moderationModel(new Moderator()).build();
    print(careful.answer("hello"));
    try {
      print(careful.answer("rude"));
    } catch (RuntimeException e) {
      print(e.getClass().getSimpleName());
    }
    print(String.valueOf(new Moderator().moderate(Prompt.from("hello")).content().flagged()));
  }

  private static <T> AiServices<T> service(Class<T> type) {
    return AiServices.builder(type).chatModel(new Models.Scripted());
  }

  private interface Call {
    void with(StreamingChatResponseHandler handler);
  }

  private static String await(Call call) throws InterruptedException {
    CompletableFuture<String> done = new CompletableFuture<>();
    StringBuilder heard = new StringBuilder();
    call.with(
        new StreamingChatResponseHandler() {
          @Override
          public void onPartialResponse(String text) {
            heard.append(text).append('|');
          }

          @Override
          public void onCompleteResponse(ChatResponse response) {
            done.complete(heard + response.aiMessage().text());
          }

          @Override
          public void onError(Throwable error) {
            done.complete(error.toString());
          }
        });
    return get(done);
  }

  private static String await(TokenStream stream) throws InterruptedException {
    CompletableFuture<String> done = new CompletableFuture<>();
    StringBuilder heard = new StringBuilder();
    stream
        .onPartialResponse(text -> heard.append(text).append('|'))
        .onToolExecuted(tool -> heard.append(tool.request().name()).append('|'))
        .onCompleteResponse(response -> done.complete(heard + response.aiMessage().text()))
        .onError(error -> done.complete(error.toString()))
        .start();
    return get(done);
  }

  private static String get(CompletableFuture<String> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
