import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;

/** Models that answer from a script: they ask for the tools that the question names, then answer. */
final class Models {

  private Models() {}

  static ChatResponse answer(ChatRequest request) {
    List<ChatMessage> messages = request.messages();
    String question = "";
    boolean toolsDone = false;
    for (ChatMessage message : messages) {
      if (message instanceof UserMessage user) {
        question = user.singleText();
        toolsDone = false;
      }
      toolsDone |= message instanceof ToolExecutionResultMessage;
    }
    if (question.contains("fail")) {
      throw new IllegalStateException("the model is down");
    }
    List<ToolExecutionRequest> tools = new ArrayList<>();
    for (String tool : List.of("search", "broken", "missing", "count", "garbled", "publish")) {
      if (question.contains(tool) && !toolsDone) {
        tools.add(
            ToolExecutionRequest.builder()
                .id("call-" + tool)
                .name(tool)
                .arguments(
                    "{\"arg0\":\"the-secret-topic\"" + (tool.equals("garbled") ? "" : "}"))
                .build());
      }
    }
    return ChatResponse.builder()
        .aiMessage(
            tools.isEmpty() ? AiMessage.from("answer to " + question) : AiMessage.from(tools))
        .id("r1")
        .modelName("scripted-1")
        .tokenUsage(new TokenUsage(10, 5))
        .finishReason(tools.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_EXECUTION)
        .build();
  }

  static ChatRequestParameters parameters() {
    return ChatRequestParameters.builder().modelName("scripted").temperature(0.5).build();
  }

  static final class Scripted implements ChatModel {

    @Override
    public ChatResponse doChat(ChatRequest request) {
      return answer(request);
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
      return parameters();
    }
  }

  /** Answers on a thread of its own, which knows nothing of who asked. */
  static final class Streaming implements StreamingChatModel {

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
      Thread thread =
          new Thread(
              () -> {
                ChatResponse response;
                try {
                  response = answer(request);
                } catch (RuntimeException e) {
                  handler.onError(e);
                  return;
                }
                String text = response.aiMessage().text();
                if (text != null) {
                  handler.onPartialResponse(text.substring(0, 3));
                  handler.onPartialResponse(text.substring(3));
                }
                handler.onCompleteResponse(response);
              });
      thread.start();
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
      return parameters();
    }
  }

  /** A model that asks another one. */
  record Router(ChatModel model) implements ChatModel {

    @Override
    public ChatResponse chat(ChatRequest request) {
      return model.chat(request);
    }
  }

  static final class Embeddings implements EmbeddingModel {

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
      return Response.from(
          segments.stream().map(segment -> Embedding.from(new float[] {1, 0})).toList(),
          new TokenUsage(7));
    }
  }
}
