/**
 * What the build needs and users never get: muzzle from Maven, and the generator of the reference
 * pages.
 */
@NullMarked
package dev.pitwall.build;

import org.jspecify.annotations.NullMarked;
