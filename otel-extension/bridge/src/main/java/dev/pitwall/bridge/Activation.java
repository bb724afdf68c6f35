package dev.pitwall.bridge;

/** The time during which an operation is current on a thread; closed on that thread. */
@FunctionalInterface
public interface Activation extends AutoCloseable {

  @Override
  void close();

  /** Of an operation that is not observed. */
  static Activation none() {
    return () -> {};
  }
}
