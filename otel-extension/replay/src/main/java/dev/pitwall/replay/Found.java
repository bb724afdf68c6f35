package dev.pitwall.replay;

import dev.pitwall.engine.finding.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A finding as it was said last.
 *
 * @param finding what was found
 * @param resolved when it was over, epoch milliseconds; null if it was not by the end of the
 *     recording
 */
record Found(Finding finding, @Nullable Long resolved) {}
