/**
 * Which alerts each fault of the publishing desk raises, and no others: the cause is told, its symptoms are not.
 * within: seconds until it must have been found or, for what a rule waits for, have fired; four minutes where it is not said.
 * Every fault has a service of its own, so that an alert's service says which fault raised it.
 */
export const FAULTS = [
  // When the queue grows no more, what is in it still waits, and after ten minutes somebody should know.
  { fault: 'one-checker', alerts: ['PitwallWorkHeldUp'], later: ['PitwallHandoffUnanswered'], outlasts: true },
  { fault: 'stall', alerts: ['PitwallRunStalled'] },
  { fault: 'slow-sibling', alerts: ['PitwallWorkHeldUp'] },
  // Once the circle breaks it remains true that locks were waited for.
  { fault: 'crossed-locks', alerts: ['PitwallDeadlock'], later: ['PitwallWorkHeldUp'] },
  { fault: 'busy-archive', alerts: ['PitwallWorkHeldUp'] },
  { fault: 'forgotten-filing', alerts: ['PitwallWorkMisassigned'] },
  { fault: 'slow-model', dueSeconds: 4, alerts: ['PitwallRunOverdue'], later: ['PitwallMilestoneAtRisk'] },
  { fault: 'loop', alerts: ['PitwallAgentLoop'] },
  { fault: 'ping-pong', alerts: ['PitwallAgentLoop'] },
  { fault: 'asked-twice', alerts: ['PitwallWorkMisassigned'] },
  { fault: 'unknown-agent', alerts: ['PitwallHandoffLost'] },
  { fault: 'rate-limit', alerts: ['PitwallRateLimited'] },
  { fault: 'failing-tool', alerts: ['PitwallRetryStorm'] },
  { fault: 'full-context', alerts: ['PitwallContextOverflow'] },
  { fault: 'overthinking', alerts: ['PitwallRunawayCost'] },
  { fault: 'unasked-purchase', alerts: ['PitwallApprovalBypassed'] },
  { fault: 'bad-quality', jobs: 8, alerts: ['PitwallQualityRegression'] },
];

/** What goes wrong by what an operator does or leaves undone, or by the machine, while the desk does a job. */
export const EVENTS = [
  { fault: 'no permission', job: 'none', before: 'permitsNothing', alerts: ['PitwallUnauthorizedRun'] },
  { fault: 'call after a stop', job: 'slow-model', meanwhile: 'stops', alerts: ['PitwallEmergencyStopEngaged', 'PitwallActivityAfterStop'] },
  { fault: 'killed JVM', job: 'stall', meanwhile: 'killed', within: 420, alerts: ['PitwallRunLost'], later: ['PitwallTelemetryAbsent'] },
];

/** Jobs in which nothing is wrong, though some look so: one in six is slow all the way. */
export const HEALTHY = ['none', 'none', 'none', 'none', 'none', 'slow-model'];
