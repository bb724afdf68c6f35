package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
import dev.pitwall.log.Entry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The workflow log: entries as log records, those of a run numbered without gaps in their order;
 * what must not be lost goes to the durable log as well.
 */
public final class WorkflowLog {

  private static final String FINDING = "pitwall.finding.";

  private final Logger logger;
  private final Consumer<Entry> durable;

  /**
   * @param durable takes every entry once more; it must not block
   */
  public WorkflowLog(Logger logger, Consumer<Entry> durable) {
    this.logger = logger;
    this.durable = durable;
  }

  /** One run's part of the log; {@code root} is the span of entries that come without one. */
  Consumer<Entry> of(Supplier<SpanContext> root) {
    AtomicLong sequence = new AtomicLong();
    return entry -> {
      emit(
          entry,
          root.get(),
          record ->
              record
                  .setAttribute(AttributeKey.stringKey(Pitwall.RUN_ID.name()), entry.run())
                  .setAttribute(AttributeKey.stringKey(GenAi.WORKFLOW.name()), entry.workflow())
                  .setAttribute(
                      AttributeKey.longKey(Pitwall.EVENT_SEQUENCE.name()),
                      sequence.getAndIncrement()));
      durable.accept(entry);
    };
  }

  /** Writes an entry that concerns no single run. */
  public void write(Entry entry) {
    emit(entry, SpanContext.getInvalid(), record -> {});
    durable.accept(entry);
  }

  private void emit(Entry entry, SpanContext root, Consumer<LogRecordBuilder> more) {
    Context context = Context.current();
    if (!Span.fromContext(context).getSpanContext().isValid()) {
      context = context.with(Span.wrap(root));
    }
    LogRecordBuilder record =
        logger
            .logRecordBuilder()
            .setEventName(entry.event())
            .setContext(context)
            .setTimestamp(entry.at(), TimeUnit.MILLISECONDS)
            .setSeverity(entry.event().startsWith(FINDING) ? Severity.WARN : Severity.INFO);
    entry.attributes().forEach((name, value) -> set(record, name, value));
    more.accept(record);
    record.emit();
  }

  private static void set(LogRecordBuilder record, String name, Object value) {
    if (value instanceof Long number) {
      record.setAttribute(AttributeKey.longKey(name), number);
    } else if (value instanceof Double number) {
      record.setAttribute(AttributeKey.doubleKey(name), number);
    } else if (value instanceof Boolean flag) {
      record.setAttribute(AttributeKey.booleanKey(name), flag);
    } else if (value instanceof List<?> list) {
      setAll(record, name, list);
    } else {
      record.setAttribute(AttributeKey.stringKey(name), value.toString());
    }
  }

  private static void setAll(LogRecordBuilder record, String name, List<?> list) {
    if (list.stream().allMatch(Long.class::isInstance)) {
      record.setAttribute(
          AttributeKey.longArrayKey(name), list.stream().map(Long.class::cast).toList());
    } else {
      record.setAttribute(
          AttributeKey.stringArrayKey(name), list.stream().map(String::valueOf).toList());
    }
  }
}
