package dev.pitwall.agent.methods;

import dev.pitwall.bridge.Activation;
import dev.pitwall.bridge.Operation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a method means that means several things: begun in order, ended the other way round. */
final class SeveralOperations implements Operation<Object> {

  private final Deque<Operation<Object>> begun;

  SeveralOperations(List<Operation<Object>> begun) {
    this.begun = new ArrayDeque<>(begun);
  }

  @Override
  public void end(@Nullable Object result, @Nullable Throwable error) {
    backwards(each -> each.end(result, error));
  }

  @Override
  public void detach() {
    backwards(Operation::detach);
  }

  @Override
  public Activation activate() {
    return all(Operation::activate);
  }

  @Override
  public Activation activateCaller() {
    return begun.getFirst().activateCaller();
  }

  private void backwards(Consumer<Operation<Object>> act) {
    for (Iterator<Operation<Object>> all = begun.descendingIterator(); all.hasNext(); ) {
      act.accept(all.next());
    }
  }

  private Activation all(Function<Operation<Object>, Activation> activate) {
    Deque<Activation> active = new ArrayDeque<>();
    begun.forEach(each -> active.push(activate.apply(each)));
    return () -> active.forEach(Activation::close);
  }
}
