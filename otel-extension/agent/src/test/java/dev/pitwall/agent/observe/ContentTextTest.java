package dev.pitwall.agent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentTextTest {

  private record Dossier(String history, List<Source> sources) {}

  private record Source(int year, Duration read) {}

  private static class Bean {
    @Nullable private Object name;
    private final transient long cache = System.nanoTime();

    Bean named(@Nullable Object what) {
      name = what;
      return this;
    }

    @Override
    public String toString() {
      throw new AssertionError("code of the application was run " + name + cache);
    }

    @Override
    public int hashCode() {
      throw new AssertionError("code of the application was run");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      throw new AssertionError("code of the application was run");
    }
  }

  private enum Loud {
    ONE;

    @Override
    public String toString() {
      throw new AssertionError("code of the application was run");
    }
  }

  @Test
  void recordsAndBeansAreEqualIfTheirFieldsAre() {
    assertThat(dossier("old", 1890)).isEqualTo(dossier("old", 1890));
    assertThat(dossier("old", 1890)).isNotEqualTo(dossier("old", 1891));
    assertThat(ContentText.of(new Bean().named("a")))
        .isEqualTo(ContentText.of(new Bean().named("a")));
    assertThat(ContentText.of(new Bean().named("a")))
        .isNotEqualTo(ContentText.of(new Bean().named("b")));
  }

  @Test
  void runsNoCodeOfTheApplication() {
    assertThat(ContentText.of(List.of(new Bean().named(Loud.ONE)))).contains("ONE");
    List<String> lazy =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            throw new AssertionError("code of the application was run");
          }

          @Override
          public int size() {
            throw new AssertionError("code of the application was run");
          }
        };
    assertThat(ContentText.of(lazy)).isNotEmpty();
  }

  @Test
  void theOrderOfSetsAndMapsDoesNotMatterThatOfListsDoes() {
    assertThat(ContentText.of(new LinkedHashSet<>(List.of("a", "b"))))
        .isEqualTo(ContentText.of(new LinkedHashSet<>(List.of("b", "a"))));
    Map<String, Integer> one = new LinkedHashMap<>(Map.of("a", 1));
    one.put("b", 2);
    Map<String, Integer> other = new LinkedHashMap<>(Map.of("b", 2));
    other.put("a", 1);
    assertThat(ContentText.of(one)).isEqualTo(ContentText.of(other));
    assertThat(ContentText.of(List.of("a", "b"))).isNotEqualTo(ContentText.of(List.of("b", "a")));
  }

  @Test
  void tellsValuesApartThatLookAlike() {
    assertThat(
            Set.of(
                ContentText.of(1),
                ContentText.of(1L),
                ContentText.of("1"),
                ContentText.of(List.of("1")),
                ContentText.of(List.of("1", "1")),
                ContentText.of(List.of("1,1")),
                ContentText.of(new int[] {1}),
                ContentText.of(Optional.empty())))
        .hasSize(8);
  }

  @Test
  void whatCannotBeReadIsOnlyItself() {
    AtomicReference<String> closed = new AtomicReference<>("a");
    assertThat(ContentText.of(closed)).isEqualTo(ContentText.of(closed));
    assertThat(ContentText.of(closed)).isNotEqualTo(ContentText.of(new AtomicReference<>("a")));
    Supplier<Object> proxies =
        () ->
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Runnable.class},
                (self, method, arguments) -> {
                  throw new AssertionError("code of the application was run");
                });
    assertThat(ContentText.of(proxies.get())).isNotEqualTo(ContentText.of(proxies.get()));
  }

  @Test
  void saysWhatIsNotKnownAsAWhole() {
    assertThat(ContentText.ofWhole(new Dossier("old", List.of()))).isNotNull();
    assertThat(ContentText.ofWhole(List.of(new AtomicReference<>("a")))).isNull();
    assertThat(ContentText.ofWhole(new byte[100_000])).isNull();
    assertThat(ContentText.ofWhole(List.of("x".repeat(100_000)))).isNull();
  }

  @Test
  void circlesAndLargeContentComeToAnEnd() {
    Bean circle = new Bean();
    circle.named(circle);
    assertThat(ContentText.of(circle)).hasSizeLessThan(1000);
    List<Object> wide = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      wide.add(new Bean().named("x".repeat(100)));
    }
    assertThat(ContentText.of(wide)).hasSizeLessThan(2 * ContentText.MAX_CHARS);
    assertThat(ContentText.of("x".repeat(100_000)))
        .isNotEqualTo(ContentText.of("x".repeat(100_001)));
  }

  private static String dossier(String history, int year) {
    return ContentText.of(new Dossier(history, List.of(new Source(year, Duration.ofMinutes(3)))));
  }
}
