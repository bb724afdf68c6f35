/**
 * What each fault of the publishing desk must be found as: type of the finding, how its likeliest
 * cause begins, and within how many seconds, where that is more than a minute. What outlasts us is not waited for;
 * what may be found later is true as well: once a circle of locks breaks, that they were waited for too long remains. In the order in which they are begun.
 */
export const FAULTS = [
  { fault: 'one-checker', finding: 'bottleneck', cause: 'agent:fact-checker', within: 200, outlasts: true },
  { fault: 'stall', finding: 'stall', cause: 'model:pitwall-offline', within: 160 },
  { fault: 'slow-sibling', finding: 'straggler', cause: 'model:pitwall-offline' },
  { fault: 'crossed-locks', finding: 'deadlock', cause: 'resource:ReentrantLock', later: ['contention'] },
  { fault: 'busy-archive', finding: 'contention', cause: 'resource:ReentrantLock' },
  { fault: 'forgotten-filing', finding: 'orphaned_task', cause: '' },
  { fault: 'slow-model', dueSeconds: 4, finding: 'milestone_at_risk', cause: '' },
  { fault: 'loop', finding: 'loop', cause: 'agent:researcher-market' },
  { fault: 'ping-pong', finding: 'ping_pong', cause: 'agent:managing-editor' },
  { fault: 'asked-twice', finding: 'duplicate_work', cause: 'agent:managing-editor' },
  { fault: 'unknown-agent', finding: 'handoff_lost', cause: 'edge:managing-editor → archivist' },
  { fault: 'rate-limit', finding: 'rate_limited', cause: 'model:pitwall-offline' },
  { fault: 'failing-tool', finding: 'retry_storm', cause: 'tool:searchArchive' },
  { fault: 'full-context', finding: 'context_overflow', cause: 'tool:searchArchive' },
  { fault: 'overthinking', finding: 'runaway_cost', cause: 'agent:' },
  { fault: 'unasked-purchase', finding: 'approval_bypassed', cause: 'agent:researcher-market' },
];

/** What is unusual and no trouble: nothing may be found of it. */
export const NO_TROUBLE = ['slow-model'];
