import { setTimeout as pause } from 'node:timers/promises';
import { awaitDelivery } from '../checks/alerts.mjs';
import { DASHBOARD } from '../checks/dashboard.mjs';
import { seconds } from '../progress.mjs';
import { LOOP_TOPIC, TOPICS, healthyJobs, lightTraffic } from '../stack/traffic.mjs';
import { table } from '../table.mjs';

const HEALTHY_SECONDS = 20;
const ALERT_SECONDS = 120;
const REAL_JOB_SECONDS = 600;

/** What a person sees: addresses, a healthy phase, the loop and its alert, then light traffic. */
export async function tour(session, stack) {
  const { progress, offline, began } = session;
  progress.say();
  progress.say(addresses(stack));
  progress.say();

  if (!offline) {
    // A wrong key or model is for the user to see and mend, the programs are fine.
    await progress
      .step('One job against the real endpoint', (note) => healthyJobs(stack, TOPICS.slice(0, 1), note, REAL_JOB_SECONDS))
      .catch((error) => progress.say(`  ${error.message}. Log: .pitwall/run/logs/publishing-desk.log`));
    progress.say('The fault phase is skipped: a loop on purpose would cost money at a real endpoint.');
    progress.say('Submit jobs of your own:');
    progress.say(`  curl -d '{"topic":"…","fault":"none"}' ${stack.url('desk', '/jobs')}`);
  } else {
    await progress.step('Healthy phase', async (note) => {
      const end = performance.now() + HEALTHY_SECONDS * 1000;
      await healthyJobs(stack, TOPICS, note);
      note('all jobs done');
      await pause(Math.max(0, end - performance.now()));
    });
    await faultPhase(progress, stack);
    progress.say(`First alert ${seconds(began)} s after the start of ./demo.`);
    lightTraffic(stack).catch((error) => progress.say(`  light traffic ended: ${error.message}`));
  }
  progress.say();
  progress.say('Running. Ctrl-C ends everything that was started here.');
}

async function faultPhase(progress, stack) {
  progress.say('Now a fault: one researcher will ask for the same search again and again.');
  const alert = await progress.step('Agent loop', async (note) => {
    note('waiting for the alert');
    await stack.submit(LOOP_TOPIC, 'loop');
    const arrived = await awaitDelivery(stack, ALERT_SECONDS);
    note('the alert has arrived');
    return arrived;
  });
  progress.say();
  progress.say(describe(alert));
  progress.say();
}

function describe({ labels, annotations }) {
  return table([
    ['ALERT', `${labels.alertname} (${labels.severity})`, annotations.summary],
    ['agent', labels.gen_ai_agent_name],
    ['run', labels.pitwall_run_id],
    ['cause', labels.pitwall_finding_cause],
    ['dashboard', `${annotations.dashboard_url}&var-step=2s&from=now-5m&to=now`],
    ['trace', annotations.traces_url],
    ['runbook', annotations.runbook_url],
  ].filter((row) => row[1]));
}

function addresses(stack) {
  return table([
    ['Alert inbox', stack.url('inbox', '/'), 'empty now; the alert arrives here with run, agent, cause and links'],
    ['Dashboard', stack.url('preview', DASHBOARD), 'preview of the Grafana dashboard: runs, handoffs, quality, findings'],
    ['Traces', stack.url('zipkin', '/zipkin/?serviceName=publishing-desk&lookback=range&startTs=1&endTs=4102444800000&limit=10'), 'one trace per job: workflow, agents, model and tool calls'],
    ['Prometheus', stack.url('prometheus', '/graph?g0.expr=pitwall_runs_active&g0.tab=1'), 'the metrics; /alerts and /rules for the rules'],
    ['Alertmanager', stack.url('alertmanager', '/api/v2/alerts'), 'the alerts it holds, as JSON'],
    ['Sample service', stack.url('desk', '/jobs'), `curl -d '{"topic":"…","fault":"loop"}' there; also stall, failing-tool, slow-model, bad-quality`],
    ['Logs', '.pitwall/run/logs/', 'workflow log and spans as JSON lines: .pitwall/run/telemetry/'],
  ]);
}
