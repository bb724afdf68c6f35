package dev.pitwall.agent;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.AgentStart;
import dev.pitwall.bridge.AgentStart.Role;
import dev.pitwall.bridge.GateVerdict;
import dev.pitwall.bridge.HandoffOffer;
import dev.pitwall.bridge.ModelReply;
import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.ToolRequest;
import dev.pitwall.bridge.ToolResult;
import dev.pitwall.bridge.Topology;
import dev.pitwall.bridge.WorkflowStart;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the reports of hooks cost the application's thread, span, metrics, log and engine included.
 * {@link SpanBenchmark} is what the spans alone would cost.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class ReportBenchmark {

  @Benchmark
  public void chat(Extension extension, OpenRuns run) {
    run.next();
    chat(extension);
  }

  private static void chat(Extension extension) {
    extension
        .observer
        .startModelCall(new ModelRequest("openai", "gpt-4o-mini", null, null))
        .end(new ModelReply("id", "gpt-4o-mini-2024", "stop", 100, 20), null);
  }

  @Benchmark
  public void tool(Extension extension, OpenRuns run) {
    tool(extension, run.next());
  }

  private static void tool(Extension extension, String text) {
    extension
        .observer
        .startToolCall(new ToolRequest("search", "call", text))
        .end(new ToolResult(text, false), null);
  }

  @Benchmark
  public void handoffToAnAgent(Extension extension, OpenRuns run) {
    String text = run.next();
    extension.observer.offerHandoff(new HandoffOffer("critic", "critic"));
    extension
        .observer
        .startAgent(new AgentStart("critic", "critic", null, null, Role.MEMBER))
        .end(text, null);
  }

  @Benchmark
  public void artifact(Extension extension, OpenRuns run) {
    extension.observer.writeArtifact("draft", run.next());
  }

  @Benchmark
  public void gate(Extension extension, OpenRuns run) {
    run.next();
    extension.observer.decideGate(
        new GateVerdict("style", GateVerdict.Result.PASSED, GateVerdict.Action.PASS));
  }

  /** A part of an answer that arrives while its call is under way. */
  @Benchmark
  public Object chunk(OpenCall call) {
    try (Activation activation = call.operation.activate()) {
      return activation;
    }
  }

  /** A run from its first report to its last, with an agent that calls a model and a tool. */
  @Benchmark
  public void wholeRun(Extension extension, Texts texts) {
    Operation<Object> desk =
        extension.observer.startWorkflow(
            new WorkflowStart("desk", "desk", Topology.SEQUENCE, 1, 1, null));
    extension.observer.offerHandoff(new HandoffOffer("writer", "w"));
    Operation<Object> writer =
        extension.observer.startAgent(new AgentStart("writer", "w", null, "draft", Role.MEMBER));
    chat(extension);
    tool(extension, texts.next());
    writer.end(texts.next(), null);
    desk.end(texts.next(), null);
  }
}
