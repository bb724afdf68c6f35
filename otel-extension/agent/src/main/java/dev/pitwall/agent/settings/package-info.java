/** What the operator wants, read once at start. */
@NullMarked
package dev.pitwall.agent.settings;

import org.jspecify.annotations.NullMarked;
