package dev.pitwall.sample.simulator.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chance, the same for the same seed. */
public final class Dice {

  private final Random random;

  public Dice(long seed) {
    // Neighbouring seeds of Random begin alike; mixed ones do not (the finalizer of splitmix64).
    long mixed = (seed ^ (seed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    this.random = new Random(mixed ^ (mixed >>> 31));
  }

  /** A whole number from {@code least} to {@code most}, both included. */
  public int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  /** A number from {@code least} to {@code most}, each part as likely as any of equal length. */
  public double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  /** A number from {@code least} to {@code most}, each order of magnitude as likely as another. */
  public double magnitude(double least, double most) {
    return Math.exp(between(Math.log(least), Math.log(most)));
  }

  /** A log-normal number; {@code spread} is the standard deviation of its logarithm. */
  public double logNormal(double median, double spread) {
    return median * Math.exp(spread * random.nextGaussian());
  }

  /** A normal number. */
  public double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  public boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  public <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** So many different ones, in any order. */
  public <T> List<T> several(int count, List<T> of) {
    List<T> all = new ArrayList<>(of);
    Collections.shuffle(all, random);
    return List.copyOf(all.subList(0, Math.min(count, all.size())));
  }

  /** So many hexadecimal digits. */
  public String hex(int digits) {
    StringBuilder text = new StringBuilder(digits);
    while (text.length() < digits) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }
}
