package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/** An operation of any kind of which nobody hears. */
enum UnobservedOperation implements Operation<Object> {
  INSTANCE;

  @Override
  public void end(@Nullable Object result, @Nullable Throwable error) {}

  @Override
  public void detach() {}

  @Override
  public Activation activate() {
    return Activation.none();
  }

  @Override
  public Activation activateCaller() {
    return Activation.none();
  }
}
