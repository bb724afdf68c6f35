import { statusOf } from '../http.mjs';
import { until } from '../wait.mjs';
import { expect } from './expect.mjs';

export const ALERT = 'PitwallAgentLoop';

/** Always firing on purpose: shows that alerting is alive. */
const WATCHDOG = 'PitwallWatchdog';

/**
 * Checks that nothing but the watchdog fires, pends or was delivered, and that the watchdog does.
 *
 * @param {import('../stack/stack.mjs').Stack} stack
 * @returns {Promise<string>} what was seen
 */
export async function checkQuiet(stack) {
  const prometheus = (await stack.prometheusAlerts()).map((alert) => alert.labels.alertname);
  const alertmanager = (await stack.alertmanagerAlerts()).map((alert) => alert.labels.alertname);
  const inbox = (await inboxAlerts(stack)).map((alert) => alert.labels.alertname);
  for (const [where, names] of Object.entries({ Prometheus: prometheus, Alertmanager: alertmanager, 'the inbox': inbox })) {
    const unwanted = names.filter((name) => name !== WATCHDOG);
    expect(unwanted.length === 0, `${where} has ${unwanted.join(', ')} although every job is healthy`);
  }
  expect(prometheus.includes(WATCHDOG), `${WATCHDOG} does not fire: the rules are not evaluated`);
  return `no alert but ${WATCHDOG} in Prometheus, Alertmanager and the inbox`;
}

/** Waits until the loop alert fires in Prometheus. */
export async function awaitFiring(stack, timeoutSeconds) {
  const found = await until(
    `${ALERT} firing in Prometheus`,
    async () => (await stack.prometheusAlerts()).find((alert) => alert.labels.alertname === ALERT && alert.state === 'firing'),
    { timeoutSeconds },
  );
  return `${ALERT} (${found.labels.severity}) for run ${found.labels.pitwall_run_id}`;
}

/** Waits until Alertmanager holds the loop alert as active. */
export async function awaitAlertmanager(stack, timeoutSeconds) {
  const found = await until(
    `${ALERT} active in Alertmanager`,
    async () => (await stack.alertmanagerAlerts()).find((alert) => alert.labels.alertname === ALERT && alert.status.state === 'active'),
    { timeoutSeconds },
  );
  return `active, for receiver ${found.receivers.map((receiver) => receiver.name).join(', ')}`;
}

/** Waits until the inbox shows the loop alert. */
export function awaitDelivery(stack, timeoutSeconds) {
  return until(
    `${ALERT} in the alert inbox`,
    async () => (await inboxAlerts(stack)).find((alert) => alert.labels.alertname === ALERT && alert.status === 'firing'),
    { timeoutSeconds },
  );
}

/**
 * Checks that the delivered alert says whom it is about and that its links lead somewhere.
 *
 * @returns {Promise<string>} what was seen
 */
export async function checkContent(alert) {
  const { labels, annotations } = alert;
  for (const label of ['gen_ai_workflow_name', 'gen_ai_agent_name', 'pitwall_run_id', 'pitwall_finding_id', 'pitwall_finding_cause']) {
    expect(labels[label], `the alert has no label ${label}`);
  }
  for (const annotation of ['summary', 'description']) expect(annotations[annotation], `the alert has no ${annotation}`);
  expect(annotations.description.includes(labels.pitwall_run_id), 'the description does not name the run');
  for (const link of ['runbook_url', 'dashboard_url', 'traces_url']) {
    expect(annotations[link], `the alert has no ${link}`);
    const status = await statusOf(annotations[link]);
    expect(status === 200, `${link} ${annotations[link]} answers ${status}`);
  }
  return `agent ${labels.gen_ai_agent_name}, run ${labels.pitwall_run_id}, cause ${labels.pitwall_finding_cause}; runbook, dashboard and traces answer 200`;
}

async function inboxAlerts(stack) {
  const answer = await stack.inboxAlerts();
  return Array.isArray(answer) ? answer : answer.alerts;
}
