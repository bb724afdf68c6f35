package dev.pitwall.agent.observe;

import dev.pitwall.agent.jvm.AgentThreads;
import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Operation;
import dev.pitwall.conventions.Attribute;
import dev.pitwall.conventions.GenAi;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * An operation with a span that is current while it lasts. Whatever goes wrong at its end, the span
 * and scope are closed.
 */
abstract class ObservedOperation<R> implements Operation<R> {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final ContextKey<String> INNERMOST = ContextKey.named("pitwall-innermost");

  private final String kind;
  private final Surroundings surroundings;
  private final Context caller = Context.current();
  private final Context context;
  private final Span span;
  private final Thread starter = Thread.currentThread();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final long startNanos = System.nanoTime();
  // Touched by the starter only.
  private @Nullable Scope scope;
  private AgentThreads.@Nullable Entered entered;

  /** Makes the span, which {@code context} holds, current. */
  @SuppressWarnings("MustBeClosedChecker") // detach() closes it
  ObservedOperation(String kind, Surroundings surroundings, Context context) {
    this.kind = kind;
    this.surroundings = surroundings;
    this.context = context.with(INNERMOST, kind);
    this.span = Span.fromContext(context);
    this.scope = this.context.makeCurrent();
    this.entered = enter();
  }

  // Who waits for a lock can only be told of threads whose agent is known.
  private AgentThreads.@Nullable Entered enter() {
    Position position = Position.current();
    String agent = position == null ? null : position.agentName();
    return position == null || agent == null
        ? null
        : surroundings.runs().threads().enter(position.run().id(), agent);
  }

  /**
   * Whether the innermost operation is one of this kind. Then another one is no operation of its
   * own: overloads call each other, and so do models that wrap models; the outermost is the one.
   */
  static boolean isUnderWay(String kind) {
    return kind.equals(Context.current().get(INNERMOST));
  }

  /** Says what there is to say before the span ends. */
  abstract void finish(@Nullable R result, @Nullable String error);

  /** Called when it is not current any more on its thread. */
  void detached() {}

  /** Called when the span has ended, whatever went wrong before. */
  void ended() {}

  /**
   * Whether more belongs to the operation than its method, so that it ends only when {@link #end}
   * is called once more.
   */
  boolean goesOn(@Nullable R result, @Nullable Throwable error) {
    return false;
  }

  @Override
  public final void end(@Nullable R result, @Nullable Throwable error) {
    if (ended.get()) {
      return;
    }
    if (goesOn(result, error)) {
      leave();
      return;
    }
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    try {
      finish(result, error == null ? null : ErrorType.of(error));
    } catch (Throwable t) {
      surroundings.errors().suppress(kind, t);
    } finally {
      leave();
      span.end();
      ended();
    }
  }

  // Elsewhere, or under a call-back that is still current, closing would be out of order: then the
  // hook's detach() does it.
  private void leave() {
    if (Thread.currentThread() == starter && Context.current() == context) {
      detach();
    }
  }

  @Override
  public final void detach() {
    Scope open = scope;
    if (open != null) {
      scope = null;
      open.close();
      leave(entered);
      entered = null;
      detached();
    }
  }

  private static void leave(AgentThreads.@Nullable Entered entered) {
    if (entered != null) {
      entered.leave();
    }
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the caller closes the activation
  public final Activation activate() {
    Scope activated = context.makeCurrent();
    AgentThreads.Entered meanwhile = enter();
    return () -> {
      leave(meanwhile);
      activated.close();
    };
  }

  @Override
  @SuppressWarnings("MustBeClosedChecker") // the caller closes the activation
  public final Activation activateCaller() {
    return caller.makeCurrent()::close;
  }

  final Span span() {
    return span;
  }

  final double seconds() {
    return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
  }

  /** Marks the span as failed. */
  final void fail(@Nullable String error) {
    if (error != null) {
      span.setStatus(StatusCode.ERROR);
      set(span, GenAi.ERROR_TYPE, error);
    }
  }

  static void set(Span span, Attribute attribute, @Nullable String value) {
    if (value != null) {
      span.setAttribute(AttributeKey.stringKey(attribute.name()), value);
    }
  }
}
