package dev.pitwall.agent.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of prices: lines of comma-separated values below a line with the columns' names, in
 * any order. {@code #} begins a comment. A line that is no good is reported with its number and
 * left out; the others count.
 */
final class PriceFile {

  private static final List<String> NEEDED = List.of("provider", "model", "input", "output");
  private static final List<String> ALL =
      List.of(
          "provider",
          "model",
          "input",
          "cache_read",
          "cache_write",
          "output",
          "context_window",
          "above");

  private final String name;
  private final Consumer<String> complaints;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Price> prices = new ArrayList<>();

  private PriceFile(String name, Consumer<String> complaints) {
    this.name = name;
    this.complaints = complaints;
  }

  static List<Price> parse(String name, List<String> lines, Consumer<String> complaints) {
    PriceFile file = new PriceFile(name, complaints);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          file.line(line);
        } catch (IllegalArgumentException e) {
          file.complain(i + 1, String.valueOf(e.getMessage()));
          if (file.columns.isEmpty()) {
            break;
          }
        }
      }
    }
    return file.prices;
  }

  private void complain(int line, String reason) {
    complaints.accept("%s, line %d: %s".formatted(name, line, reason));
  }

  private void line(String line) {
    List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    if (columns.isEmpty()) {
      columns(cells);
      return;
    }
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "%d values, but there are %d columns; the line is left out"
              .formatted(cells.size(), columns.size()));
    }
    for (String provider : text(cells, "provider").split("\\|", -1)) {
      prices.add(
          new Price(
              provider.strip(),
              text(cells, "model"),
              needed(cells, "input"),
              amount(cells, "cache_read"),
              amount(cells, "cache_write"),
              needed(cells, "output"),
              count(cells, "context_window"),
              Objects.requireNonNullElse(count(cells, "above"), 0)));
    }
  }

  private void columns(List<String> names) {
    for (String needed : NEEDED) {
      if (!names.contains(needed)) {
        throw new IllegalArgumentException(
            "the first line must name the columns, and %s is not among them; they are %s. The file is not used"
                .formatted(needed, String.join(",", ALL)));
      }
    }
    for (String column : names) {
      if (!ALL.contains(column)) {
        throw new IllegalArgumentException(
            "%s is not a column; they are %s. The file is not used"
                .formatted(column, String.join(",", ALL)));
      }
    }
    for (int i = 0; i < names.size(); i++) {
      columns.put(names.get(i), i);
    }
  }

  private String text(List<String> cells, String column) {
    String text = cell(cells, column).toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("%s is empty; the line is left out".formatted(column));
    }
    return text;
  }

  private double needed(List<String> cells, String column) {
    Double amount = amount(cells, column);
    if (amount == null) {
      throw new IllegalArgumentException("%s is empty; the line is left out".formatted(column));
    }
    return amount;
  }

  private @Nullable Double amount(List<String> cells, String column) {
    String text = cell(cells, column);
    if (text.isEmpty()) {
      return null;
    }
    double amount = number(column, text);
    if (!(amount >= 0 && amount <= 1_000_000)) {
      throw new IllegalArgumentException(
          "%s=%s is not a price from 0 to 1000000 per million tokens; the line is left out"
              .formatted(column, text));
    }
    return amount;
  }

  private @Nullable Integer count(List<String> cells, String column) {
    String text = cell(cells, column);
    if (text.isEmpty()) {
      return null;
    }
    double count = number(column, text);
    if (!(count >= 1 && count <= Integer.MAX_VALUE && count == Math.rint(count))) {
      throw new IllegalArgumentException(
          "%s=%s is not a number of tokens; the line is left out".formatted(column, text));
    }
    return (int) count;
  }

  private static double number(String column, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s=%s is not a number; the line is left out".formatted(column, text), e);
    }
  }

  private String cell(List<String> cells, String column) {
    Integer place = columns.get(column);
    return place == null ? "" : cells.get(place);
  }
}
