import assert from "node:assert/strict";
import { inJupyterLab, type SavedCell } from "./_lab.ts";

const room = `import { progressCard, say, show, stopRequested } from "unroll/notebook/mod.ts";
import { bars } from "unroll/plots/mod.ts";`;
const count = 20, range = (size: number): number[] => Array.from({ length: size }, (_, i) => i);
const joined = (text?: string | string[]): string => Array.isArray(text) ? text.join("") : text ?? "";

function textOf({ outputs }: SavedCell): string {
  return outputs.map(({ text, data, evalue }) =>
    joined(text) || (data ? `${joined(data["text/plain"])}\n` : `${evalue}\n`)
  ).join("");
}

const ended = (cells: SavedCell[]): boolean => cells.every(({ execution_count }) => execution_count !== null);

Deno.test("JupyterLab: a storm of messages arrives whole and where it belongs, charts are drawn", async () => {
  const storm = range(count).map((i) =>
    `for (let j = 0; j < 25; j++) { console.log("c${i} " + j); show("d${i} " + j); }`
  );
  const chart = `show(bars([["e", 3], ["t", 2]], { xTitle: "Character", yTitle: "Count" }));`;
  await inJupyterLab(
    [room, ...storm, chart, `console.log("end"); throw new Error("last")`],
    async ({ page, menu, saved }) => {
      await menu("Run", "Run All Cells");
      const cells = await saved(ended);
      for (const i of range(count)) {
        assert.equal(
          textOf(cells[i + 1]!),
          range(25).map((j) => `c${i} ${j}\nd${i} ${j}\n`).join(""),
          `cell ${i}`,
        );
      }
      assert.equal(textOf(cells.at(-1)!), "end\nlast\n");
      await page.waitForSelector(".js-plotly-plot .bars path", { timeout: 120_000 });
    },
  );
});

Deno.test("JupyterLab: the stop button ends a training, the card stays, the kernel goes on", async () => {
  const train = `const card = progressCard({ title: "GRU" }), history = { epoch: [], stopped: null };
const run = { epochs: 3, batchesPerEpoch: 5000, stop: (reason) => history.stopped = reason };
card.onTrainBegin(run); card.onEpochBegin(0, run);
for (let batch = 0; batch < 5000 && !history.stopped; batch++) {
  const end = performance.now() + 10; while (performance.now() < end);
  await card.onBatchEnd(batch, { loss: 4 / (1 + batch / 100) }, run);
}
card.onTrainEnd(history, run);`;
  await inJupyterLab([room, train, `history.stopped`], async ({ page, menu, saved }) => {
    await menu("Run", "Run All Cells");
    await page.waitForSelector(".unroll-progress svg polyline", { timeout: 120_000 });
    assert.equal((await page.$$(".unroll-progress")).length, 1);
    await menu("Kernel", "Interrupt Kernel");
    const cells = await saved(ended);
    assert.match(textOf(cells[1]!), /Stopping after the current step/);
    assert.match(textOf(cells[1]!), /GRU · Ended after 0 epochs: stopped by the reader · loss/);
    assert.match(textOf(cells[2]!), /"stopped by the reader"/);
    assert.equal((await page.$$(".unroll-progress")).length, 1);
  });
});
