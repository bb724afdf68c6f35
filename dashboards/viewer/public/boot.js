// Grafana's libraries read these two before anything else runs.
window.__grafana_public_path__ = '/public/';
window.grafanaBootData = { settings: {}, user: { orgRole: 'Viewer' }, navTree: [] };
