package dev.pitwall.agent.telemetry;

import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.Event;
import dev.pitwall.conventions.GenAi;
import dev.pitwall.conventions.Pitwall;
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
import org.jspecify.annotations.Nullable;

/**
 * One run's part of the workflow log: events in the order of their sequence numbers, without gaps.
 */
final class WorkflowLog {

  private final Logger logger;
  private final String run;
  private final String workflow;
  private final SpanContext root;
  private final AtomicLong sequence = new AtomicLong();

  WorkflowLog(Logger logger, String run, String workflow, SpanContext root) {
    this.logger = logger;
    this.run = run;
    this.workflow = workflow;
    this.root = root;
  }

  /** Begins an entry; {@link Entry#write} completes it. */
  Entry event(Event event, long at) {
    return new Entry(event, at);
  }

  /** An entry in the making. */
  final class Entry {

    private final LogRecordBuilder record;

    private Entry(Event event, long at) {
      Context context = Context.current();
      if (!Span.fromContext(context).getSpanContext().isValid()) {
        context = context.with(Span.wrap(root));
      }
      record =
          logger
              .logRecordBuilder()
              .setEventName(event.name())
              .setContext(context)
              .setTimestamp(at, TimeUnit.MILLISECONDS)
              .setSeverity(Severity.INFO);
      with(Pitwall.RUN_ID, run);
      with(GenAi.WORKFLOW, workflow);
    }

    Entry severity(Severity severity) {
      record.setSeverity(severity);
      return this;
    }

    Entry with(Attribute attribute, @Nullable String value) {
      if (value != null) {
        record.setAttribute(AttributeKey.stringKey(attribute.name()), value);
      }
      return this;
    }

    Entry with(Attribute attribute, long value) {
      record.setAttribute(AttributeKey.longKey(attribute.name()), value);
      return this;
    }

    Entry with(Attribute attribute, double value) {
      record.setAttribute(AttributeKey.doubleKey(attribute.name()), value);
      return this;
    }

    Entry with(Attribute attribute, List<String> values) {
      record.setAttribute(AttributeKey.stringArrayKey(attribute.name()), values);
      return this;
    }

    void write() {
      with(Pitwall.EVENT_SEQUENCE, sequence.getAndIncrement());
      record.emit();
    }
  }
}
