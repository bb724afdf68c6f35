package dev.pitwall.agent.pricing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where prices come from: the table in the jar, and the operator's own. */
public final class PriceFiles {

  private static final Logger logger = Logger.getLogger(PriceFiles.class.getName());
  private static final String SHIPPED = "prices.csv";
  private static final int MOST_COMPLAINTS = 20;
  private static final long MOST_LINES = 100_000;

  private PriceFiles() {}

  /**
   * The shipped prices and, over them, those of a file. What is wrong with the file is said, line
   * by line; the rest of it and the shipped prices count.
   */
  public static PriceList load(@Nullable String file) {
    return load(file, logger::warning);
  }

  static PriceList load(@Nullable String file, Consumer<String> warnings) {
    List<List<Price>> tables = new ArrayList<>();
    tables.add(shipped(warnings));
    if (file != null) {
      tables.add(own(file, warnings));
    }
    return new PriceList(tables);
  }

  static List<Price> shipped(Consumer<String> warnings) {
    try (InputStream stream = PriceFiles.class.getResourceAsStream(SHIPPED)) {
      if (stream == null) {
        throw new IOException("the extension's jar has no " + SHIPPED);
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return PriceFile.parse(SHIPPED, lines.lines().toList(), warnings);
    } catch (IOException e) {
      warnings.accept("Pitwall has no prices: " + e.getMessage());
      return List.of();
    }
  }

  private static List<Price> own(String file, Consumer<String> warnings) {
    List<String> complaints = new ArrayList<>();
    List<Price> prices = List.of();
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      prices = PriceFile.parse(file, lines.limit(MOST_LINES).toList(), complaints::add);
      logger.log(Level.INFO, "{0} prices come from {1}", new Object[] {prices.size(), file});
    } catch (IOException | UncheckedIOException | InvalidPathException e) {
      complaints.add(
          "%s cannot be read (%s); the prices that Pitwall came with are used".formatted(file, e));
    }
    complaints.stream().limit(MOST_COMPLAINTS).forEach(warnings);
    if (complaints.size() > MOST_COMPLAINTS) {
      warnings.accept(
          "%s: %d more lines are no good".formatted(file, complaints.size() - MOST_COMPLAINTS));
    }
    return prices;
  }
}
