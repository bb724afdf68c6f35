package dev.pitwall.sample.desk.newsroom;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * How readers get at the archive: freely, unless a fault puts locks in their way. With {@link
 * Fault#CROSSED_LOCKS} a search takes the shelves and then the card index, a look-up the card index
 * and then the shelves; with {@link Fault#BUSY_ARCHIVE} there is one door.
 */
final class ReadingRoom {

  /** After this even a reader who waits for ever goes home, so that a demo has an end. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration WALK = Duration.ofMillis(700);
  private static final Duration STAY = Duration.ofSeconds(7);

  private static final int WHOLE_SHELF = 4;

  private final Archive archive;
  private final ReentrantLock door = new ReentrantLock();
  private final ReentrantLock shelves = new ReentrantLock();
  private final ReentrantLock cardIndex = new ReentrantLock();

  ReadingRoom(Archive archive) {
    this.archive = archive;
  }

  /**
   * Finds articles.
   *
   * @throws IllegalStateException if the archive does not answer
   */
  String search(Fault fault, String query) {
    return switch (fault) {
      case FAILING_TOOL -> throw new IllegalStateException("The archive does not answer.");
      case FULL_CONTEXT -> archive.everything().repeat(WHOLE_SHELF);
      case CROSSED_LOCKS ->
          holding(shelves, WALK, () -> holding(cardIndex, WALK, () -> archive.search(query)));
      case BUSY_ARCHIVE -> holding(door, STAY, () -> archive.search(query));
      default -> archive.search(query);
    };
  }

  /** Finds a figure. */
  String lookUp(Fault fault, String subject) {
    return switch (fault) {
      case CROSSED_LOCKS ->
          holding(cardIndex, WALK, () -> holding(shelves, WALK, () -> archive.lookUp(subject)));
      case BUSY_ARCHIVE -> holding(door, STAY, () -> archive.lookUp(subject));
      default -> archive.lookUp(subject);
    };
  }

  private static String holding(ReentrantLock lock, Duration stay, Supplier<String> reading) {
    try {
      if (!lock.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("Somebody else has been in the archive for too long.");
      }
      try {
        Thread.sleep(stay.toMillis());
        return reading.get();
      } finally {
        lock.unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The desk closes.", e);
    }
  }
}
