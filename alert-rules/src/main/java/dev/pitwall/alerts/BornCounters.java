package dev.pitwall.alerts;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes {@code <%#born%>series[1h]<%/born%>} as the increase of counters within an hour, of which
 * some may have come into being meanwhile.
 *
 * <p>A counter is first seen with what it has by then. {@code increase} takes no notice of that,
 * and a JVM that lives for one run has nothing more to show. So what was not there when the window
 * began counts as a whole.
 */
final class BornCounters implements Mustache.Lambda {

  @Override
  public void execute(Template.Fragment fragment, Writer out) throws IOException {
    String selector = fragment.execute().strip();
    int bracket = selector.lastIndexOf('[');
    String series = selector.substring(0, bracket);
    String window = selector.substring(bracket + 1, selector.length() - 1);
    out.write(
        "(last_over_time(%1$s[%2$s]) unless %1$s offset %2$s) or increase(%1$s[%2$s])"
            .formatted(series, window));
  }
}
