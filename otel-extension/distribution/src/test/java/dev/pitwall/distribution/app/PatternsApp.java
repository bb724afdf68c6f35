package dev.pitwall.distribution.app;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.agent.ErrorRecoveryResult;
import dev.langchain4j.agentic.supervisor.SupervisorAgent;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Every way in which LangChain4j's agents work together; prints what came out of each. */
public final class PatternsApp {

  private PatternsApp() {}

  /** Says something about a topic. */
  public interface Worker {
    @Agent(description = "works on a topic", outputKey = "text")
    @UserMessage("Work on {{topic}}")
    String work(@V("topic") String topic);
  }

  /** Works on what a worker has left. */
  public interface Editor {
    @Agent(description = "edits a text", outputKey = "edited")
    @UserMessage("Edit {{text}}")
    String edit(@V("text") String text);
  }

  /** Scores a text. */
  public interface Critic {
    @Agent(name = "critic", description = "scores a text", outputKey = "score")
    @UserMessage("Score {{text}}")
    double score(@V("text") String text);
  }

  /** Speaks piece by piece. */
  public interface Speaker {
    @Agent(description = "speaks", outputKey = "speech")
    @UserMessage("Speak of {{topic}}")
    TokenStream speak(@V("topic") String topic);
  }

  /** A workflow with a type and a conversation. */
  public interface Desk {
    @Agent
    String run(@MemoryId String conversation, @V("topic") String topic);
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put(
        "declared", () -> AgenticServices.createAgenticSystem(DeclaredDesk.class).run("tea"));
    scenarios.put("typed", PatternsApp::typed);
    scenarios.put("parallel", PatternsApp::parallel);
    scenarios.put("mapper", PatternsApp::mapper);
    scenarios.put("router", PatternsApp::router);
    scenarios.put("supervisor", PatternsApp::supervisor);
    scenarios.put("custom", PatternsApp::custom);
    scenarios.put("async", PatternsApp::async);
    scenarios.put("streaming", PatternsApp::streaming);
    scenarios.put("stream", PatternsApp::stream);
    scenarios.put("background", PatternsApp::background);
    scenarios.put("retry", () -> recovered("retry", "fail-2", ErrorRecoveryResult.retry()));
    scenarios.put(
        "substitute", () -> recovered("substitute", "fail-9", ErrorRecoveryResult.result("none")));
    scenarios.put(
        "fatal", () -> recovered("fatal", "fail-9", ErrorRecoveryResult.throwException()));
    scenarios.put("person-late", () -> asked("person-late", PatternsApp::tooLate));
    scenarios.put("person-says-no", () -> asked("person-says-no", () -> "No, not like this"));
    for (String name : arguments.length == 0 ? scenarios.keySet() : List.of(arguments)) {
      try {
        System.out.println(name + ": " + Objects.requireNonNull(scenarios.get(name), name).run());
      } catch (RuntimeException e) {
        System.out.println(name + " failed with " + e);
      }
    }
    System.out.println("thread " + Thread.currentThread().getName());
  }

  /** One way of working together. */
  interface Scenario {
    Object run() throws Exception;
  }

  private static Worker worker(String name, ChatModel model) {
    return AgenticServices.agentBuilder(Worker.class)
        .name(name)
        .outputKey(name + "-text")
        .chatModel(model)
        .build();
  }

  private static Object typed() {
    Worker worker =
        AgenticServices.agentBuilder(Worker.class)
            .name("worker")
            .chatModel(new PatternsModel())
            .build();
    Desk desk =
        AgenticServices.sequenceBuilder(Desk.class)
            .name("typed")
            .subAgents(worker)
            .outputKey("text")
            .build();
    return desk.run("conversation-7", "tea");
  }

  private static Object parallel() throws Exception {
    PatternsModel model = new PatternsModel();
    UntypedAgent pair =
        AgenticServices.sequenceBuilder()
            .name("pair")
            .subAgents(worker("first", model), worker("second", model))
            .build();
    ExecutorService executor = executor();
    try {
      UntypedAgent parallel =
          AgenticServices.parallelBuilder()
              .name("parallel")
              .subAgents(pair, worker("left", model), worker("right", model))
              .executor(executor)
              .output(
                  scope -> scope.readState("left-text", "") + scope.readState("second-text", ""))
              .build();
      return parallel.invoke(Map.of("topic", "tea"));
    } finally {
      executor.shutdown();
    }
  }

