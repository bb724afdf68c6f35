/**
 * What is known of each open run: a bounded state fed by signals, and immutable snapshots of it.
 */
@NullMarked
package dev.pitwall.engine.run;

import org.jspecify.annotations.NullMarked;
