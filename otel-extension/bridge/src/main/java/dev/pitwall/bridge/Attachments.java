package dev.pitwall.bridge;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What hooks remember of an object of the application between two of its methods, where nothing
 * else carries it: by identity, and for as long as the object lives.
 *
 * <p>The attached object must not refer to its owner, or both live for ever. One place for all
 * modules, because helpers of different modules may not see each other's classes.
 *
 * <p>Safe for use by any thread.
 */
public final class Attachments {

  private static final Map<Owner, Object> attached = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  private Attachments() {}

  /** Attaches something to an object, in place of what was attached before. */
  public static void attach(Object owner, Object attachment) {
    forgetCollected();
    attached.put(new Owner(owner, collected), attachment);
  }

  /** What is attached to an object, or null. */
  public static @Nullable Object of(Object owner) {
    return attached.get(new Owner(owner, null));
  }

  /** What is attached to an object, or null; it is not attached any more. */
  public static @Nullable Object detach(Object owner) {
    return attached.remove(new Owner(owner, null));
  }

  static int size() {
    forgetCollected();
    return attached.size();
  }

  private static void forgetCollected() {
    for (Object owner = collected.poll(); owner != null; owner = collected.poll()) {
      attached.remove(owner);
    }
  }

  private static final class Owner extends WeakReference<Object> {

    private final int hash;

    Owner(Object owner, @Nullable ReferenceQueue<Object> queue) {
      super(owner, queue);
      this.hash = System.identityHashCode(owner);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object owner = get();
      return owner != null && other instanceof Owner that && that.get() == owner;
    }
  }
}
