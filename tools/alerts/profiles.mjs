/**
 * How often everything between the service and the person looks.
 *
 * exportMillis: of the agent, its own default where undefined; settings: of the alert pack, its defaults where empty;
 * quietSeconds: after the last job, until every alert that only waits for its time must have fired.
 */
export const PROFILES = {
  demo: {
    title: 'demo',
    exportMillis: 2000,
    settings: {
      prometheus: { scrape_interval: '2s', evaluation_interval: '2s' },
      alertmanager: { group_wait: '1s', group_interval: '5s' },
    },
    deliverySeconds: 60,
    quietSeconds: 45,
  },
  production: {
    title: 'production',
    exportMillis: undefined,
    settings: {},
    deliverySeconds: 420,
    quietSeconds: 420,
  },
};
