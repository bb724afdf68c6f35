package dev.pitwall.agent.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  private record Chapter(String id, @Nullable Chapter next) {}

  /** As applications have them. */
  @SuppressWarnings("DoNotCallSuggester") // that is the point
  public static final class Order {

    public final int number = 7;

    public String getCustomer() {
      return "ada";
    }

    public boolean isUrgent() {
      return true;
    }

    public String delete() {
      throw new AssertionError("nobody may call this");
    }

    public String getBroken() {
      throw new IllegalStateException("the database is down");
    }

    String getHidden() {
      return "hidden";
    }
  }

  @Test
  void readsComponentsGettersFieldsKeysAndElements() {
    Call call =
        Call.of(
            new Order(),
            new Chapter("c1", new Chapter("c2", null)),
            Map.of("topic", List.of("tea", "coffee")),
            new int[] {4, 5});
    assertThat(of("args[0].id", call)).isEqualTo("c1");
    assertThat(of("args[0].next.id", call)).isEqualTo("c2");
    assertThat(of("args[1].topic[1]", call)).isEqualTo("coffee");
    assertThat(of("args[2][1]", call)).isEqualTo(5);
    assertThat(of("this.customer", call)).isEqualTo("ada");
    assertThat(of("this.urgent", call)).isEqualTo(true);
    assertThat(of("this.number", call)).isEqualTo(7);
    assertThat(of("result.id", call.returning(new Chapter("c3", null)))).isEqualTo("c3");
  }

  @Test
  void nothingOnTheWayIsNothing() {
    Call call = Call.of(null, new Chapter("c1", null), Map.of(), null);
    assertThat(of("args[0].next.next.id", call)).isNull();
    assertThat(of("args[1].missing.id", call)).isNull();
    assertThat(of("args[2].id", call)).isNull();
    assertThat(of("this.name", call)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"this.delete", "this.hidden", "this.class", "this.nothing", "this[0]", "args[9]"})
  void whatIsNoPropertyFails(String expression) {
    Call call = Call.of(new Order(), "x");
    assertThatThrownBy(() -> of(expression, call)).isInstanceOf(RuntimeException.class);
  }

  @Test
  void aGetterThatThrowsIsNamedAndNotQuoted() {
    assertThatThrownBy(() -> of("this.broken", Call.of(new Order())))
        .hasMessage("getBroken() threw java.lang.IllegalStateException");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arg[0]",
        "args",
        "args[x]",
        "args[0].id()",
        "args[0].a b",
        "args[0]..id",
        "result + 1",
        "T(java.lang.Runtime).exit",
        "this.a.b.c.d.e.f.g.h.i"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Expression.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void noTextBreaksTheParser(@ForAll String text) {
    try {
      assertThat(Expression.parse(text).toString()).isEqualTo(text);
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Test
  void templatesMixTextAndExpressions() {
    Call call = Call.of(null, new Chapter("c1", null));
    assertThat(Template.parse("chapter-${args[0].id}!").of(call)).isEqualTo("chapter-c1!");
    assertThat(Template.parse("${args[0]}").of(call)).isInstanceOf(Chapter.class);
    assertThat(Template.parse("a-${args[0].next}").of(call)).isNull();
    assertThat(Template.parse("plain $ text").of(call)).isEqualTo("plain $ text");
    assertThatThrownBy(() -> Template.parse("${args[0")).hasMessageContaining("no closing }");
    assertThatThrownBy(() -> Template.parse("x-${args[0]}").of(call))
        .hasMessageContaining("is no text");
  }

  private static @Nullable Object of(String expression, Call call) {
    return Expression.parse(expression).of(call);
  }
}
