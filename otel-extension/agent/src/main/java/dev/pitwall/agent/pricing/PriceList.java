package dev.pitwall.agent.pricing;

import dev.pitwall.engine.signal.Usage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prices and context windows by provider and model. Safe for use by any thread.
 *
 * <p>A model is found under its own name, else under the longest beginning of it that is followed
 * by nothing but a date or version ({@code gpt-4o-2024-08-06} under {@code gpt-4o}, but not {@code
 * gpt-4o-audio}: a sibling has a price of its own), else under the longest entry that ends in
 * {@code *}. A provider's own entries go before those of {@code *}.
 */
public final class PriceList {

  private static final String ANY = "*";
  private static final int MOST_REMEMBERED = 1000;
  private static final Pattern VERSION =
      Pattern.compile(
          "([-@:](latest|preview|\\d{2}|\\d{3,4}|\\d{8}|\\d{4}-\\d{2}-\\d{2}|v\\d+(:\\d+)?))+");

  /** By provider; then by model's name; then from the highest {@code above} down. */
  private final Map<String, Map<String, List<Price>>> exact = new HashMap<>();

  private final Map<String, Map<String, List<Price>>> beginnings = new HashMap<>();

  // Every call asks, and a name that has no line of its own costs a search of all its beginnings.
  private final Map<Sought, List<Price>> found = new ConcurrentHashMap<>();

  private record Sought(String provider, String model) {}

  /**
   * A list in which later tables replace the models of earlier ones.
   *
   * @param tables each with all lines of the models that it has
   */
  PriceList(List<List<Price>> tables) {
    for (List<Price> table : tables) {
      Map<String, Map<String, List<Price>>> models = new LinkedHashMap<>();
      for (Price price : table) {
        models
            .computeIfAbsent(price.provider(), key -> new LinkedHashMap<>())
            .computeIfAbsent(price.model(), key -> new ArrayList<>())
            .add(price);
      }
      models.forEach(
          (provider, byName) -> byName.forEach((name, lines) -> put(provider, name, lines)));
    }
  }

  private void put(String provider, String model, List<Price> lines) {
    lines.sort(Comparator.comparingInt(Price::above).reversed());
    if (model.endsWith(ANY)) {
      beginnings
          .computeIfAbsent(provider, key -> new HashMap<>())
          .put(model.substring(0, model.length() - ANY.length()), lines);
    } else {
      exact.computeIfAbsent(provider, key -> new HashMap<>()).put(model, lines);
    }
  }

  /**
   * What a call cost, in the currency of the table; null if the model is not in it or did not tell
   * what it read and wrote.
   */
  public @Nullable Double cost(String provider, @Nullable String model, Usage usage) {
    List<Price> lines = find(provider, model);
    if (lines.isEmpty() || (usage.input() == null && usage.output() == null)) {
      return null;
    }
    long read = orZero(usage.input());
    for (Price line : lines) {
      if (read > line.above() || line.above() == 0) {
        return line.of(
            read, orZero(usage.cacheRead()), orZero(usage.cacheWrite()), orZero(usage.output()));
      }
    }
    return null;
  }

  /** How many tokens the model reads at most; null if that is not known. */
  public @Nullable Integer contextWindow(String provider, @Nullable String model) {
    for (Price line : find(provider, model)) {
      if (line.contextWindow() != null) {
        return line.contextWindow();
      }
    }
    return null;
  }

  /**
   * The usage with its cost and window, as far as the model that answered is known, or else the one
   * that was asked: some providers are asked by a name that only the caller knows.
   */
  public Usage price(
      String provider, @Nullable String answered, @Nullable String asked, Usage usage) {
    String model = find(provider, answered).isEmpty() ? asked : answered;
    return new Usage(
        usage.input(),
        usage.output(),
        usage.cacheRead(),
        usage.cacheWrite(),
        usage.reasoning(),
        cost(provider, model, usage),
        contextWindow(provider, model),
        usage.compacted());
  }

  private List<Price> find(String provider, @Nullable String model) {
    // A call whose model nobody named is only under a provider's star.
    Sought sought = new Sought(provider, model == null ? "" : model);
    List<Price> known = found.get(sought);
    if (known != null) {
      return known;
    }
    List<Price> lines = search(sought);
    if (found.size() < MOST_REMEMBERED) {
      found.put(sought, lines);
    }
    return lines;
  }

  private List<Price> search(Sought sought) {
    String name = sought.model().toLowerCase(Locale.ROOT);
    List<Price> own = findFor(sought.provider().toLowerCase(Locale.ROOT), name);
    return own.isEmpty() ? findFor(ANY, name) : own;
  }

  private List<Price> findFor(String provider, String model) {
    Map<String, List<Price>> names = exact.getOrDefault(provider, Map.of());
    List<Price> found = names.getOrDefault(model, List.of());
    for (int end = model.length() - 1; end > 0 && found.isEmpty(); end--) {
      List<Price> candidate = names.get(model.substring(0, end));
      if (candidate != null && VERSION.matcher(model.substring(end)).matches()) {
        found = candidate;
      }
    }
    Map<String, List<Price>> families = beginnings.getOrDefault(provider, Map.of());
    for (int end = model.length(); end >= 0 && found.isEmpty(); end--) {
      found = families.getOrDefault(model.substring(0, end), List.of());
    }
    return found;
  }

  private static long orZero(@Nullable Integer tokens) {
    return tokens == null ? 0 : tokens;
  }
}
