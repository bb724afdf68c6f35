/** What the command line of ./demo may say. */
export const USAGE = `Usage: ./demo [--check]

  Starts on this machine, on loopback only: an offline model endpoint, a multi-agent sample
  service with the OpenTelemetry Java agent and the Pitwall extension, the Collector, Prometheus,
  Alertmanager, an alert inbox, Zipkin and the dashboard preview. Runs healthy for a while, then
  lets an agent loop happen and shows the alert that arrives. Ctrl-C ends all of it.

  --check   the same unattended: checks every joint, ends everything, exits 0 if all hold
  --help    this text

  With OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL all set, the service uses that endpoint
  (not with --check). Downloads and builds are kept in .pitwall/tools, logs in .pitwall/run/logs.`;

/**
 * @param {string[]} args
 * @returns {{check: boolean, help: boolean}}
 */
export function parseOptions(args) {
  const unknown = args.filter((arg) => !['--check', '--help', '-h'].includes(arg));
  if (unknown.length > 0) throw new Error(`unknown option ${unknown.join(' ')}\n\n${USAGE}`);
  return { check: args.includes('--check'), help: args.includes('--help') || args.includes('-h') };
}
