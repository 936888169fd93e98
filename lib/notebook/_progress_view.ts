import { formatNumber } from "../plots/mod.ts";
import { escapeHtml } from "./_html.ts";
import { lossCurve } from "./_loss_curve.ts";
import { batchesDone, type Progress, secondsLeft } from "./_progress_state.ts";
import type { Bundle } from "./displayable.ts";
import { formatDuration } from "./format_duration.ts";

/** The card as a page shows it and as text. */
export function progressBundle(state: Progress, title: string): Bundle {
  return { "text/html": html(state, title), "text/plain": progressText(state, title) };
}

/** The card in one line. */
export function progressText(state: Progress, title: string): string {
  return [title, whereText(state), metricsText(state).join(", "), timeText(state)].filter(Boolean).join(
    " · ",
  );
}

function whereText(state: Progress): string {
  if (state.ended) return state.ended;
  const epoch = `Epoch ${Math.min(state.epoch + 1, state.epochs)} of ${state.epochs}`;
  return `${epoch}, batch ${formatNumber(state.batch)} of ${formatNumber(state.batchesPerEpoch)}`;
}

/** "loss 1.23", "validation loss 1.4", … */
function metricsText({ logs }: Progress): string[] {
  return Object.entries(logs).map(([name, value]) =>
    `${name.replace(/^val_/, "validation ")} ${formatNumber(value)}`
  );
}

function timeText(state: Progress): string {
  const spent = formatDuration((state.now - state.startedAt) / 1000);
  if (state.ended) return spent;
  const left = secondsLeft(state);
  return `${spent} so far` + (left === undefined ? "" : `, about ${formatDuration(left)} left`);
}

function html(state: Progress, title: string): string {
  const share = 100 * Math.min(1, batchesDone(state) / Math.max(1, state.epochs * state.batchesPerEpoch));
  const bar = `<div style="${TRACK}"><div style="${FILL};width:${share.toFixed(1)}%"></div></div>`;
  const line = (left: string, right: string): string =>
    `<div style="${LINE}"><span>${left}</span><span style="opacity:0.75">${right}</span></div>`;
  const metrics = metricsText(state).map((text) => escapeHtml(text.replace(/ (\S+)$/, "\u00a0$1")));
  return `<div class="unroll-progress" style="${CARD}">` +
    line(`<strong>${escapeHtml(title)}</strong>`, escapeHtml(whereText(state))) + bar +
    lossCurve(state) + line(metrics.join(" · "), escapeHtml(timeText(state))) + "</div>";
}

const CARD = "max-width:680px;margin:0.5em 0;padding:0.7em 1em;border:1px solid rgba(128,128,128,0.35);" +
  "border-radius:8px;font:13px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif;" +
  "font-variant-numeric:tabular-nums";
const LINE = "display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1.5em";
const TRACK =
  "height:6px;margin:0.45em 0;border-radius:3px;background:rgba(128,128,128,0.25);overflow:hidden";
const FILL = "height:100%;border-radius:3px;background:#0072b2";
