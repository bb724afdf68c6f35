/**
 * What the operator wants, read once at start into one immutable object.
 *
 * <p><b>Adding a setting</b> is one call of {@link dev.pitwall.agent.settings.SettingsTable} where
 * the object that holds it is made, in {@code EngineTable}, {@code DetectorTable} (a method for
 * each detector; a {@code DetectorSection} puts the type before its keys) or {@code PitwallTable}:
 *
 * <pre>{@code
 * static StallSettings stall(SettingsTable table) {
 *   StallSettings byDefault = StallSettings.DEFAULT;
 *   DetectorSection section = new DetectorSection(table, "stall");
 *   return new StallSettings(
 *       section.duration("silence", byDefault.silence(), "How long a run may be silent."));
 * }
 * }</pre>
 *
 * The record and its {@code DEFAULT} stay in the engine, which knows no keys; key, range, unit and
 * description are in that call and nowhere else. It makes the setting known to every way of
 * configuration, to the warnings about misspelt keys, and to {@code docs/configuration.md}, which
 * is written anew by {@code mvn -q process-classes -Pwrite-docs -pl otel-extension/build-tools
 * -am}. Keys are {@code pitwall.<subject>.<what-it-is>} with hyphens inside a word group.
 */
@NullMarked
package dev.pitwall.agent.settings;

import org.jspecify.annotations.NullMarked;
