/** What the engine says: findings with their causes, evidence and recommendation. */
@NullMarked
package dev.pitwall.engine.finding;

import org.jspecify.annotations.NullMarked;
