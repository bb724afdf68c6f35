/** The publishing desk's outside: settings, jobs and the HTTP endpoint they arrive at. */
@NullMarked
package dev.pitwall.sample.desk;

import org.jspecify.annotations.NullMarked;
