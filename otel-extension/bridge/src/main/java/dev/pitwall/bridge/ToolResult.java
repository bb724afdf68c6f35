package dev.pitwall.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What a tool gave back.
 *
 * @param text its result as text; compared by a keyed hash, never exported
 * @param failed whether the framework turned an error of the tool into this result
 */
public record ToolResult(@Nullable String text, boolean failed) {}
