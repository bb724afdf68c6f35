package dev.pitwall.replay.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pitwall.engine.signal.ErrorKind;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a span's status and events say of its failure; used again for the next one. Messages are
 * read only to see whether an input was too long, and not kept.
 */
final class Failure {

  private static final String OTHER = "_OTHER";
  private static final String TYPE = "exception.type";
  private static final String MESSAGE = "exception.message";
  private static final Words<String> EXCEPTION = new Words<>(Map.of(TYPE, TYPE, MESSAGE, MESSAGE));

  private final Names names;
  private final Map<String, Object> said = new HashMap<>();
  private boolean failed;
  private boolean tooLong;
  private @Nullable String type;

  Failure(Names names) {
    this.names = names;
  }

  void clear() {
    failed = false;
    tooLong = false;
    type = null;
  }

  /** The error's type, given what the span's attributes say of it; null if it has not failed. */
  @Nullable String type(@Nullable String told) {
    if (told == null && !failed) {
      return null;
    }
    if (tooLong) {
      return ErrorKind.CONTEXT_LENGTH_TYPE;
    }
    if (told != null) {
      return told;
    }
    return type == null ? OTHER : type;
  }

  /** Reads the status at which the parser is. */
  void readStatus(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("code")) {
        failed = Numbers.isConstant(json, 2, "STATUS_CODE_ERROR");
      } else if (field.equals("message") && json.currentToken() == JsonToken.VALUE_STRING) {
        tooLong |= ErrorKind.saysTooLong(json.getText());
      }
      json.skipChildren();
    }
  }

  /** Reads the list of events at which the parser is: the last exception counts. */
  void readEvents(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        event(json);
      } else {
        json.skipChildren();
      }
    }
  }

  private void event(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      boolean attributes = json.currentName().equals("attributes");
      json.nextToken();
      if (attributes) {
        said.clear();
        Attributes.read(json, EXCEPTION, names, said);
        type = said.get(TYPE) instanceof String found ? found : type;
        tooLong |= said.get(MESSAGE) instanceof String message && ErrorKind.saysTooLong(message);
      }
      json.skipChildren();
    }
  }
}
