export { htmlReport } from './html/html-report';
export { type MarkdownOptions, markdownReport } from './markdown/markdown-report';
export type * from './report-data';
export { type ReportOptions, reportOf } from './report-of';
