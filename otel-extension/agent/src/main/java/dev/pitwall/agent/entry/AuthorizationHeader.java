package dev.pitwall.agent.entry;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.Collections;

/**
 * Takes the operator's header of permissions from requests into the context: where the agent
 * extracts the trace, whatever the server is, and whether or not the trace is sampled. Nothing is
 * ever written into a request.
 */
public final class AuthorizationHeader implements TextMapPropagator {

  /** The setting that names the header. */
  static final String SETTING = "pitwall.authorization.header";

  private static final ContextKey<String> VALUE = ContextKey.named("pitwall-authorization");

  // A record is at most this long; what is longer is none.
  private static final int MAX_LENGTH = 2000;

  private final String header;

  AuthorizationHeader(String header) {
    this.header = header;
  }

  /** What the current request's header says, or null. */
  public static String current() {
    return Context.current().get(VALUE);
  }

  @Override
  public Collection<String> fields() {
    return Collections.emptyList();
  }

  @Override
  public <C> void inject(Context context, C carrier, TextMapSetter<C> setter) {}

  @Override
  public <C> Context extract(Context context, C carrier, TextMapGetter<C> getter) {
    try {
      String value = getter.get(carrier, header);
      return value == null || value.length() > MAX_LENGTH ? context : context.with(VALUE, value);
    } catch (Throwable t) {
      // Of a getter that knows no such key. The request goes on, and without a permission.
      return context;
    }
  }

  @Override
  public String toString() {
    return "pitwall-authorization-header";
  }
}
