package dev.pitwall.agent.methods;

import dev.pitwall.bridge.Declarations;
import dev.pitwall.bridge.Operation;
import dev.pitwall.bridge.statement.Accepted;
import dev.pitwall.bridge.statement.Declined;
import dev.pitwall.bridge.statement.Done;
import dev.pitwall.bridge.statement.Offered;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Handoffs by methods: one that is the whole of it, or one that offers and another that works on
 * it, perhaps on a thread that comes from nowhere. So the run of an offer is remembered by the
 * handoff's id. Bounded; what is not remembered belongs to the run of the thread.
 */
final class MappedHandoffs {

  private static final int CAPACITY = 10_000;

  private final Supplier<Declarations> declarations;
  private final Map<String, String> runs = new ConcurrentHashMap<>();

  MappedHandoffs(Supplier<Declarations> declarations) {
    this.declarations = declarations;
  }

  Operation<Object> begin(String method, Values values) {
    String id = values.text(MappingKey.ID, UUID.randomUUID().toString());
    String stage = values.choice(MappingKey.STAGE);
    String known = runs.get(id);
    String run = known == null ? declarations.get().currentRun() : known;
    if (!stage.equals("work")) {
      offer(run, id, method, values);
    }
    if (stage.equals("offer")) {
      if (run != null && runs.size() < CAPACITY) {
        runs.put(id, run);
      }
      return new MappedOperation(
          Operation.none(),
          (result, error) -> {
            if (error != null) {
              runs.remove(id);
              declarations.get().declare(run, new Declined(id, error.getClass().getName()));
            }
            return result;
          });
    }
    declarations.get().declare(run, new Accepted(id));
    return new MappedOperation(Operation.none(), (result, error) -> done(run, id, result, error));
  }

  private void offer(@Nullable String run, String id, String method, Values values) {
    String recipient = values.choice(MappingKey.RECIPIENT);
    declarations
        .get()
        .declare(
            run,
            new Offered(
                id,
                values.text(MappingKey.SOURCE, method),
                values.text(MappingKey.TARGET, method),
                recipient,
                values.choice(MappingKey.MODE).equals("return_to_caller"),
                !recipient.equals("queue"),
                values.object(MappingKey.INPUT)));
  }

  private @Nullable Object done(
      @Nullable String run, String id, @Nullable Object result, @Nullable Throwable error) {
    runs.remove(id);
    declarations
        .get()
        .declare(run, new Done(id, error == null ? null : error.getClass().getName()));
    return result;
  }
}
