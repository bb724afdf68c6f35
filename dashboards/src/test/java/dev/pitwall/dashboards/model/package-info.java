@NullMarked
package dev.pitwall.dashboards.model;

import org.jspecify.annotations.NullMarked;
