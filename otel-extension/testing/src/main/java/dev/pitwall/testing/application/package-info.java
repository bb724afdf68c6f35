/**
 * What runs in the application's process, beside the framework: the JDK only, so that a framework
 * meets no class path but its own.
 */
@NullMarked
package dev.pitwall.testing.application;

import org.jspecify.annotations.NullMarked;
