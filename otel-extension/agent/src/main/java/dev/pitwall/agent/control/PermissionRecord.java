package dev.pitwall.agent.control;

import dev.pitwall.bridge.statement.Authorized;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A permission as operators write it: {@code workflow=publishing-desk plan=4f2a user=ada
 * expires=2026-12-01T00:00:00Z reviewed=true scope=weekly}. Fields are separated by blanks or
 * semicolons; only the workflow is needed.
 *
 * @param workflow the workflow that may run
 * @param plan the plan's hash; an empty text is any plan
 * @param user who permitted it
 * @param reviewed whether somebody has read the plan
 * @param expiresAt epoch milliseconds, or 0 for never
 * @param scope what it covers, in words
 */
record PermissionRecord(
    String workflow,
    String plan,
    @Nullable String user,
    boolean reviewed,
    long expiresAt,
    @Nullable String scope) {

  private static final int MAX_LENGTH = 2000;
  private static final String FIELDS = "workflow, plan, user, expires, reviewed, scope";

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is no permission; the message tells why
   */
  static PermissionRecord parse(String line) {
    if (line.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("longer than " + MAX_LENGTH + " characters");
    }
    Map<String, String> fields = new HashMap<>();
    for (String field : line.strip().split("[\\s;]+", -1)) {
      if (field.isEmpty()) {
        continue;
      }
      int equals = field.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("\"" + field + "\" is not name=value");
      }
      fields.put(field.substring(0, equals), field.substring(equals + 1));
    }
    String workflow = fields.remove("workflow");
    if (workflow == null || workflow.isEmpty()) {
      throw new IllegalArgumentException("workflow=… is missing");
    }
    PermissionRecord permission =
        new PermissionRecord(
            workflow,
            fields.containsKey("plan") ? fields.remove("plan") : "",
            fields.remove("user"),
            Boolean.parseBoolean(fields.remove("reviewed")),
            expiry(fields.remove("expires")),
            fields.remove("scope"));
    if (!fields.isEmpty()) {
      throw new IllegalArgumentException(
          "unknown %s; allowed are %s".formatted(fields.keySet().iterator().next(), FIELDS));
    }
    return permission;
  }

  private static long expiry(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "expires=" + text + " is not a time such as 2026-12-01T00:00:00Z", e);
    }
  }

  boolean covers(String name) {
    return workflow.equals("*") || workflow.equals(name);
  }

  Authorized statement() {
    return new Authorized(plan, user, reviewed, expiresAt, scope);
  }
}
