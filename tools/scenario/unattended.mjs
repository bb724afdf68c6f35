import { ALERT, awaitAlertmanager, awaitDelivery, awaitFiring, checkContent, checkQuiet } from '../checks/alerts.mjs';
import { checkDashboard, checkQueries } from '../checks/dashboard.mjs';
import { checkRunLogs, named } from '../checks/events.mjs';
import { expect } from '../checks/expect.mjs';
import { checkMetrics } from '../checks/metrics.mjs';
import { checkPrivacy } from '../checks/privacy.mjs';
import { checkOperations, jobTraces, tokensOf } from '../checks/spans.mjs';
import { postJson } from '../http.mjs';
import { seconds } from '../progress.mjs';
import { readTelemetry } from '../stack/otlp.mjs';
import { MODEL_NAME, TELEMETRY } from '../stack/programs.mjs';
import { LOOP_TOPIC, TOPICS, healthyJobs } from '../stack/traffic.mjs';
import { until } from '../wait.mjs';

/** From the end of a job to everything being exported, scraped and readable. */
const ARRIVAL_SECONDS = 30;
const ALERT_SECONDS = 120;

const DESK = 'publishing-desk';

/** Checks every joint of the running chain, healthy first and then with a loop. */
export async function unattended(session, stack, joints) {
  session.progress.say('Healthy phase');
  await healthyPhase(session, stack, joints);
  session.progress.say('Fault phase: an agent loop');
  await faultPhase(session, stack, joints);
  await joints.check('privacy', ['collector'], async () => checkPrivacy(readTelemetry(TELEMETRY).raw, [...TOPICS, LOOP_TOPIC]));
}

async function healthyPhase({ progress }, stack, joints) {
  await joints.check('model endpoint', ['model-endpoint'], async () => {
    const body = { model: MODEL_NAME, messages: [{ role: 'user', content: 'Say something.' }] };
    const answer = await postJson(stack.url('model', '/v1/chat/completions'), body);
    expect(answer.usage?.total_tokens > 0, 'the answer has no token usage');
    return `answers, ${answer.usage.total_tokens} tokens reported`;
  });
  await joints.check('jobs', [DESK], async () => {
    const began = performance.now();
    await progress.step('healthy jobs', (note) => healthyJobs(stack, TOPICS, note));
    return `${TOPICS.length} healthy jobs done in ${seconds(began)} s`;
  });

  let traces = [];
  await joints.check('spans in the Collector’s file', [DESK, 'collector'], async () => {
    const complete = async () => jobTraces(readTelemetry(TELEMETRY).spans, TOPICS.length);
    traces = await until('complete traces', complete, { timeoutSeconds: ARRIVAL_SECONDS });
    return checkOperations(traces);
  });
  await joints.check('traces in Zipkin', ['collector', 'zipkin'], () => checkZipkin(stack, traces));
  await joints.check('workflow log', [DESK, 'collector'], async () => {
    const runs = traces.map((trace) => trace.run);
    const complete = async () => checkRunLogs(readTelemetry(TELEMETRY).events, runs);
    expect(runs.length > 0, 'no run is known without traces');
    return until('complete run logs', complete, { timeoutSeconds: ARRIVAL_SECONDS });
  });
  await joints.check('metrics in Prometheus', [DESK, 'collector', 'prometheus'], () => {
    const truth = { jobs: TOPICS.length, tokens: tokensOf(traces) };
    return until('all metrics', () => checkMetrics((promql) => stack.query(promql), truth), { timeoutSeconds: ARRIVAL_SECONDS });
  });
  await joints.check('quiet while healthy', ['prometheus', 'alertmanager'], () => checkQuiet(stack));
}

async function checkZipkin(stack, traces) {
  expect(traces.length > 0, 'no trace is known');
  const compare = async () => {
    for (const { traceId, spans } of traces) {
      const there = await stack.zipkinTrace(traceId);
      expect(there.length === spans.length, `trace ${traceId} has ${there.length} of ${spans.length} spans`);
    }
    return `${traces.length} traces, ${traces.reduce((sum, trace) => sum + trace.spans.length, 0)} spans, all of them`;
  };
  return until('all spans in Zipkin', compare, { timeoutSeconds: ARRIVAL_SECONDS });
}

async function faultPhase({ progress, processes, began }, stack, joints) {
  const fault = performance.now();
  const chain = [DESK, 'collector', 'prometheus'];
  await stack.submit(LOOP_TOPIC, 'loop');
  const fired = await joints.check('alert fires', chain, () =>
    progress.step('waiting for the loop to be noticed', () => awaitFiring(stack, ALERT_SECONDS)),
  );
  if (!fired) {
    joints.fail('alert delivered', ['alertmanager', 'alert-inbox'], `${ALERT} did not fire`);
    return;
  }
  await joints.check('Alertmanager', ['alertmanager'], () => awaitAlertmanager(stack, ARRIVAL_SECONDS));
  let alert;
  await joints.check('alert delivered', ['alertmanager', 'alert-inbox'], async () => {
    alert = await awaitDelivery(stack, ARRIVAL_SECONDS);
    return `${seconds(fault)} s after the fault began, ${seconds(began)} s after the start (warm budget 90 s)`;
  });
  if (alert) await joints.check('alert’s content and links', ['alert-inbox', 'preview', 'zipkin'], () => checkContent(alert));
  await joints.check('finding in the workflow log', [DESK, 'collector'], async () => {
    const opened = async () => named(readTelemetry(TELEMETRY).events, 'pitwall.finding.opened')[0];
    const { attributes } = await until('pitwall.finding.opened', opened, { timeoutSeconds: ARRIVAL_SECONDS });
    return `${attributes['pitwall.finding.type']}: ${attributes['pitwall.finding.evidence']}`;
  });
  await joints.check('queries of all dashboards', ['prometheus'], () => checkQueries(stack));
  const run = (program) => processes.run(program);
  for (const theme of ['dark', 'light']) {
    await joints.check(`dashboard, ${theme}`, [`dashboard-${theme}`, 'preview'], () => checkDashboard(run, stack, theme));
  }
}
