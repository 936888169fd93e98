/** One trace of a Plotly figure, as plotly.js's JSON schema has it. */
export type Trace = Record<string, unknown>;

/** A figure's layout; `meta.description` says in one line what the chart shows. */
export type Layout = Record<string, unknown> & { meta?: { description?: string } };

/**
 * A chart as a plain value: the JSON that plotly.js 3 and 4 draw. It holds no functions, so it can be stored,
 * compared, and sent to a notebook as `application/vnd.plotly.v1+json`.
 */
export interface Figure {
  data: Trace[];
  layout: Layout;
}
