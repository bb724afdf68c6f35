package dev.pitwall.distribution.app;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Three researchers at once, on virtual threads where the JVM has them. Prints what came out, on
 * what kind of threads it was made, the trace of a failure, and which threads are left.
 */
public final class ParallelApp {

  private static final Set<String> THREADS = Collections.synchronizedSet(new TreeSet<>());

  private static final Queue<Thread> WORKERS = new ConcurrentLinkedQueue<>();

  private ParallelApp() {}

  /** Finds facts. */
  public interface Researcher {
    @Agent
    @UserMessage("Research {{topic}}")
    String research(@V("topic") String topic);
  }

  /** What the researchers may use. */
  public static final class Archive {
    @Tool
    public String search(String query) {
      THREADS.add("tool on " + describe(Thread.currentThread()));
      return "nothing on " + query;
    }
  }

  public static void main(String[] arguments) throws Exception {
    ExecutorService executor = executor();
    UntypedAgent desk =
        AgenticServices.parallelBuilder()
            .name("desk")
            .subAgents(researcher("first"), researcher("second"), researcher("third"))
            .executor(executor)
            .output(
                scope ->
                    List.of(
                        scope.readState("first", ""),
                        scope.readState("second", ""),
                        scope.readState("third", "")))
            .build();
    System.out.println("result " + desk.invoke(Map.of("topic", "the-secret-topic")));
    try {
      desk.invoke(Map.of("topic", ScriptedModel.FAILING));
    } catch (RuntimeException e) {
      report(e);
    }
    executor.shutdown();
    System.out.println("executor ended " + executor.awaitTermination(1, TimeUnit.MINUTES));
    // A pool has ended a moment before the last of its threads has.
    for (Thread worker : WORKERS) {
      worker.join();
    }
    THREADS.forEach(System.out::println);
    System.out.println("threads left " + threadsLeft());
  }

  private static Object researcher(String name) {
    return AgenticServices.agentBuilder(Researcher.class)
        .name(name)
        .outputKey(name)
        .chatModel(new ScriptedModel(1))
        .tools(new Archive())
        .build();
  }

  // By reflection: the class also runs on Java 17.
  private static ExecutorService executor() throws ReflectiveOperationException {
    if (Runtime.version().feature() < 21) {
      return Executors.newFixedThreadPool(3, ParallelApp::worker);
    }
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  private static Thread worker(Runnable task) {
    Thread worker = new Thread(task, "desk");
    WORKERS.add(worker);
    return worker;
  }

  private static String describe(Thread thread) {
    return "'"
        + thread.getName()
        + "' virtual "
        + isVirtual(thread)
        + " daemon "
        + thread.isDaemon()
        + " loader "
        + thread.getContextClassLoader().getClass().getSimpleName();
  }

  private static boolean isVirtual(Thread thread) {
    try {
      Method isVirtual = Thread.class.getMethod("isVirtual");
      return (boolean) isVirtual.invoke(thread);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  private static void report(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      System.err.println("failed with " + cause.getClass().getName() + ": " + cause.getMessage());
      System.err.println("suppressed " + Arrays.toString(cause.getSuppressed()));
      for (StackTraceElement frame : cause.getStackTrace()) {
        // Frames of the JDK depend on the executor that the agent wraps; a lambda's number on
        // order.
        if (frame.getClassName().startsWith("dev.")) {
          System.err.println(
              "  at "
                  + frame.getClassName().replaceAll("Lambda.*", "Lambda")
                  + "."
                  + frame.getMethodName()
                  + ":"
                  + frame.getLineNumber());
        }
      }
    }
  }

  private static String threadsLeft() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.isDaemon())
        .map(Thread::getName)
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
