package dev.pitwall.sample.inbox;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The two ways in which somebody else's text may enter a page: as text, and as the target of a
 * link.
 */
final class Html {

  private Html() {}

  /** Text that stays text. */
  static String text(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A link, or nothing unless it leads to http or https. */
  static String link(String label, String target) {
    return isWeb(target)
        ? "<a class=\"button\" rel=\"noreferrer\" href=\"%s\">%s</a>"
            .formatted(text(target), text(label))
        : "";
  }

  private static boolean isWeb(String target) {
    try {
      String scheme = new URI(target).getScheme();
      return "http".equals(scheme) || "https".equals(scheme);
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
