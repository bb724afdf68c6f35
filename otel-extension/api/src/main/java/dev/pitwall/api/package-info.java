/**
 * What an application can say of its runs that no framework can know: its plan, who permitted it,
 * tasks, milestones, handoffs to people and queues, checks, approvals.
 *
 * <p>Every call works the same without the extension, where it does nothing. No call throws, blocks
 * or hands out null; a misuse, such as a task that is completed twice, is logged once and does no
 * harm. All types are safe for use by several threads.
 *
 * <pre>{@code
 * PlannedRun planned =
 *     Pitwall.plan("publishing-desk")
 *         .milestone("draft", Instant.now().plus(10, MINUTES))
 *         .deadline(Instant.now().plus(30, MINUTES))
 *         .budget(Budget.tokens(200_000))
 *         .needsAuthorization()
 *         .declare();
 * planned.authorize(Authorization.by("ada").wasReviewed());
 * try (Run run = planned.start()) {
 *   try (Task task = run.task("research").by("researcher").start()) {
 *     ...
 *   }
 *   run.reached("draft");
 * }
 * }</pre>
 */
@NullMarked
package dev.pitwall.api;

import org.jspecify.annotations.NullMarked;
