/**
 * What the agent looks up by name; compiled for Java 8 so that an old JVM keeps its plain agent.
 * The one package that is not null-marked: the annotation needs Java 9.
 */
package dev.pitwall.agent.entry;
