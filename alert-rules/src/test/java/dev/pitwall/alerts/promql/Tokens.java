package dev.pitwall.alerts.promql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens of an expression, read one after the other. */
final class Tokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|#[^\\n]*"
              + "|(?<token>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'"
              + "|(?:\\d+(?:ms|[smhdwy]))+|\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?"
              + "|[a-zA-Z_:][\\w:]*|=~|!~|!=|==|>=|<=|[-+*/%^<>=(){}\\[\\],@])");

  private final List<String> tokens = new ArrayList<>();
  private final String text;
  private int next;

  Tokens(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new IllegalArgumentException("not PromQL at \"" + text.substring(at) + "\"");
      }
      if (matcher.group("token") != null) {
        tokens.add(matcher.group("token"));
      }
      at = matcher.end();
    }
  }

  /** The next token without taking it; empty at the end. */
  String peek() {
    return next < tokens.size() ? tokens.get(next) : "";
  }

  String take() {
    String token = peek();
    next++;
    return token;
  }

  boolean takeIf(String token) {
    if (peek().equals(token)) {
      next++;
      return true;
    }
    return false;
  }

  void expect(String token) {
    if (!takeIf(token)) {
      throw new IllegalArgumentException(
          "expected " + token + " instead of \"" + peek() + "\" in " + text);
    }
  }
}
