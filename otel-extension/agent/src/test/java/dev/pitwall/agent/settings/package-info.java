@NullMarked
package dev.pitwall.agent.settings;

import org.jspecify.annotations.NullMarked;
