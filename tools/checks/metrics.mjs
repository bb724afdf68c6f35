import { count, expect } from './expect.mjs';

/** Series that a few healthy jobs must have brought into Prometheus, of the sample service. */
export const EXPECTED_SERIES = [
  'gen_ai_invoke_workflow_duration_seconds_count',
  'gen_ai_invoke_agent_duration_seconds_count',
  'gen_ai_invoke_agent_inference_calls_count',
  'gen_ai_invoke_agent_tool_calls_count',
  'gen_ai_execute_tool_duration_seconds_count',
  'gen_ai_client_operation_duration_seconds_count',
  'gen_ai_client_token_usage_sum',
  'pitwall_runs_active',
  'pitwall_runs_progressed',
  'pitwall_handoffs_offered_total',
  'pitwall_handoffs_accepted_total',
  'pitwall_handoffs_completed_total',
  'pitwall_handoff_accept_duration_seconds_count',
  'pitwall_handoff_work_duration_seconds_count',
  'pitwall_evaluation_score_count',
  'pitwall_gates_decided_total',
  'pitwall_approvals_decided_total',
  'pitwall_approval_wait_duration_seconds_count',
  'pitwall_agents_active',
  'pitwall_tokens_used_total',
  'pitwall_extension_loaded',
  'pitwall_instrumentation_loaded',
  'pitwall_signals_received_total',
];

const JOB = 'job="publishing-desk"';

/**
 * Checks that the expected series are there and agree with the traces.
 *
 * @param {(promql: string) => Promise<object[]>} query
 * @param {{jobs: number, tokens: number}} truth from the traces
 * @returns {Promise<string>} what was seen
 */
export async function checkMetrics(query, { jobs, tokens }) {
  // Looks back, because a gauge of open runs may end with the last of them.
  const names = await query(`count by (__name__) (last_over_time({${JOB}, __name__=~"${EXPECTED_SERIES.join('|')}"}[5m]))`);
  const present = new Set(names.map((each) => each.metric.__name__));
  const absent = EXPECTED_SERIES.filter((name) => !present.has(name));
  expect(absent.length === 0, `not in Prometheus: ${absent.join(', ')}`);

  const sum = async (name, labels = JOB) => Number((await query(`sum(${name}{${labels}})`))[0]?.value[1] ?? 0);
  const runs = await sum('gen_ai_invoke_workflow_duration_seconds_count', `${JOB}, gen_ai_workflow_name="publishing-desk"`);
  expect(runs === jobs, `${runs} runs of publishing-desk counted for ${count(jobs, 'job')}`);
  for (const name of ['pitwall_tokens_used_total', 'gen_ai_client_token_usage_sum']) {
    // Cached and reasoning tokens have series of their own, and are part of these.
    const counted = await sum(name, `${JOB}, gen_ai_token_type=~"input|output"`);
    expect(counted === tokens, `${name} is ${counted}, the chat spans have ${tokens} tokens`);
  }
  const [offered, completed] = [await sum('pitwall_handoffs_offered_total'), await sum('pitwall_handoffs_completed_total')];
  expect(offered === completed, `${offered} handoffs offered, ${completed} completed`);
  return `${EXPECTED_SERIES.length} series expected and there; ${tokens} tokens and ${offered} handoffs, each counted once`;
}
