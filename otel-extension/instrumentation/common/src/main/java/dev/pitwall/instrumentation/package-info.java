/** What every framework module starts from. */
@NullMarked
package dev.pitwall.instrumentation;

import org.jspecify.annotations.NullMarked;
