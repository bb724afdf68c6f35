package dev.pitwall.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PropertyTest {

  public static class Usage {
    public Integer tokens() {
      return 7;
    }

    public static String shared() {
      return "static";
    }

    public String failing() {
      throw new UnsupportedOperationException();
    }
  }

  private static final class Hidden extends Usage {
    @Override
    public Integer tokens() {
      return 8;
    }
  }

  @Test
  void readsWhatAnObjectHas() {
    assertThat(new Property("tokens").of(new Usage())).isEqualTo(7);
    assertThat(new Property("tokens").integer(new Usage())).isEqualTo(7);
  }

  @Test
  void takesTheFirstNameThatTheObjectHas() {
    Property property = new Property("count", "tokens");
    assertThat(property.of(new Usage())).isEqualTo(7);
    // Another class, another name; and back.
    assertThat(new Property("tokens", "size").of(List.of(1, 2))).isEqualTo(2);
    assertThat(property.of(new Usage())).isEqualTo(7);
  }

  @Test
  void knowsNothingOfWhatIsNotThere() {
    assertThat(new Property("tokens").of("text")).isNull();
    assertThat(new Property("tokens").of(null)).isNull();
    assertThat(new Property("shared").of(new Usage())).isNull();
    assertThat(new Property("toString").integer(new Usage())).isNull();
  }

  @Test
  void reachesAHiddenClassThroughWhatItIsAnExampleOf() {
    assertThat(new Property("tokens").of(new Hidden())).isEqualTo(8);
    assertThat(new Property("size").of(Map.of("a", 1))).isEqualTo(1);
  }

  @Test
  void saysWhichPropertyFailed() {
    assertThatThrownBy(() -> new Property("failing").of(new Usage()))
        .hasMessageContaining("failing of")
        .hasCauseInstanceOf(UnsupportedOperationException.class);
  }
}
