package dev.pitwall.replay.sort;

import dev.pitwall.engine.signal.Shape;
import dev.pitwall.engine.signal.Usage;
import dev.pitwall.replay.record.Observation;
import dev.pitwall.replay.record.Observation.Closed;
import dev.pitwall.replay.record.Observation.Logged;
import dev.pitwall.replay.record.Observation.Opened;
import dev.pitwall.replay.record.Span;
import dev.pitwall.replay.record.Step;
import dev.pitwall.replay.record.StepKind;
import dev.pitwall.replay.record.TraceId;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Observations as bytes, for temporary files only: no version reads what another has written. */
final class Codec {

  private static final int OPENED = 0;
  private static final int CLOSED = 1;
  private static final int LOGGED = 2;

  private final Texts texts = new Texts();

  void write(Observation observation, DataOutput out) throws IOException {
    if (observation instanceof Opened opened) {
      out.writeByte(OPENED);
      span(opened.span(), out);
    } else if (observation instanceof Closed closed) {
      out.writeByte(CLOSED);
      span(closed.span(), out);
    } else if (observation instanceof Logged logged) {
      out.writeByte(LOGGED);
      out.writeLong(logged.nanos());
      out.writeLong(logged.sequence());
      trace(logged.trace(), out);
      out.writeLong(logged.within());
      EntryCodec.write(logged.entry(), texts, out);
    }
  }

  Observation read(DataInput in) throws IOException {
    int kind = in.readByte();
    if (kind == LOGGED) {
      long nanos = in.readLong();
      long sequence = in.readLong();
      TraceId trace = trace(in);
      long within = in.readLong();
      return new Logged(EntryCodec.read(texts, in), nanos, sequence, trace, within);
    }
    Span span = span(in);
    return kind == OPENED ? new Opened(span) : new Closed(span);
  }

  private static void trace(TraceId trace, DataOutput out) throws IOException {
    out.writeLong(trace.high());
    out.writeLong(trace.low());
  }

  private static TraceId trace(DataInput in) throws IOException {
    return new TraceId(in.readLong(), in.readLong());
  }

  private void span(Span span, DataOutput out) throws IOException {
    trace(span.trace(), out);
    out.writeLong(span.id());
    out.writeLong(span.parent());
    out.writeLong(span.start());
    out.writeLong(span.end());
    Step step = span.step();
    texts.write(step == null ? null : step.kind().name(), out);
    if (step != null) {
      step(step, out);
    }
  }

  private Span span(DataInput in) throws IOException {
    TraceId trace = trace(in);
    long id = in.readLong();
    long parent = in.readLong();
    long start = in.readLong();
    long end = in.readLong();
    String kind = texts.read(in);
    return new Span(
        trace, id, parent, start, end, kind == null ? null : step(StepKind.valueOf(kind), in));
  }

  private void step(Step step, DataOutput out) throws IOException {
    texts.write(step.name(), out);
    texts.write(step.run(), out);
    texts.write(step.conversation(), out);
    texts.write(step.agent(), out);
    texts.write(step.service(), out);
    texts.write(step.provider(), out);
    texts.write(step.answered(), out);
    Usage usage = step.usage();
    number(usage.input(), out);
    number(usage.output(), out);
    number(usage.cacheRead(), out);
    number(usage.cacheWrite(), out);
    number(usage.reasoning(), out);
    texts.write(step.input(), out);
    texts.write(step.output(), out);
    texts.write(step.error(), out);
    Shape shape = step.shape();
    texts.write(shape == null ? null : shape.kind().name(), out);
    if (shape != null) {
      out.writeInt(shape.members());
      out.writeInt(shape.maxIterations());
    }
    out.writeBoolean(step.suspended());
  }

  private Step step(StepKind kind, DataInput in) throws IOException {
    return new Step(
        kind,
        texts.readSome(in),
        texts.read(in),
        texts.read(in),
        texts.read(in),
        texts.readSome(in),
        texts.read(in),
        texts.read(in),
        new Usage(number(in), number(in), number(in), number(in), number(in), null, null, false),
        texts.read(in),
        texts.read(in),
        texts.read(in),
        shape(in),
        in.readBoolean());
  }

  private @Nullable Shape shape(DataInput in) throws IOException {
    String kind = texts.read(in);
    return kind == null ? null : new Shape(Shape.Kind.valueOf(kind), in.readInt(), in.readInt());
  }

  private static void number(@Nullable Integer number, DataOutput out) throws IOException {
    out.writeInt(number == null ? -1 : number);
  }

  private static @Nullable Integer number(DataInput in) throws IOException {
    int number = in.readInt();
    return number < 0 ? null : number;
  }
}
