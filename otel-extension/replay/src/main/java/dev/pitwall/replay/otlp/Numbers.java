package dev.pitwall.replay.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pitwall.replay.record.TraceId;
import java.io.IOException;

/** Numbers and ids as OTLP JSON writes them: large numbers as texts, ids in hexadecimal digits. */
final class Numbers {

  private static final int HALF_TRACE = 16;
  private static final int TRACE = 32;
  private static final int MOST_DIGITS = 19;

  private Numbers() {}

  /** A whole number, as a number or as a text; 0 if it is none. */
  static long whole(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return json.getLongValue();
    }
    if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
      return (long) json.getDoubleValue();
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      return 0;
    }
    char[] chars = json.getTextCharacters();
    int at = json.getTextOffset();
    int end = at + json.getTextLength();
    boolean negative = at < end && chars[at] == '-';
    at += negative ? 1 : 0;
    if (end - at > MOST_DIGITS) {
      return 0;
    }
    long number = 0;
    for (; at < end; at++) {
      int digit = chars[at] - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return negative ? -number : number;
  }

  /** Whether it is a constant of the protocol, as its number or its name. */
  static boolean isConstant(JsonParser json, int number, String name) throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING
        ? json.getText().equals(name)
        : json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getIntValue() == number;
  }

  /** A span's id; 0 is none. */
  static long span(JsonParser json) throws IOException {
    return hex(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
  }

  /** A trace's id. */
  static TraceId trace(JsonParser json) throws IOException {
    char[] chars = json.getTextCharacters();
    int offset = json.getTextOffset();
    int length = json.getTextLength();
    if (length != TRACE) {
      return length == 0 ? TraceId.NONE : new TraceId(0, hex(chars, offset, length));
    }
    return new TraceId(hex(chars, offset, HALF_TRACE), hex(chars, offset + HALF_TRACE, HALF_TRACE));
  }

  // Ids that are not hexadecimal, as base64 is not, still tell one from another.
  private static long hex(char[] chars, int offset, int length) {
    long id = 0;
    for (int i = offset; i < offset + length; i++) {
      int digit = Character.digit(chars[i], 16);
      if (digit < 0 || length > HALF_TRACE) {
        return 0x9E3779B97F4A7C15L * (1 + new String(chars, offset, length).hashCode());
      }
      id = id << 4 | digit;
    }
    return id;
  }
}
