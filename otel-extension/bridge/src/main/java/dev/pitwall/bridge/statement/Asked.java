package dev.pitwall.bridge.statement;

import org.jspecify.annotations.Nullable;

/** A person or another agent is asked; {@code guards} is the tool that must wait for the answer. */
public record Asked(String approval, String kind, @Nullable String guards, @Nullable String task)
    implements Statement {}
