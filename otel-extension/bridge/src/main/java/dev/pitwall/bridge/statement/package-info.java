/** What applications say of themselves, in the words of the workflow log. */
@NullMarked
package dev.pitwall.bridge.statement;

import org.jspecify.annotations.NullMarked;
