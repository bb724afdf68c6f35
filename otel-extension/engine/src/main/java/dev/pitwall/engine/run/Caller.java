package dev.pitwall.engine.run;

import dev.pitwall.engine.signal.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something done.
 *
 * @param name the workflow or agent
 * @param kind how the workflow's members follow one another, null of an agent
 * @param loop the innermost loop around it, itself included, or 0
 */
public record Caller(String name, Shape.@Nullable Kind kind, long loop) {}
