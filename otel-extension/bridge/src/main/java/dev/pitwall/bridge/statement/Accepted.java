package dev.pitwall.bridge.statement;

/** The offer was taken up. */
public record Accepted(String handoff) implements Statement {}
