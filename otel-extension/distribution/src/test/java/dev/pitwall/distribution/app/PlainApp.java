package dev.pitwall.distribution.app;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;

/** A press without any framework, which knows nothing of Pitwall. */
public final class PlainApp {

  private PlainApp() {}

  /** What is written. */
  record Chapter(String id, Kind kind, List<String> after) {}

  /** Kinds of chapters. */
  enum Kind {
    DRAFT,
    FINAL
  }

  /** What is thought of it. */
  record Report(boolean good, int points) {}

  /** Who can check. */
  interface Checker {
    Report check(Chapter chapter, int attempt);
  }

  /** Checks, and is pleased at the second look. */
  static final class StyleChecker implements Checker {
    @Override
    public Report check(Chapter chapter, int attempt) {
      return new Report(attempt > 1, 3 + attempt);
    }
  }

  /** Does it all. */
  static final class Press {

    private final String name;
    private final Checker checker = new StyleChecker();
    private final BlockingQueue<Chapter> queue = new LinkedBlockingQueue<>();

    Press(String name) {
      this.name = name;
    }

    public String getName() {
      return name;
    }

    String publish(Chapter... chapters) throws Exception {
      Thread printer = new Thread(this::printAll, "printer");
      printer.start();
      for (Chapter chapter : chapters) {
        write(chapter);
        for (int attempt = 1; !checker.check(chapter, attempt).good(); attempt++) {
          System.out.println("again " + chapter.id());
        }
        put(chapter);
      }
      put(END);
      printer.join();
      boolean released = confirm("Release?");
      String ended = bind(chapters.length).toCompletableFuture().get();
      return ended + " " + released;
    }

    private void write(Chapter chapter) {
      if (chapter.id().isEmpty()) {
        throw new IllegalArgumentException("nothing to write");
      }
      System.out.println("wrote " + chapter.id() + " on " + Thread.currentThread().getName());
    }

    void put(Chapter chapter) {
      queue.add(chapter);
    }

    private void printAll() {
      try {
        for (Chapter chapter = queue.take(); !chapter.equals(END); chapter = queue.take()) {
          print(chapter);
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    static long print(Chapter chapter) {
      System.out.println("printed " + chapter.id() + " on " + Thread.currentThread().getName());
      return chapter.id().length();
    }

    boolean confirm(String question) {
      return question.endsWith("?");
    }

    CompletionStage<String> bind(int chapters) {
      return CompletableFuture.supplyAsync(() -> "bound " + chapters);
    }
  }

  private static final Chapter END = new Chapter("end", Kind.FINAL, List.of());

  public static void main(String[] arguments) throws Exception {
    Press press = new Press("night-press");
    System.out.println(
        press.publish(
            new Chapter("one", Kind.DRAFT, List.of()),
            new Chapter("two", Kind.FINAL, List.of("one"))));
    try {
      press.publish(new Chapter("", Kind.DRAFT, List.of()));
    } catch (IllegalArgumentException e) {
      System.out.println("failed with " + e + " at " + e.getStackTrace()[0].getMethodName());
      press.put(END);
    }
  }
}
