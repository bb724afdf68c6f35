/** Requests to our own programs on loopback; each gives up after ten seconds. */

const LIMIT_MILLIS = 10_000;

async function request(url, options = {}) {
  try {
    return await fetch(url, { signal: AbortSignal.timeout(LIMIT_MILLIS), ...options });
  } catch (error) {
    throw new Error(`${url}: ${error.cause?.message ?? error.message}`);
  }
}

/** The status of a GET, with the body read and dropped. */
export async function statusOf(url) {
  const response = await request(url);
  await response.arrayBuffer();
  return response.status;
}

/** The text of a GET that must answer 2xx. */
export async function getText(url) {
  const response = await request(url);
  const body = await response.text();
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status} ${body.slice(0, 200)}`);
  return body;
}

/** The JSON of a GET that must answer 2xx. */
export const getJson = async (url) => JSON.parse(await getText(url));

/** The JSON answer to a POST of JSON that must answer 2xx. */
export async function postJson(url, body, headers = {}) {
  const response = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status} ${text.slice(0, 200)}`);
  return JSON.parse(text);
}