  // One virtual thread a task where there are such.
  private static ExecutorService executor() throws ReflectiveOperationException {
    return Runtime.version().feature() < 21
        ? Executors.newFixedThreadPool(3)
        : (ExecutorService)
            Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  private static Object mapper() {
    UntypedAgent mapper =
        AgenticServices.parallelMapperBuilder()
            .name("mapper")
            .subAgents(worker("each", new PatternsModel()))
            .itemsProvider("topics")
            .build();
    return mapper.invoke(Map.of("topics", List.of("tea", "coffee")));
  }

  // The framework waits for the stream.
  private static Object streaming() {
    PatternsModel model = new PatternsModel();
    Speaker speaker =
        AgenticServices.agentBuilder(Speaker.class)
            .name("speaker")
            .outputKey("text")
            .streamingChatModel(model.streaming())
            .build();
    Editor editor =
        AgenticServices.agentBuilder(Editor.class).name("editor").chatModel(model).build();
    UntypedAgent sequence =
        AgenticServices.sequenceBuilder()
            .name("streaming")
            .subAgents(speaker, editor)
            .outputKey("edited")
            .build();
    return sequence.invoke(Map.of("topic", "tea"));
  }

  /** A workflow that speaks piece by piece. */
  public interface Stage {
    @Agent
    TokenStream speak(@V("topic") String topic);
  }

  // The caller starts the stream when the workflow has returned.
  private static Object stream() {
    Speaker speaker =
        AgenticServices.agentBuilder(Speaker.class)
            .name("speaker")
            .streamingChatModel(new PatternsModel().streaming())
            .build();
    Stage stage =
        AgenticServices.sequenceBuilder(Stage.class)
            .name("stream")
            .subAgents(worker("prompter", new PatternsModel()), speaker)
            .outputKey("speech")
            .build();
    CompletableFuture<String> speech = new CompletableFuture<>();
    stage
        .speak("tea")
        .onPartialResponse(piece -> {})
        .onCompleteResponse(response -> speech.complete(response.aiMessage().text()))
        .onError(speech::completeExceptionally)
        .start();
    return speech.join();
  }

  private static Object router() {
    PatternsModel model = new PatternsModel();
    UntypedAgent router =
        AgenticServices.conditionalBuilder()
            .name("router")
            .subAgents(scope -> scope.readState("topic", "").equals("tea"), worker("tea", model))
            .subAgents(
                scope -> scope.readState("topic", "").equals("coffee"), worker("coffee", model))
            .output(scope -> scope.readState("tea-text", "nothing"))
            .build();
    return router.invoke(Map.of("topic", "tea"));
  }

  private static Object supervisor() {
    PatternsModel model = new PatternsModel("left", "right");
    SupervisorAgent supervisor =
        AgenticServices.supervisorBuilder()
            .chatModel(model)
            .name("supervisor")
            .subAgents(worker("left", model), worker("right", model), worker("idle", model))
            .build();
    return supervisor.invoke("make tea");
  }

  private static Object custom() {
    PatternsModel model = new PatternsModel();
    UntypedAgent custom =
        AgenticServices.plannerBuilder()
            .name("custom")
            .subAgents(worker("last", model), worker("middle", model), worker("begin", model))
            .planner(Backwards::new)
            .output(scope -> scope.readState("last-text", ""))
            .build();
    return custom.invoke(Map.of("topic", "tea"));
  }

  private static Object async() {
    PatternsModel model = new PatternsModel();
    Worker slow =
        AgenticServices.agentBuilder(Worker.class)
            .name("slow")
            .outputKey("text")
            .async(true)
            .chatModel(model)
            .build();
    Editor editor =
        AgenticServices.agentBuilder(Editor.class).name("editor").chatModel(model).build();
    UntypedAgent sequence =
        AgenticServices.sequenceBuilder()
            .name("async")
            .subAgents(slow, worker("beside", model), editor)
            .outputKey("edited")
            .build();
    return sequence.invoke(Map.of("topic", "tea"));
  }

  // Nobody waits for the last member but who is interested in it.
  private static Object background() throws Exception {
    CompletableFuture<String> released = new CompletableFuture<>();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch finished = new CountDownLatch(1);
    UntypedAgent background =
        AgenticServices.sequenceBuilder()
            .name("background")
            .subAgents(
                worker("quick", new PatternsModel()), new Janitor(released, started, finished))
            .output(scope -> scope.readState("quick-text", ""))
            .build();
    Object result = background.invoke(Map.of("topic", "tea"));
    started.await();
    released.complete("clean");
    finished.await();
    return result;
  }

  /** Works on after the workflow has given its answer. */
  public record Janitor(
      CompletableFuture<String> released, CountDownLatch started, CountDownLatch finished) {
    @Agent(name = "janitor", async = true)
    public void tidy() {
      started.countDown();
      released.join();
      finished.countDown();
    }
  }

  private static Object recovered(String name, String topic, ErrorRecoveryResult result) {
    AtomicInteger errors = new AtomicInteger();
    UntypedAgent sequence =
        AgenticServices.sequenceBuilder()
            .name(name)
            .subAgents(worker("shaky", new PatternsModel()))
            .errorHandler(
                context -> {
                  errors.incrementAndGet();
                  return result;
                })
            .output(scope -> scope.readState("shaky-text", "") + " after " + errors)
            .build();
    return sequence.invoke(Map.of("topic", topic));
  }

  private static Object asked(String name, Answer answer) {
    Editor editor =
        AgenticServices.agentBuilder(Editor.class)
            .name("unneeded")
            .optional(true)
            .chatModel(new PatternsModel())
            .build();
    UntypedAgent sequence =
        AgenticServices.sequenceBuilder()
            .name(name)
            .subAgents(
                editor,
                AgenticServices.humanInTheLoopBuilder()
                    .outputKey("release")
                    .responseProvider(scope -> answer.get())
                    .build())
            .outputKey("release")
            .build();
    return sequence.invoke(Map.of("topic", "tea"));
  }

  /** What a person says. */
  interface Answer {
    Object get();
  }

  private static Object tooLate() {
    throw new IllegalStateException(new TimeoutException("nobody came"));
  }
}
