/** What the JVM tells of a run that is suspected: who waits for whose lock, what weighs on all. */
@NullMarked
package dev.pitwall.agent.jvm;

import org.jspecify.annotations.NullMarked;
