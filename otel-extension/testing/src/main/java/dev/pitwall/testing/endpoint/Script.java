package dev.pitwall.testing.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitwall.testing.conversation.Conversation;
import dev.pitwall.testing.conversation.Reply;
import dev.pitwall.testing.conversation.Reply.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One performance of a conversation: which reply comes next, what was asked, what went wrong. */
public final class Script {

  private static final int PATIENCE_SECONDS = 20;

  private final Conversation conversation;
  private final TreeSet<Integer> ungiven = new TreeSet<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> callers = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final CountDownLatch listening = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private int underWay;

  Script(Conversation conversation) {
    this.conversation = conversation;
    for (int i = 0; i < conversation.model().size(); i++) {
      ungiven.add(i);
    }
  }

  Conversation conversation() {
    return conversation;
  }

  /** The MCP server was called. The trace, which only comes with an agent, is noted by itself. */
  synchronized void called(JsonNode request) {
    ObjectNode copy = request.deepCopy();
    String caller = "";
    if (copy.path("params") instanceof ObjectNode params) {
      if (params.path("_meta") instanceof ObjectNode meta) {
        caller = meta.path("traceparent").asText();
        meta.remove(List.of("traceparent", "tracestate"));
        removeIfEmpty(params, "_meta");
      }
      removeIfEmpty(copy, "params");
    }
    if (copy.path("method").asText().equals("tools/call")) {
      callers.add(caller);
    }
    requests.add(copy.toString());
  }

  private static void removeIfEmpty(ObjectNode owner, String key) {
    if (owner.path(key).isEmpty()) {
      owner.remove(key);
    }
  }

  /** By whose work the MCP server was told its tool was called; nothing where it was not told. */
  public synchronized List<String> callers() {
    return List.copyOf(callers);
  }

  /** What was asked, and a reply by its number in the recording. */
  record Turn(int number, Reply reply) {}

  /** The next reply that fits, once as many requests are under way as it wants. */
  synchronized Turn next(String request) throws InterruptedException {
    requests.add(request);
    for (int number : ungiven) {
      Reply reply = conversation.model().get(number);
      if (reply.to() == null || request.contains(reply.to())) {
        ungiven.remove(number);
        awaitOthers(reply.together());
        return new Turn(number, reply);
      }
    }
    problems.add("the conversation has no reply to " + request);
    throw new IllegalStateException("no reply");
  }

  private void awaitOthers(int together) throws InterruptedException {
    underWay++;
    notifyAll();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (underWay < together) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        problems.add("%d requests were to be made at once, %d were".formatted(together, underWay));
        return;
      }
      wait(left);
    }
  }

  /** The application listens to what is streamed. */
  void listen() {
    listening.countDown();
  }

  /** Returns when somebody listens. */
  void awaitListener() throws InterruptedException {
    if (!listening.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      synchronized (this) {
        problems.add("the application never said that it listens to what is streamed");
      }
    }
  }

  /** Returns when the conversation is over: what a request waits for that is never answered. */
  void awaitEnd() throws InterruptedException {
    over.await();
  }

  /** The conversation is over; what still waits for an answer is broken off. */
  public void end() {
    over.countDown();
  }

  /** The bodies of all requests; sorted where the order is not given. */
  public synchronized List<String> requests() {
    return conversation.concurrent() ? requests.stream().sorted().toList() : List.copyOf(requests);
  }

  /** Where the application departed from the recording; empty if it did not. */
  public synchronized List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    for (int number : ungiven) {
      all.add("nobody asked for " + conversation.model().get(number));
    }
    return all;
  }

  /** What was reported in answers that reached the client, in all. */
  public synchronized Usage reported() {
    int input = 0;
    int cached = 0;
    int output = 0;
    int reasoning = 0;
    for (int i = 0; i < conversation.model().size(); i++) {
      Reply reply = conversation.model().get(i);
      Usage usage = reply.usage();
      if (usage != null && reply.complete() && !ungiven.contains(i)) {
        input += usage.input();
        cached += usage.cached();
        output += usage.output();
        reasoning += usage.reasoning();
      }
    }
    return new Usage(input, cached, output, reasoning);
  }
}
