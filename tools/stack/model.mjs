/** Which model the sample service talks to. */

const NAMES = ['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_MODEL'];

/**
 * A real endpoint is used only when all three variables are set, so that a key that happens to lie
 * in somebody's environment never costs money.
 *
 * @param {Record<string, string | undefined>} env
 * @param {{offlineOnly: boolean}} options
 * @returns {{offline: boolean, notice?: string}}
 */
export function chooseModel(env, { offlineOnly }) {
  const set = NAMES.filter((name) => env[name]);
  if (set.length === 0) return { offline: true };
  if (offlineOnly) return { offline: true, notice: `--check always uses the offline model endpoint; ${list(set)} ignored.` };
  if (set.length === NAMES.length) {
    return {
      offline: false,
      notice: `The service uses the real endpoint ${env.OPENAI_BASE_URL} with ${env.OPENAI_MODEL}: this may cost money.`,
    };
  }
  const missing = NAMES.filter((name) => !env[name]);
  return { offline: true, notice: `Offline model endpoint: ${list(set)} set, but not ${list(missing)}.` };
}

const list = (names) => names.join(', ');
