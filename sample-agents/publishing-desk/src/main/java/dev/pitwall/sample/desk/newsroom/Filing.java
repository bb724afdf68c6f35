package dev.pitwall.sample.desk.newsroom;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Puts published articles on file, for which nobody waits. */
public final class Filing {

  private static final Executor CLERK =
      CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);

  private final AtomicLong orders = new AtomicLong();

  /** One article to be filed. */
  public record Order(long number, String title, Fault fault) {}

  Order order(String title, Fault fault) {
    return new Order(orders.incrementAndGet(), title, fault);
  }

  /** The shelf mark, once it is filed; with {@link Fault#FORGOTTEN_FILING} that is never. */
  CompletableFuture<String> file(Order order) {
    return order.fault() == Fault.FORGOTTEN_FILING
        ? new CompletableFuture<>()
        : CompletableFuture.supplyAsync(() -> "shelf " + order.number(), CLERK);
  }
}
