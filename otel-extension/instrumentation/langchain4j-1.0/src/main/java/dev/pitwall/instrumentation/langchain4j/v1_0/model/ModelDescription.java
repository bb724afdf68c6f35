package dev.pitwall.instrumentation.langchain4j.v1_0.model;

import dev.pitwall.bridge.ModelRequest;
import dev.pitwall.bridge.ModelRequest.Kind;
import dev.pitwall.bridge.ModelRequest.Parameters;
import dev.pitwall.instrumentation.Property;
import org.jspecify.annotations.Nullable;

/**
 * Says which model is called, where the request does not: the interfaces of the models other than
 * those for chats got methods for that only in later versions.
 */
public final class ModelDescription {

  private static final Property NAME = new Property("modelName");
  private static final Property PROVIDER = new Property("provider");
  private static final Property CONSTANT_NAME = new Property("name");

  private ModelDescription() {}

  public static ModelRequest of(Kind kind, Object model) {
    String provider = CONSTANT_NAME.of(PROVIDER.of(model)) instanceof String name ? name : null;
    return new ModelRequest(
        kind, Providers.of(model, provider), name(model), false, Parameters.NONE);
  }

  /** The name that a model or its answer goes by, if any. */
  public static @Nullable String name(Object model) {
    // What the interfaces say where an implementation says nothing.
    return NAME.of(model) instanceof String name && !name.equals("unknown") ? name : null;
  }
}
