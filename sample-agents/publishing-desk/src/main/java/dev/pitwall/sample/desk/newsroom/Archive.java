package dev.pitwall.sample.desk.newsroom;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The desk's own archive: a few articles and figures that ship with it. */
public final class Archive {

  private final List<Article> articles;
  private final List<Figure> figures;

  private Archive(List<Article> articles, List<Figure> figures) {
    this.articles = articles;
    this.figures = figures;
  }

  record Article(int year, String title, String text) {}

  record Figure(String subject, String fact) {}

  /** Loads the archive from the class path. */
  public static Archive open() {
    return new Archive(
        read("archive.json", new TypeReference<>() {}),
        read("facts.json", new TypeReference<>() {}));
  }

  /** The two articles that share most words with the query, the older first on a tie. */
  String search(String query) {
    Set<String> wanted = words(query);
    ToLongFunction<Article> relevance =
        article -> common(wanted, article.title() + " " + article.text());
    return articles.stream()
        .sorted(Comparator.comparingLong(relevance).reversed().thenComparing(Article::year))
        .limit(2)
        .map(found -> "(%d) %s: %s".formatted(found.year(), found.title(), found.text()))
        .collect(Collectors.joining(" "));
  }

  /** All articles, one after the other. */
  String everything() {
    return articles.stream()
        .map(each -> "(%d) %s: %s".formatted(each.year(), each.title(), each.text()))
        .collect(Collectors.joining(" "));
  }

  /** The figure whose subject shares most words, at least two, with the one asked for. */
  String lookUp(String subject) {
    Set<String> wanted = words(subject);
    ToLongFunction<Figure> relevance = figure -> common(wanted, figure.subject());
    return figures.stream()
        .filter(figure -> relevance.applyAsLong(figure) >= 2)
        .max(Comparator.comparingLong(relevance))
        .map(Figure::fact)
        .orElse("The archive has no figure on this; the nearest report speaks of slow growth.");
  }

  private static long common(Set<String> wanted, String text) {
    return words(text).stream().filter(wanted::contains).count();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\P{L}+", -1))
        .filter(word -> word.length() > 2)
        .collect(Collectors.toSet());
  }

  private static <T> T read(String resource, TypeReference<T> type) {
    try (InputStream in = Archive.class.getResourceAsStream(resource)) {
      return new ObjectMapper().readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("the archive's file %s is broken".formatted(resource), e);
    }
  }
}
