/**
 * What operators order: the emergency stop, and permissions that do not come from the application.
 */
@NullMarked
package dev.pitwall.agent.control;

import org.jspecify.annotations.NullMarked;
