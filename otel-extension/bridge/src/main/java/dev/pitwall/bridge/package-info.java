/**
 * The call from hooks beside the application into the extension.
 *
 * <p>Hooks are defined in the application's class loaders, everything else lives in the extension's
 * loader, and the two share no class. These few types are therefore carried as a resource of the
 * extension, appended to the bootstrap loader before any hook is installed, and are the only ones
 * that both sides see. See {@code docs/decisions/0001-bridge.md}.
 *
 * <p>Hooks say what they saw, in the words of the GenAI conventions; who it belongs to (run,
 * workflow, agent) and what follows from it is decided on the other side.
 */
@NullMarked
package dev.pitwall.bridge;

import org.jspecify.annotations.NullMarked;
