import type { AnnotationQuery, Dashboard, Panel, RowPanel, VariableModel } from '@grafana/schema';

/** What Grafana's Prometheus data source adds to an annotation and the schema does not know. */
export interface PrometheusAnnotation extends AnnotationQuery {
  expr: string;
  step: string;
  titleFormat: string;
  textFormat: string;
  tagKeys: string;
  useValueForTime: boolean;
}

export type { Dashboard, Panel, RowPanel, VariableModel };

export const isRow = (panel: Panel | RowPanel): panel is RowPanel => panel.type === 'row';

/** A dashboard that asks for something this preview would draw wrongly or not at all. */
export class NotSupported extends Error {
  constructor(where: string, what: string) {
    super(`This preview cannot show ${what} (${where}). Grafana can.`);
  }
}

const PANELS = new Set(['stat', 'timeseries', 'table', 'bargauge', 'text']);
const TRANSFORMATIONS = new Set(['merge', 'organize', 'groupingToMatrix']);

/** Refuses a dashboard as a whole rather than showing half of it. */
export function requireSupported(dashboard: Dashboard): Dashboard {
  const panels = dashboard.panels ?? [];
  for (const [index, panel] of panels.entries()) {
    if (isRow(panel)) {
      if (panel.repeat && (index !== panels.length - 1 || !panel.collapsed)) {
        throw new NotSupported(
          `row "${panel.title}"`,
          'repeated rows that are open or not the last',
        );
      }
      panel.panels.forEach((inner) => requirePanel(inner as Panel));
    } else {
      requirePanel(panel as Panel);
    }
  }
  for (const link of dashboard.links ?? []) {
    if (link.type !== 'dashboards' || !link.keepTime || !link.includeVars) {
      throw new NotSupported(
        `link "${link.title}"`,
        'links other than those to tagged dashboards with time and variables',
      );
    }
  }
  return dashboard;
}

function requirePanel(panel: Panel): void {
  const where = `panel "${panel.title}"`;
  if (!PANELS.has(panel.type)) {
    throw new NotSupported(where, `panels of type ${panel.type}`);
  }
  if (panel.repeat) {
    throw new NotSupported(where, 'repeated panels');
  }
  if (panel.links?.length) {
    throw new NotSupported(where, 'links of a panel (those of fields it can)');
  }
  if (panel.timeFrom || panel.timeShift) {
    throw new NotSupported(where, "a panel's own time range");
  }
  for (const transformation of panel.transformations ?? []) {
    if (!TRANSFORMATIONS.has(transformation.id)) {
      throw new NotSupported(where, `the transformation ${transformation.id}`);
    }
  }
  for (const target of panel.targets ?? []) {
    if (target.exemplar && panel.type !== 'timeseries') {
      throw new NotSupported(where, 'exemplars on anything but graphs');
    }
    if (target.format === 'heatmap') {
      throw new NotSupported(where, 'heat maps');
    }
  }
}
