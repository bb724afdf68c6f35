/** Tests of the renderer and of what it rendered. */
@NullMarked
package dev.pitwall.alerts;

import org.jspecify.annotations.NullMarked;
