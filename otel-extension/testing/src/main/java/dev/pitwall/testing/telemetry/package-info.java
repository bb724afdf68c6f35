/** What was exported: received, put into order, made readable, held against the conventions. */
@NullMarked
package dev.pitwall.testing.telemetry;

import org.jspecify.annotations.NullMarked;
