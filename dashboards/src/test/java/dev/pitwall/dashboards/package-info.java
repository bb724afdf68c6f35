@NullMarked
package dev.pitwall.dashboards;

import org.jspecify.annotations.NullMarked;
