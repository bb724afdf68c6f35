package dev.pitwall.agent.methods;

import dev.pitwall.bridge.MethodMapping;
import dev.pitwall.bridge.Observer;
import dev.pitwall.bridge.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Every method whose calls mean something, and what: those of the file, and annotated ones from
 * their first call on. Safe for use by any thread.
 */
public final class MappedMethods {

  private static final Logger logger = Logger.getLogger(MappedMethods.class.getName());
  private static final int MAX_MAPPINGS = 10_000;
  private static final int MAX_COMPLAINTS = 100;

  private final FileMethods file;
  private final MappedCalls calls;
  private final Consumer<String> complaints;
  private final Runnable counter;
  private final Map<List<MethodMapping>, List<Entry>> annotated = new ConcurrentHashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * @param counter called for each value that could not be had
   */
  public MappedMethods(FileMethods file, Supplier<Observer> observer, Runnable counter) {
    this(file, observer, logger::warning, counter);
  }

  MappedMethods(
      FileMethods file,
      Supplier<Observer> observer,
      Consumer<String> complaints,
      Runnable counter) {
    this.file = file;
    this.complaints = complaints;
    this.counter = counter;
    this.calls = new MappedCalls(observer, this::failed);
  }

  /** A method that the file maps is called. */
  public Operation<Object> enter(
      String method, @Nullable Object self, @Nullable Object[] arguments) {
    return begin(file.entries(method), Call.of(self, arguments));
  }

  /** A method that says itself what its calls mean is called. */
  public Operation<Object> enter(
      List<MethodMapping> mappings, @Nullable Object self, @Nullable Object[] arguments) {
    List<Entry> entries = annotated.get(mappings);
    if (entries == null) {
      entries = mappings.stream().flatMap(each -> read(each).stream()).toList();
      if (annotated.size() < MAX_MAPPINGS) {
        annotated.put(mappings, entries);
      }
    }
    return begin(entries, Call.of(self, arguments));
  }

  private Optional<Entry> read(MethodMapping mapping) {
    try {
      return Optional.of(
          Entry.of(
              mapping.method(), shortName(mapping.method()), mapping.kind(), mapping.values()));
    } catch (IllegalArgumentException e) {
      tell(
          mapping.method(),
          "%s: %s; the annotation is ignored".formatted(mapping.method(), e.getMessage()));
      return Optional.empty();
    }
  }

  /** {@code Desk.publish} of {@code com.acme.Desk.publish(java.lang.String)}. */
  static String shortName(String method) {
    int end = method.indexOf('(');
    String name = end < 0 ? method : method.substring(0, end);
    int dot = name.lastIndexOf('.');
    return name.substring(name.lastIndexOf('.', dot - 1) + 1);
  }

  private Operation<Object> begin(List<Entry> entries, Call call) {
    if (entries.isEmpty()) {
      return Operation.none();
    }
    if (entries.size() == 1) {
      return calls.begin(entries.get(0), call);
    }
    List<Operation<Object>> begun = new ArrayList<>(entries.size());
    try {
      for (Entry entry : entries) {
        begun.add(calls.begin(entry, call));
      }
    } catch (Throwable t) {
      // Nothing stays current of what was begun before.
      new SeveralOperations(begun).end(null, null);
      throw t;
    }
    return new SeveralOperations(begun);
  }

  private void failed(Entry entry, MappingKey key, RuntimeException why) {
    counter.run();
    // Once for each value: what is wrong with it may differ from call to call.
    tell(
        entry.place() + " " + key.word(),
        "%s: \"%s\" has no value: %s; it is left out. Further cases are only counted."
            .formatted(entry.place(), key.word(), why.getMessage()));
  }

  private void tell(String subject, String line) {
    if (told.size() < MAX_COMPLAINTS && told.add(subject)) {
      complaints.accept(line);
    }
  }
}
