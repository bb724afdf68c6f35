package dev.pitwall.sample.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Runbooks as pages. A name is one plain word, so no name leads out of the folder. */
final class Runbooks {

  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,64}");
  private static final List<Extension> TABLES = List.of(TablesExtension.create());

  private final Path folder;
  private final Parser parser = Parser.builder().extensions(TABLES).build();
  private final HtmlRenderer renderer =
      HtmlRenderer.builder().extensions(TABLES).escapeHtml(true).sanitizeUrls(true).build();

  Runbooks(Path folder) {
    this.folder = folder;
  }

  /** The page of a runbook, or null if there is none of that name. */
  @Nullable String page(String slug) throws IOException {
    Path file = folder.resolve(slug + ".md");
    if (!SLUG.matcher(slug).matches() || !Files.isRegularFile(file)) {
      return null;
    }
    String body = renderer.render(parser.parse(Files.readString(file)));
    return Page.frame(
        "Runbook " + slug, "<main class=\"runbook\">%s</main>".formatted(body), false);
  }
}
