package dev.pitwall.bridge;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An operation of a {@link GuardedObserver}. */
final class GuardedOperation<R> implements Operation<R> {

  private final GuardedObserver observer;
  private final Operation<R> operation;

  GuardedOperation(GuardedObserver observer, Operation<R> operation) {
    this.observer = observer;
    this.operation = operation;
  }

  @Override
  public void end(@Nullable R result, @Nullable Throwable error) {
    try {
      operation.end(result, error);
    } catch (Throwable t) {
      observer.failed(t);
    }
  }

  @Override
  public void detach() {
    try {
      operation.detach();
    } catch (Throwable t) {
      observer.failed(t);
    }
  }

  @Override
  public Activation activate() {
    return guarded(operation::activate);
  }

  @Override
  public Activation activateCaller() {
    return guarded(operation::activateCaller);
  }

  private Activation guarded(Supplier<Activation> activate) {
    try {
      Activation activation = activate.get();
      return () -> close(activation);
    } catch (Throwable t) {
      observer.failed(t);
      return Activation.none();
    }
  }

  private void close(Activation activation) {
    try {
      activation.close();
    } catch (Throwable t) {
      observer.failed(t);
    }
  }
}
