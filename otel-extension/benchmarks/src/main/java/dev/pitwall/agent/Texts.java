package dev.pitwall.agent;

import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Arguments and results of ordinary length, no two equal ones in a row, which would be a loop. */
@State(Scope.Thread)
public class Texts {

  private static final int COUNT = 512;

  private final String[] texts = new String[COUNT];
  private int next;

  public Texts() {
    for (int i = 0; i < COUNT; i++) {
      texts[i] =
          "{\"query\":\"question number " + i + " on alpine night trains and their comeback\"}";
    }
  }

  String next() {
    return texts[next++ % COUNT];
  }
}
