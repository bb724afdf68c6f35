import { renderTextPanelMarkdown, type PanelProps } from '@grafana/data';
import { NotSupported } from '../dashboard-json';

/** Markdown, with the dashboard's variables filled in. */
export function TextPanel({ options, replaceVariables }: PanelProps) {
  if (options.mode !== 'markdown') {
    throw new NotSupported('text panel', `texts in ${options.mode}`);
  }
  const html = renderTextPanelMarkdown(replaceVariables(options.content, {}, 'html'));
  // Grafana's own function has sanitized it.
  return <div className="markdown-html" dangerouslySetInnerHTML={{ __html: html }} />;
}
