package dev.pitwall.agent.settings;

/**
 * What the reference says of one setting.
 *
 * @param group what it is about
 * @param key its system property
 * @param allowed which values are allowed, in words
 * @param byDefault the value without it, as it would be written
 * @param unit UCUM unit, things in braces; empty where there is none
 * @param description one sentence
 * @param secret whether its value may not be shown
 */
public record Setting(
    String group,
    String key,
    String allowed,
    String byDefault,
    String unit,
    String description,
    boolean secret) {

  /** The same under another key. */
  Setting withKey(String other) {
    return new Setting(group, other, allowed, byDefault, unit, description, secret);
  }

  /** Its environment variable. */
  public String variable() {
    return Spelling.variable(key);
  }
}
