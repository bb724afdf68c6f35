package dev.pitwall.bridge.statement;

/** A checkpoint was reached. */
public record Reached(String milestone) implements Statement {}
