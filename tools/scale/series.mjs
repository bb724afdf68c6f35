/*
 * A fleet as its Collectors show it: every series of the conventions for each of many services. Numbers are made up, but
 * counters grow, histograms spread, and most services are well.
 */

const WORKFLOWS = 50;
const CLUSTERS = 2;
/** One service in so many has trouble; one in so many has had some. */
const TROUBLED = 50;
const EXPERIENCED = 5;
const HOUR = 3600;
/** Burn rates over hours look back twice six hours, those over days at what was recorded of each hour. */
const SAMPLES_SECONDS = 13 * HOUR;
const RECORDED_SECONDS = 3 * 24 * HOUR;

/** Off unless somebody asks for it. */
const LIVE_RUNS = /^pitwall_run_/;
/** A service reports one generation of the model calls' metrics: every other one the older. */
const LEGACY = /^gen_ai_client_(operation_duration|operation_time_to_first_chunk|token_usage)/;
const LATEST = /^gen_ai_client_inference_/;
/** Everything else looks back an hour or so. */
const LONG = /^gen_ai_invoke_workflow_duration_seconds_/;
const NEVER_WHEN_WELL = /_(lost|failed|rejected|recovered|duplicated|dropped|evicted|suppressed|overflowed|missing|opened|reworked|activated)_total$|^pitwall_unpriced/;

const GAUGES_WHEN_WELL = {
  pitwall_extension_loaded: 1,
  pitwall_instrumentation_loaded: 1,
  pitwall_emergency_stop_armed: 1,
  pitwall_runs_active: 3,
  pitwall_runs_progressed: 1.2,
  pitwall_runs_remaining_max_seconds: 120,
  pitwall_runs_slack_min_seconds: 300,
  pitwall_runs_idle_age_seconds: 5,
  pitwall_agents_active: 2,
  pitwall_tasks_pending: 4,
  pitwall_tasks_oldest_age_seconds: 40,
  pitwall_context_utilization_ratio: 0.4,
};

const ONE_OF = {
  pitwall_finding_type: ['loop', 'stall', 'rate_limited'],
  pitwall_finding_severity: ['warning', 'critical'],
  gen_ai_token_type: ['input', 'output'],
  pitwall_gate_result: ['pass', 'fail'],
};

/**
 * Every series of one service.
 *
 * @param {{metric: string, series: string[], labels: string[], bounds: number[]}[]} conventions
 * @param {number} service from 0
 * @param {number} agents how many agents and so on each service has
 * @returns {{name: string, labels: Record<string, string>, base: number, rate: number, seconds: number}[]}
 */
export function seriesOf(conventions, service, agents) {
  return conventions
    .filter(({ series }) => !LIVE_RUNS.test(series[0]) && !(service % 2 === 0 ? LATEST : LEGACY).test(series[0]))
    .flatMap((convention) => combinations(convention, service, agents).flatMap((labels) => convention.series.flatMap((name) => one(name, convention, labels, service))));
}

/**
 * What rules have recorded of the past of one service, and will go on recording.
 *
 * @param {number} service from 0
 */
export function recordedOf(service) {
  const { instance, ...labels } = { ...origin(service), gen_ai_workflow_name: valueOf('gen_ai_workflow_name', service) };
  const recorded = (name, base) => ({ name: `workflow:gen_ai_invoke_workflow_${name}`, labels, base, rate: 0, seconds: RECORDED_SECONDS });
  return [recorded('runs:increase1h', HOUR * paceOf(service)), recorded('errors:ratio_rate1h', isTroubled(service) ? 1 : 0), recorded('slow:ratio_rate1h', 0.01)];
}

/** How many of each thing a second. */
const paceOf = (service) => 0.05 + (service % 7) / 100;

const isTroubled = (service) => service % TROUBLED === 0;

/** A counter or histogram has a series once something was counted; gauges say 0. */
function isReported(name, service) {
  if (/^pitwall_findings_opened|^pitwall_finding_(detection|resolution)/.test(name)) return service % EXPERIENCED === 0;
  return isTroubled(service) || !(NEVER_WHEN_WELL.test(name) || name === 'pitwall_finding_active');
}

function combinations({ series, labels }, service, agents) {
  const byWhom = labels.some((label) => /agent_name|tool_name|handoff_(source|target)/.test(label)) ? agents : 1;
  const several = Math.max(byWhom, ...labels.map((label) => ONE_OF[label]?.length ?? 1));
  if (!isReported(series[0], service)) return [];
  return Array.from({ length: several }, (_, i) => ({
    ...origin(service),
    ...Object.fromEntries(labels.map((label) => [label, valueOf(label, service, i)]).filter(([, value]) => value !== undefined)),
  }));
}

const origin = (service) => ({ cluster: `cluster-${service % CLUSTERS}`, job: `fleet/service-${String(service).padStart(4, '0')}`, instance: `instance-${service}` });

function valueOf(label, service, i) {
  if (ONE_OF[label]) return ONE_OF[label][i % ONE_OF[label].length];
  switch (label) {
    case 'error_type':
      return isTroubled(service) && i === 0 ? 'timeout' : undefined;
    case 'gen_ai_workflow_name':
      return `workflow-${service % WORKFLOWS}`;
    case 'gen_ai_agent_name':
    case 'pitwall_handoff_target':
      return `agent-${i}`;
    case 'pitwall_handoff_source':
      return `agent-${i + 1}`;
    case 'pitwall_run_id':
    case 'pitwall_finding_id':
      return `${label}-${service}-${i}`;
    case 'pitwall_finding_cause':
      return `agent:agent-${i}`;
    default:
      return `${label.split('_').at(-1)}-${i}`;
  }
}

function one(name, { bounds }, labels, service) {
  const seconds = LONG.test(name) ? SAMPLES_SECONDS : HOUR;
  const pace = paceOf(service);
  if (name.endsWith('_bucket')) {
    return [...bounds, Infinity].map((le, i) => {
      const share = le === Infinity ? 1 : 1 - 0.6 ** (i + 1);
      return { name, labels: { ...labels, le: le === Infinity ? '+Inf' : String(le) }, base: 0, rate: share * pace, seconds };
    });
  }
  if (name.endsWith('_count')) return [{ name, labels, base: 0, rate: pace, seconds }];
  if (name.endsWith('_sum')) return [{ name, labels, base: 0, rate: pace * (bounds[Math.floor(bounds.length / 3)] ?? 1), seconds }];
  if (name.endsWith('_total')) return [{ name, labels, base: 0, rate: pace, seconds }];
  const base = GAUGES_WHEN_WELL[name] ?? (isTroubled(service) && /^pitwall_findings?_/.test(name) ? 1 : 0);
  return [{ name, labels, base, rate: 0, seconds }];
}
