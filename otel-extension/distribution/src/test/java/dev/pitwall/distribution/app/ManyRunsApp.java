package dev.pitwall.distribution.app;

import dev.langchain4j.agentic.UntypedAgent;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the desk a given number of times, and as often again. Prints what came out, and on standard
 * error how much memory was in use after either half.
 */
public final class ManyRunsApp {

  /** What the lines about memory begin with. */
  public static final String HEAP = "heap ";

  private ManyRunsApp() {}

  public static void main(String[] arguments) {
    int runs = Integer.parseInt(arguments[0]);
    UntypedAgent desk = DeskApp.desk(new ScriptedModel(1));
    Map<String, Integer> results = new TreeMap<>();
    for (int half = 0; half < 2; half++) {
      for (int i = 0; i < runs; i++) {
        results.merge(String.valueOf(desk.invoke(Map.of("topic", "a topic"))), 1, Integer::sum);
      }
      System.err.println(HEAP + usedAfterCollection());
    }
    System.out.println("results " + results);
  }

  private static long usedAfterCollection() {
    Runtime runtime = Runtime.getRuntime();
    // The second one takes what finalizers and cleaners of the first let go.
    System.gc();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
