package dev.pitwall.replay.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static List<String> read(InputStream stream, int longest) throws IOException {
    Lines lines = new Lines(stream, longest);
    List<String> all = new ArrayList<>();
    while (lines.next()) {
      String text =
          new String(lines.buffer(), lines.offset(), lines.length(), StandardCharsets.UTF_8);
      all.add(lines.number() + (lines.isTooLong() ? " too long" : " " + text));
    }
    return all;
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void emptyLinesCountAndAreNotGiven() throws IOException {
    assertThat(read(stream("a\n\n \r\nb\n"), 100)).containsExactly("1 a", "4 b");
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertThat(read(stream("a\nb"), 100)).containsExactly("1 a", "2 b");
    assertThat(read(stream(""), 100)).isEmpty();
  }

  @Test
  void aLineThatIsTooLongIsPassedOver() throws IOException {
    String longer = "x".repeat(5 << 20);
    assertThat(read(stream("a\n" + longer + "\nb\n" + longer), 2 << 20))
        .containsExactly("1 a", "2 too long", "3 b", "4 too long");
  }

  @Test
  void linesAreWholeHoweverTheStreamComes() throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 1; i <= 2000; i++) {
      String line = "line " + "é".repeat(i % 1500);
      text.append(line).append('\n');
      expected.add(i + " " + line);
    }
    InputStream whole = stream(text.toString());
    InputStream drops =
        new InputStream() {
          @Override
          public int read() throws IOException {
            return whole.read();
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            return whole.read(into, offset, Math.min(length, 777));
          }
        };
    assertThat(read(drops, 10 << 20)).isEqualTo(expected);
  }
}
