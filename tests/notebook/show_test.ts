import assert from "node:assert/strict";
import { audioPlayer, DISPLAY, displayable, modelSummary, say, show, table } from "../../lib/notebook/mod.ts";
import { bars, describe } from "../../lib/plots/mod.ts";
import { type Message, onPage, printed } from "./_page.ts";

async function shown(value: unknown, options?: Parameters<typeof show>[1]): Promise<Record<string, unknown>> {
  const messages = await onPage(() => show(value, options));
  assert.equal(messages[0]!.type, "display_data");
  return messages[0]!.content.data!;
}

Deno.test("show: a figure goes out as Plotly's type with its description beside it", async () => {
  const figure = bars([["e", 3]], { xTitle: "Character", yTitle: "Count" });
  const data = await shown(figure);
  const sent = data["application/vnd.plotly.v1+json"] as typeof figure;
  assert.deepEqual(sent.data, figure.data);
  assert.deepEqual(sent.layout, figure.layout);
  assert.equal(data["text/plain"], describe(figure));
});

Deno.test("show: records become a table with numbers to the right, escaped and counted", async () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => ({ name: `<b>${i}`, count: i * 1000, rest: i ? null : undefined }),
  );
  const data = await shown(rows, { caption: "Many & more", limit: 2 });
  const html = String(data["text/html"]);
  assert.match(html, /<caption[^>]*>Many &amp; more<\/caption>/);
  assert.match(html, /&lt;b&gt;1/);
  assert.doesNotMatch(html, /<b>/);
  assert.match(html, /text-align:right[^>]*>1,000</);
  assert.match(html, /28 more rows/);
  assert.equal(html.match(/<tr>/g)!.length, 3);
  const text =
    "Many & more\nname  count  rest\n----  -----  ----\n<b>0      0  –\n<b>1  1,000  –\n… 28 more rows";
  assert.equal(data["text/plain"], text);
});

Deno.test("show: a frame is recognised by its parts, its index shown where it says something", async () => {
  const frame = { columns: ["a", "b"], index: ["x", "y"], shape: [2, 2], values: [[1, "p"], [2, "q"]] };
  assert.equal((await shown(frame))["text/plain"], "   a  b\n-  -  -\nx  1  p\ny  2  q");
  const series = { columns: ["a"], index: [0, 1], shape: [2], values: [5, 6] };
  assert.equal((await shown(series))["text/plain"], "a\n-\n5\n6");
});

const layer = (name: string, outputShape: unknown, count: number): Record<string, unknown> => ({
  name,
  outputShape,
  getClassName: () => "Dense",
  countParams: () => count,
});

Deno.test("show: a model is its layers, shapes, parameters and totals", async () => {
  const model = {
    name: "small",
    layers: [
      { ...layer("in", [null, 5], 0), getClassName: () => "InputLayer" },
      layer("a", [null, 4], 10),
      layer("b", [[null, 2], [null, 3]], 5),
    ],
    countParams: () => 15,
    trainableWeights: [{ shape: [2, 5] }],
  };
  const data = await shown(model);
  const text = String(data["text/plain"]);
  assert.match(text, /Model small/);
  assert.doesNotMatch(text, /InputLayer/);
  assert.match(text, /a \(Dense\) +\[any, 4\] +10/);
  assert.match(text, /b \(Dense\) +\[any, 2\], \[any, 3\] +5/);
  assert.match(text, /Parameters: 15 in all, 10 of them trained, 5 fixed\.$/);
  assert.deepEqual(modelSummary(model as never)[DISPLAY]!(), data);
});

Deno.test("show: a summary of the models room is the same table", async () => {
  const rows = [{ name: "gru", kind: "GRU", shape: [64, null, 1024], parameters: 3938304 }];
  const data = await shown({ rows, parameters: 3938304, trainable: 3938304 }, "The network");
  const text = String(data["text/plain"]);
  assert.match(
    text,
    /^The network\nLayer .*gru \(GRU\) +\[64, any, 1024\] +3,938,304\nParameters: 3,938,304 in all/s,
  );
});

