package dev.pitwall.agent;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The spans of {@link ReportBenchmark}, made by hand as sparingly as the API allows. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
public class SpanBenchmark {

  private static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
  private static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
  private static final AttributeKey<String> MODEL = stringKey("gen_ai.request.model");
  private static final AttributeKey<String> RUN = stringKey("pitwall.run.id");
  private static final AttributeKey<String> AGENT = stringKey("gen_ai.agent.name");
  private static final AttributeKey<String> TOOL = stringKey("gen_ai.tool.name");
  private static final AttributeKey<String> TOOL_TYPE = stringKey("gen_ai.tool.type");
  private static final AttributeKey<String> CALL = stringKey("gen_ai.tool.call.id");
  private static final AttributeKey<String> ARGUMENTS = stringKey("pitwall.tool.arguments.hash");
  private static final AttributeKey<String> OUTPUT = stringKey("pitwall.output.hash");
  private static final AttributeKey<String> RESPONSE = stringKey("gen_ai.response.id");
  private static final AttributeKey<String> ANSWERED = stringKey("gen_ai.response.model");
  private static final AttributeKey<List<String>> FINISH =
      stringArrayKey("gen_ai.response.finish_reasons");
  private static final AttributeKey<Long> INPUT = longKey("gen_ai.usage.input_tokens");
  private static final AttributeKey<Long> TOKENS = longKey("gen_ai.usage.output_tokens");
  private static final AttributeKey<String> SOURCE = stringKey("pitwall.handoff.source");
  private static final AttributeKey<String> TARGET = stringKey("pitwall.handoff.target");
  private static final AttributeKey<String> HANDOFF = stringKey("pitwall.handoff.id");
  private static final AttributeKey<String> MODE = stringKey("pitwall.handoff.mode");

  @Benchmark
  public void chat(Extension extension) {
    Span span =
        extension
            .tracer
            .spanBuilder("chat gpt-4o-mini")
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(OPERATION, "chat")
            .setAttribute(PROVIDER, "openai")
            .setAttribute(MODEL, "gpt-4o-mini")
            .setAttribute(RUN, "0123456789abcdef")
            .setAttribute(AGENT, "writer")
            .startSpan();
    try (Scope scope = span.makeCurrent()) {
      span.setAttribute(RESPONSE, "id");
      span.setAttribute(ANSWERED, "gpt-4o-mini-2024");
      span.setAttribute(FINISH, List.of("stop"));
      span.setAttribute(INPUT, 100L);
      span.setAttribute(TOKENS, 20L);
    }
    span.end();
  }

  @Benchmark
  public void tool(Extension extension) {
    Span span =
        extension
            .tracer
            .spanBuilder("execute_tool search")
            .setAttribute(OPERATION, "execute_tool")
            .setAttribute(TOOL, "search")
            .setAttribute(TOOL_TYPE, "function")
            .setAttribute(CALL, "call")
            .setAttribute(ARGUMENTS, "0123456789abcdef")
            .setAttribute(RUN, "0123456789abcdef")
            .setAttribute(AGENT, "writer")
            .startSpan();
    try (Scope scope = span.makeCurrent()) {
      span.setAttribute(OUTPUT, "0123456789abcdef");
    }
    span.end();
  }

  @Benchmark
  public void handoffToAnAgent(Extension extension) {
    Span span =
        extension
            .tracer
            .spanBuilder("invoke_agent critic")
            .setAttribute(OPERATION, "invoke_agent")
            .setAttribute(AGENT, "critic")
            .setAttribute(RUN, "0123456789abcdef")
            .startSpan();
    try (Scope scope = span.makeCurrent()) {
      span.setAttribute(HANDOFF, "0123456789abcdef-12");
      span.setAttribute(SOURCE, "desk");
      span.setAttribute(TARGET, "critic");
      span.setAttribute(MODE, "return_to_caller");
      span.setAttribute(OUTPUT, "0123456789abcdef");
    }
    span.end();
  }
}
