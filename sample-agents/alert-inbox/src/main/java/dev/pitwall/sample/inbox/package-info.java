/**
 * An inbox for alerts: receives Alertmanager's webhook, keeps the latest in memory, shows them on a
 * page.
 */
@NullMarked
package dev.pitwall.sample.inbox;

import org.jspecify.annotations.NullMarked;
