package dev.pitwall.distribution.app;

import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.agentic.internal.PendingResponse;
import dev.langchain4j.agentic.internal.SuspendedResponse;
import dev.langchain4j.agentic.scope.AgenticScope;
import dev.langchain4j.agentic.scope.AgenticScopeAccess;
import dev.langchain4j.agentic.scope.AgenticScopeKey;
import dev.langchain4j.agentic.scope.AgenticScopePersister;
import dev.langchain4j.agentic.scope.AgenticScopeSerializer;
import dev.langchain4j.agentic.scope.AgenticScopeStore;
import dev.langchain4j.agentic.scope.AgenticSystemSuspendedException;
import dev.langchain4j.agentic.scope.DefaultAgenticScope;
import dev.langchain4j.agentic.scope.ResultWithAgenticScope;
import dev.langchain4j.agentic.workflow.HumanInTheLoop;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.V;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** People who answer later, while a thread waits or while none does; prints what came out. */
public final class PromisesApp {

  private PromisesApp() {}

  /** A workflow that may be suspended. */
  public interface Desk extends AgenticScopeAccess {
    @Agent
    String run(@MemoryId String session, @V("topic") String topic);
  }

  /** One that says so instead of throwing. */
  public interface PatientDesk extends AgenticScopeAccess {
    @Agent
    ResultWithAgenticScope<String> run(@MemoryId String session, @V("topic") String topic);
  }

  /** Writes. */
  public static final class Writer {
    @Agent(name = "writer", outputKey = "text")
    public static String write(@V("topic") String topic) {
      return "of " + topic;
    }
  }

  /** Prints what was released. */
  public static final class Printer {
    @Agent(name = "printer", outputKey = "printed")
    public static String print(@V("text") String text, @V("release") String release) {
      return text + ", " + release;
    }
  }

  /** One way of waiting. */
  interface Scenario {
    Object run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    scenarios.put("blocking", PromisesApp::blocking);
    scenarios.put("beside", PromisesApp::beside);
    scenarios.put("late", PromisesApp::late);
    scenarios.put("suspended", PromisesApp::suspended);
    scenarios.put("patient", PromisesApp::patient);
    scenarios.put("nested", PromisesApp::nested);
    scenarios.put("reloaded", PromisesApp::reloaded);
    scenarios.put("forgotten", PromisesApp::forgotten);
    for (String name : arguments.length == 0 ? scenarios.keySet() : List.of(arguments)) {
      System.out.println(name + ": " + Objects.requireNonNull(scenarios.get(name), name).run());
    }
  }

  private static HumanInTheLoop person(Object answer) {
    return AgenticServices.humanInTheLoopBuilder()
        .outputKey("release")
        .responseProvider(scope -> answer)
        .build();
  }

  // Tells when the question has been asked and somebody waits for the answer.
  private static Object answered(String name, Consumer<PendingResponse<String>> answer) {
    PendingResponse<String> pending = new PendingResponse<>("release");
    CountDownLatch asked = new CountDownLatch(1);
    UntypedAgent desk =
        AgenticServices.sequenceBuilder()
            .name(name)
            .subAgents(new Writer(), person(pending), new Asked(asked), new Printer())
            .outputKey("printed")
            .build();
    CompletableFuture<Object> result =
        CompletableFuture.supplyAsync(() -> desk.invoke(Map.of("topic", "tea")));
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer.accept(pending);
    return result.handle((value, error) -> value == null ? "failed" : value).join();
  }

  /** Comes right after the question. */
  public record Asked(CountDownLatch asked) {
    @Agent(name = "asked", outputKey = "asked")
    public boolean note() {
      asked.countDown();
      return true;
    }
  }

  private static UntypedAgent untyped(String name, Object person) {
    return AgenticServices.sequenceBuilder()
        .name(name)
        .subAgents(new Writer(), person, new Printer())
        .outputKey("printed")
        .build();
  }

  private static <T> T desk(Class<T> type, String name, Object... members) {
    return AgenticServices.sequenceBuilder(type)
        .name(name)
        .subAgents(members)
        .outputKey("printed")
        .build();
  }

