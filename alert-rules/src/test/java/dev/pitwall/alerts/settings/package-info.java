/** Tests of the settings and their error messages. */
@NullMarked
package dev.pitwall.alerts.settings;

import org.jspecify.annotations.NullMarked;