Deno.test("show: text as it is, values as Deno prints them, tensors small or summed up", async () => {
  assert.equal((await shown("a\nb"))["text/plain"], "a\nb");
  assert.equal((await shown({ a: [1, 2] }))["text/plain"], "{ a: [ 1, 2 ] }");
  assert.equal((await shown([]))["text/plain"], "[]");
  assert.equal((await shown(null))["text/plain"], "null");
  const tensor = { dataSync: () => [1], size: 1, dtype: "int32", shape: [1], toString: () => "Tensor [1]" };
  assert.equal((await shown(tensor))["text/plain"], "Tensor [1]");
  assert.equal(
    (await shown({ ...tensor, size: 1e6, shape: [1000, 1000] }))["text/plain"],
    "Tensor int32 [1000, 1000]",
  );
});

Deno.test("show: a display of one's own wins, captions stand below what has none inside", async () => {
  assert.deepEqual(await shown(displayable({ "text/html": "<i>x</i>" })), { "text/html": "<i>x</i>" });
  const messages = await onPage(() => show(bars([["e", 3]], { xTitle: "x", yTitle: "y" }), "One <bar>"));
  assert.equal(messages.length, 2);
  assert.match(String(messages[1]!.content.data!["text/html"]), /One &lt;bar&gt;/);
  const text = await onPage(() => show("First Citizen:", "Temperature 1"));
  assert.deepEqual(text.map(({ content }) => content.data!["text/plain"]), [
    "Temperature 1",
    "First Citizen:",
  ]);
  assert.equal((await onPage(() => show(table([{ a: 1 }], { caption: "c" }), "c"))).length, 1);
});

Deno.test("show: a promise is refused", () => {
  assert.throws(
    () => show(Promise.resolve(1)),
    /TypeError: Cannot show a promise as its value: put `await` before it/,
  );
});

Deno.test("show: outside a notebook text is printed, and nothing throws", async () => {
  const text = await printed(() => {
    show(bars([["e", 3]], { xTitle: "Character", yTitle: "Count" }), "Caption");
    show([{ a: 1 }]);
    say`There are ${1234} of them.`;
  });
  assert.match(text, /^Bar chart of Count.*\nCaption\na\n-\n1\nThere are 1,234 of them\.\n$/s);
});

Deno.test("say: Markdown, numbers formatted in templates only", async () => {
  const said = async (work: () => void): Promise<Message["content"]["data"]> =>
    (await onPage(work))[0]!.content.data;
  assert.deepEqual(
    await said(() => say`**${1115394}** characters, loss ${4.18965}, year ${String(1986)}, ${null}.`),
    {
      "text/markdown": "**1,115,394** characters, loss 4.19, year 1986, null.",
      "text/plain": "1,115,394 characters, loss 4.19, year 1986, null.",
    },
  );
  assert.equal((await said(() => say("plain 1000")))!["text/markdown"], "plain 1000");
  const marked = "a *training* loss, **not** `x`, 3 * 4 and 2*3";
  assert.equal((await said(() => say(marked)))!["text/plain"], "a training loss, not x, 3 * 4 and 2*3");
});

Deno.test("audioPlayer: a WAV file inside the page, with the samples that were given", () => {
  const samples = [0, 0.5, -1, 2, NaN];
  const bundle = audioPlayer({ samples, sampleRate: 8000 }, { caption: "<A>" })[DISPLAY]!();
  const html = String(bundle["text/html"]);
  assert.match(html, /<figcaption>&lt;A&gt;: 0 s at 8000 Hz/);
  const bytes = Uint8Array.fromBase64(/base64,([^"]+)"/.exec(html)![1]!), view = new DataView(bytes.buffer);
  assert.equal(
    new TextDecoder().decode(bytes.slice(0, 4)) + new TextDecoder().decode(bytes.slice(8, 16)),
    "RIFFWAVEfmt ",
  );
  assert.equal(view.getUint32(4, true), bytes.length - 8);
  assert.equal(view.getUint32(24, true), 8000);
  assert.deepEqual(samples.map((_, i) => view.getInt16(44 + 2 * i, true)), [0, 16384, -32767, 32767, 0]);
});

Deno.test("audioPlayer: bad sound is refused", () => {
  assert.throws(
    () => audioPlayer({ samples: [], sampleRate: 8000 }),
    /RangeError: Cannot play sound as samples: there are none/,
  );
  assert.throws(
    () => audioPlayer({ samples: [0], sampleRate: 0 }),
    /RangeError: Cannot play sound as samples a second: .* 0/,
  );
});
