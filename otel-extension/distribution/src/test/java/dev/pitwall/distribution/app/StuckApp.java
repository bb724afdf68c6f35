package dev.pitwall.distribution.app;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.agentic.Agent;
import dev.langchain4j.agentic.AgenticServices;
import dev.langchain4j.agentic.UntypedAgent;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.V;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Agents that never get on, until the end of input ends the process: {@code locks} have two of them
 * take a monitor and a lock in opposite order, {@code pressure} fills the heap and the common pool.
 */
public final class StuckApp {

  private static final List<byte[]> KEPT = new ArrayList<>();

  private StuckApp() {}

  /** Finds facts. */
  public interface Researcher {
    @Agent
    @UserMessage("Research {{topic}}")
    String research(@V("topic") String topic);
  }

  /** The monitor first. */
  public static final class Draft {
    private final Desk desk;

    Draft(Desk desk) {
      this.desk = desk;
    }

    @Tool
    public String search(String query) throws InterruptedException {
      synchronized (desk) {
        desk.awaitBoth();
        desk.index.lock();
        try {
          return query;
        } finally {
          desk.index.unlock();
        }
      }
    }
  }

  /** The lock first. */
  public static final class Index {
    private final Desk desk;

    Index(Desk desk) {
      this.desk = desk;
    }

    @Tool
    public String search(String query) throws InterruptedException {
      desk.index.lock();
      try {
        desk.awaitBoth();
        synchronized (desk) {
          return query;
        }
      } finally {
        desk.index.unlock();
      }
    }
  }

  /** What both want. */
  public static final class Desk {
    private final ReentrantLock index = new ReentrantLock();
    private final CountDownLatch both = new CountDownLatch(2);

    private void awaitBoth() throws InterruptedException {
      both.countDown();
      both.await();
    }
  }

  /** Waits for what the common pool never comes to. */
  public static final class Crowd {
    @Tool
    public String search(String query) {
      CountDownLatch never = new CountDownLatch(1);
      for (int i = 0; i < ForkJoinPool.getCommonPoolParallelism(); i++) {
        CompletableFuture<Void> unused = CompletableFuture.runAsync(() -> awaitEnd(never));
      }
      CompletableFuture.runAsync(() -> {}).join();
      return query;
    }

    private static void awaitEnd(CountDownLatch never) {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    UntypedAgent agents = arguments[0].equals("locks") ? locks() : pressure();
    daemon("desk", () -> agents.invoke(Map.of("topic", "tea"))).start();
    while (System.in.read() >= 0) {
      // Whoever started this ends it.
    }
    System.exit(0);
  }

  private static UntypedAgent locks() {
    Desk desk = new Desk();
    ExecutorService executor = Executors.newFixedThreadPool(2, task -> daemon("agent", task));
    return AgenticServices.parallelBuilder()
        .name("desk")
        .subAgents(agent("writer", new Draft(desk)), agent("editor", new Index(desk)))
        .executor(executor)
        .build();
  }

  private static UntypedAgent pressure() {
    while (isRoomInTheHeap()) {
      KEPT.add(new byte[1 << 20]);
      System.gc();
    }
    daemon("collecting", StuckApp::collect).start();
    return AgenticServices.sequenceBuilder()
        .name("desk")
        .subAgents(agent("writer", new Crowd()))
        .build();
  }

  private static boolean isRoomInTheHeap() {
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage kept = pool.getCollectionUsage();
      if (kept != null && pool.getName().equals("Tenured Gen")) {
        return kept.getUsed() < 0.88 * kept.getMax();
      }
    }
    throw new IllegalStateException("start it with the serial collector");
  }

  // Half of the time.
  private static void collect() {
    try {
      for (; ; ) {
        long start = System.nanoTime();
        System.gc();
        TimeUnit.NANOSECONDS.sleep(System.nanoTime() - start);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Object agent(String name, Object tools) {
    return AgenticServices.agentBuilder(Researcher.class)
        .name(name)
        .outputKey(name)
        .chatModel(new ScriptedModel(1))
        .tools(tools)
        .build();
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
