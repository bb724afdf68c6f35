/** The agents of the publishing desk, their tools and how they work together. */
@NullMarked
package dev.pitwall.sample.desk.newsroom;

import org.jspecify.annotations.NullMarked;
