/** What earlier runs of a workflow say is usual. */
@NullMarked
package dev.pitwall.engine.history;

import org.jspecify.annotations.NullMarked;
