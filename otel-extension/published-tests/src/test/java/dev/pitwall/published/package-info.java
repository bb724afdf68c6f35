/** The tests that frameworks publish, run with and without us. */
@NullMarked
package dev.pitwall.published;

import org.jspecify.annotations.NullMarked;
