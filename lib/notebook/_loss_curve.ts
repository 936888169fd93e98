import { formatNumber, palette } from "../plots/mod.ts";
import { escapeHtml } from "./_html.ts";
import type { Curve, Progress } from "./_progress_state.ts";

/** The picture's size in its own units, and the room for axis labels. */
const BOX = { width: 640, height: 150, left: 52, right: 8, top: 10, bottom: 22 };

/** The loss as an inline picture: no script, colours that read on light and dark pages. Empty before the second point. */
export function lossCurve(state: Progress): string {
  const { loss, validation } = state.curve;
  if (loss.length < 2) return "";
  const scale = scaleOf(state);
  const words = `Loss from ${formatNumber(loss[0]!.y)} to ${formatNumber(loss.at(-1)!.y)}` +
    (validation.length ? `, validation loss ${formatNumber(validation.at(-1)!.y)}` : "");
  const dots = validation.map(({ x, y }) => `<circle cx="${scale.x(x)}" cy="${scale.y(y)}" r="2.5"/>`).join(
    "",
  );
  return `<svg viewBox="0 0 ${BOX.width} ${BOX.height}" width="100%" role="img" aria-label="${
    escapeHtml(words)
  }" ` +
    `style="display:block" font-size="11" fill="currentColor">${axes(state, scale)}` +
    `<polyline points="${path(loss, scale)}" fill="none" stroke="${
      palette[0]
    }" stroke-width="2" stroke-linejoin="round"/>` +
    `<g fill="${palette[1]}"><polyline points="${path(validation, scale)}" fill="none" stroke="${
      palette[1]
    }" ` +
    `stroke-width="1.5" stroke-dasharray="5 3"/>${dots}</g>${legend(validation.length > 0)}</svg>`;
}

interface Scale {
  x(batches: number): string;
  y(loss: number): string;
  low: number;
  high: number;
}

function scaleOf({ curve, epochs, batchesPerEpoch, ended }: Progress): Scale {
  const values = [...curve.loss, ...curve.validation].map(({ y }) => y);
  const low = Math.min(...values), high = Math.max(...values), span = high - low || 1;
  const first = curve.loss[0]!.x, last = ended ? curve.loss.at(-1)!.x : epochs * batchesPerEpoch;
  const across = BOX.width - BOX.left - BOX.right, down = BOX.height - BOX.top - BOX.bottom;
  return {
    x: (batches) => (BOX.left + across * (batches - first) / Math.max(1, last - first)).toFixed(1),
    y: (loss) => (BOX.top + down * (high - loss) / span).toFixed(1),
    low,
    high,
  };
}

function path(curve: Curve, scale: Scale): string {
  return curve.map(({ x, y }) => `${scale.x(x)},${scale.y(y)}`).join(" ");
}

/** Lowest, middle and highest loss on the left; numbers of epochs below. */
function axes({ curve, epochs, batchesPerEpoch, ended }: Progress, scale: Scale): string {
  const levels = [scale.low, (scale.low + scale.high) / 2, scale.high].map((level) => {
    const y = scale.y(level);
    return `<line x1="${BOX.left}" x2="${
      BOX.width - BOX.right
    }" y1="${y}" y2="${y}" stroke="currentColor" opacity="0.2"/>` +
      `<text x="${BOX.left - 6}" y="${y}" dy="0.35em" text-anchor="end" opacity="0.75">${
        formatNumber(Number(level.toPrecision(3)))
      }</text>`;
  });
  const last = ended ? Math.floor(curve.loss.at(-1)!.x / batchesPerEpoch) : epochs;
  const first = Math.ceil(curve.loss[0]!.x / batchesPerEpoch);
  const step = Math.max(1, Math.ceil((last - first) / 10));
  const marks = [];
  for (let epoch = first; epoch <= last; epoch += step) {
    marks.push(
      `<text x="${scale.x(epoch * batchesPerEpoch)}" y="${
        BOX.height - 6
      }" text-anchor="middle">${epoch}</text>`,
    );
  }
  const name = `<text x="4" y="${BOX.height - 6}">epochs</text>`;
  return levels.join("") + `<g opacity="0.75">${marks.join("")}${name}</g>`;
}

function legend(validated: boolean): string {
  const entry = (x: number, text: string, colour: string): string =>
    `<text x="${x}" y="${BOX.top + 14}" text-anchor="end" fill="${colour}">${text}</text>`;
  const right = BOX.width - BOX.right - 4;
  return validated
    ? entry(right - 66, "loss", palette[0]!) + entry(right, "validation", palette[1]!)
    : entry(right, "loss", palette[0]!);
}
