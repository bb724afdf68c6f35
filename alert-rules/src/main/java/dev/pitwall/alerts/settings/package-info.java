/**
 * The settings of the alert pack: typed, checked, and errors that say where and what is allowed.
 */
@NullMarked
package dev.pitwall.alerts.settings;

import org.jspecify.annotations.NullMarked;
