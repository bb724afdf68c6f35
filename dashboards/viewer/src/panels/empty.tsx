import type { PanelProps } from '@grafana/data';

/** What stands in a panel that has nothing to show: the dashboard's own words where it has some. */
export function Empty({ width, height, fieldConfig }: PanelProps) {
  return (
    <div className="preview-empty" data-testid="empty" style={{ width, height }}>
      {fieldConfig.defaults.noValue ?? 'No data'}
    </div>
  );
}
