import net from 'node:net';

/** The only address that anything in the demo listens on. */
export const LOOPBACK = '127.0.0.1';

/** Whether the port can be bound on loopback now. */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: LOOPBACK, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/**
 * Gives each name its preferred port, or the next free one above it that no other name wants.
 *
 * @param {Record<string, number>} preferred name → port that is easy to remember
 * @returns {Promise<{ports: Record<string, number>, replaced: string[]}>} replaced: names whose own port was busy
 */
export async function allocatePorts(preferred) {
  const ports = {};
  const replaced = [];
  const wanted = new Set(Object.values(preferred));
  const taken = new Set();
  for (const [name, first] of Object.entries(preferred)) {
    let port = first;
    while (taken.has(port) || (port !== first && wanted.has(port)) || !(await isFree(port))) {
      port += 1;
      if (port > 65535) throw new Error(`no free port for ${name} from ${first} upwards on ${LOOPBACK}`);
    }
    taken.add(port);
    ports[name] = port;
    if (port !== first) replaced.push(name);
  }
  return { ports, replaced };
}
