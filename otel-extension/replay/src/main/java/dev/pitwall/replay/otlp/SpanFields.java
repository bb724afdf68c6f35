package dev.pitwall.replay.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes of one span that mean something here; used again for the next one. */
final class SpanFields {

  private static final Words<Field> FIELDS = new Words<>(Field.byName());

  private final ContentHash hash;
  private final Names names;
  private final Map<Field, String> texts = new EnumMap<>(Field.class);
  private final Map<Field, Integer> numbers = new EnumMap<>(Field.class);

  SpanFields(ContentHash hash, Names names) {
    this.hash = hash;
    this.names = names;
  }

  void clear() {
    if (!texts.isEmpty()) {
      texts.clear();
    }
    if (!numbers.isEmpty()) {
      numbers.clear();
    }
  }

  /** The text of an attribute, or null. */
  @Nullable String text(Field field) {
    return texts.get(field);
  }

  /** The number of an attribute, or null. */
  @Nullable Integer number(Field field) {
    return numbers.get(field);
  }

  /** Reads the attributes at whose list the parser is. */
  void read(JsonParser json, byte[] line, int offset) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      Field field = null;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        boolean key = json.currentName().equals("key");
        json.nextToken();
        if (key) {
          field = FIELDS.find(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
        } else if (field != null && json.currentToken() == JsonToken.START_OBJECT) {
          value(field, json, line, offset);
        }
        // Past what nobody has read; nothing where it was read to its end.
        json.skipChildren();
      }
    }
  }

  private void value(Field field, JsonParser json, byte[] line, int offset) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      json.nextToken();
      if (field.isContent()) {
        keep(field, hash.read(json, line, offset));
      } else if (field.isNumber()) {
        long number = Numbers.whole(json);
        if (number >= 0) {
          numbers.put(field, (int) Math.min(Integer.MAX_VALUE, number));
        }
        json.skipChildren();
      } else if (json.currentToken().isScalarValue()) {
        keep(field, names.read(json));
      } else {
        json.skipChildren();
      }
    }
  }

  private void keep(Field field, String text) {
    if (!text.isEmpty()) {
      texts.put(field, text);
    }
  }
}