  // The last member waits for the answer, which another thread gives.
  private static Object blocking() {
    return answered("blocking", pending -> pending.complete("approved"));
  }

  // The person is asked on a thread of its own.
  private static Object beside() {
    HumanInTheLoop person =
        AgenticServices.humanInTheLoopBuilder()
            .outputKey("release")
            .async(true)
            .responseProvider(scope -> "rejected")
            .build();
    return untyped("beside", person).invoke(Map.of("topic", "tea"));
  }

  private static Object late() {
    return answered(
        "late", pending -> pending.completeExceptionally(new TimeoutException("nobody came")));
  }

  private static Object suspended() {
    Desk desk =
        desk(
            Desk.class,
            "suspended",
            new Writer(),
            person(new SuspendedResponse<>("release")),
            new Printer());
    try {
      return desk.run("s1", "tea");
    } catch (AgenticSystemSuspendedException e) {
      e.scope().completePendingResponse("release", "approved");
      return "waited for " + desk.run("s1", "tea");
    }
  }

  private static Object patient() {
    PatientDesk desk =
        desk(
            PatientDesk.class,
            "patient",
            new Writer(),
            person(new SuspendedResponse<>("release")),
            new Printer());
    ResultWithAgenticScope<String> first = desk.run("s1", "tea");
    first.agenticScope().writeState("release", "no");
    return first.suspended() + " " + desk.run("s1", "tea").result();
  }

  private static Object nested() {
    UntypedAgent inner =
        AgenticServices.sequenceBuilder()
            .name("inner")
            .subAgents(new Writer(), person(new SuspendedResponse<>("release")))
            .outputKey("release")
            .build();
    Desk desk = desk(Desk.class, "nested", inner, new Printer());
    try {
      return desk.run("s1", "tea");
    } catch (AgenticSystemSuspendedException e) {
      e.scope().completePendingResponse("release", "approved");
      return "waited for " + desk.run("s1", "tea");
    }
  }

  // The same, over a copy of the state that was stored meanwhile, by an application built anew.
  private static Object reloaded() {
    AgenticScopePersister.setStore(new Store());
    try {
      try {
        return reloadable().run("s1", "tea");
      } catch (AgenticSystemSuspendedException e) {
        Desk desk = reloadable();
        AgenticScope scope = desk.getAgenticScope("s1");
        scope.completePendingResponse("release", "approved");
        return "waited for " + desk.run("s1", "tea");
      }
    } finally {
      AgenticScopePersister.setStore(null);
    }
  }

  private static Desk reloadable() {
    return desk(
        Desk.class,
        "reloaded",
        new Writer(),
        person(new SuspendedResponse<>("release")),
        new Printer());
  }

  // The application gives the person time for many an export of metrics.
  private static Object forgotten() throws InterruptedException {
    Desk desk =
        desk(Desk.class, "forgotten", new Writer(), person(new SuspendedResponse<>("release")));
    try {
      return desk.run("s1", "tea");
    } catch (AgenticSystemSuspendedException e) {
      boolean answered = new CountDownLatch(1).await(3, TimeUnit.SECONDS);
      return answered ? "answered" : "nobody has answered";
    }
  }

  /** Keeps states as text. */
  private static final class Store implements AgenticScopeStore {
    private final Map<AgenticScopeKey, String> texts = new ConcurrentHashMap<>();

    @Override
    public boolean save(AgenticScopeKey key, DefaultAgenticScope scope) {
      texts.put(key, AgenticScopeSerializer.toJson(scope));
      return true;
    }

    @Override
    public Optional<DefaultAgenticScope> load(AgenticScopeKey key) {
      return Optional.ofNullable(texts.get(key)).map(AgenticScopeSerializer::fromJson);
    }

    @Override
    public boolean delete(AgenticScopeKey key) {
      return texts.remove(key) != null;
    }

    @Override
    public Set<AgenticScopeKey> getAllKeys() {
      return texts.keySet();
    }
  }
}
