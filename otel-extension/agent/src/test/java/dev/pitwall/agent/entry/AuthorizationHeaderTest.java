package dev.pitwall.agent.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorizationHeaderTest {

  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
          return carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
          return carrier.get(key);
        }
      };

  private final AuthorizationHeader header = new AuthorizationHeader("x-permission");

  @Test
  void isKnownWhileTheRequestIs() {
    Context context =
        header.extract(Context.root(), Collections.singletonMap("x-permission", "yes"), GETTER);
    assertThat(AuthorizationHeader.current()).isNull();
    try (Scope scope = context.makeCurrent()) {
      assertThat(AuthorizationHeader.current()).isEqualTo("yes");
    }
    assertThat(AuthorizationHeader.current()).isNull();
  }

  @Test
  void whatIsTooLongIsNone() {
    Map<String, String> carrier = Collections.singletonMap("x-permission", "y".repeat(2001));
    assertThat(header.extract(Context.root(), carrier, GETTER)).isSameAs(Context.root());
  }

  @Test
  void aCarrierThatFailsIsNoTrouble() {
    assertThat(header.extract(Context.root(), null, GETTER)).isSameAs(Context.root());
  }

  @Test
  void nothingIsEverInjected() {
    Map<String, String> carrier = new HashMap<>();
    Context context =
        header.extract(Context.root(), Collections.singletonMap("x-permission", "yes"), GETTER);
    header.inject(context, carrier, Map::put);
    assertThat(carrier).isEmpty();
    assertThat(header.fields()).isEmpty();
  }
}
