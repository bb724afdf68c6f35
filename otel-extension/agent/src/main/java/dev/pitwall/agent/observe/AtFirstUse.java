package dev.pitwall.agent.observe;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that most applications never need, made when it is first asked for: a service that
 * starts is not kept waiting for its classes. Safe for use by any thread.
 */
public final class AtFirstUse<T> implements Supplier<T> {

  private final Supplier<T> maker;
  private volatile @Nullable T made;

  public AtFirstUse(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T known = made;
    return known == null ? make() : known;
  }

  private synchronized T make() {
    T known = made;
    if (known == null) {
      known = maker.get();
      made = known;
    }
    return known;
  }
}
