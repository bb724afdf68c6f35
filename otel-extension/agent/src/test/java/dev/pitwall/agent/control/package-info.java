@NullMarked
package dev.pitwall.agent.control;

import org.jspecify.annotations.NullMarked;
