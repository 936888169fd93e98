import assert from "node:assert/strict";
import { join } from "node:path";
import { voiceActivityFolder, type VoiceActivityFolderOptions } from "../../lib/datasets/mod.ts";
import { temporaryFolder } from "./_server.ts";
import { tone } from "./_sounds.ts";

/** The recordings of a folder of half-second tones, one per label file. */
async function labelled(
  labels: Readonly<Record<string, string>>,
  options?: VoiceActivityFolderOptions,
  sounds = Object.keys(labels).map((name) => name.replace(/\..*/, ".wav")),
) {
  using folder = temporaryFolder();
  for (const name of sounds) await Deno.writeFile(join(folder.path, name), tone(0.5));
  for (const [name, text] of Object.entries(labels)) {
    await Deno.writeTextFile(join(folder.path, name), text);
  }
  return await Array.fromAsync(voiceActivityFolder(folder.path, options));
}

Deno.test("voiceActivityFolder: rows in every spelling, overlaps joined, silence where nothing is said", async () => {
  const found = await labelled({
    "a.lab": "0 0.1 sil\n0.1 0.3 speech\n0.2\t0.4\tspeech\n0.4 0.5 noise\n",
    "b.csv": "start,end,label\n0.1, 0.2, 1\n# a comment\n0.2;0.5;0\n",
    "c.txt": "",
    "d.tsv": "0.3\t0.504\n0.1\t0.2\n",
  });
  assert.deepEqual(found.map(({ id, segments }) => [id, segments]), [
    ["a", [{ start: 0.1, end: 0.4 }]],
    ["b", [{ start: 0.1, end: 0.2 }]],
    ["c", []],
    ["d", [{ start: 0.1, end: 0.2 }, { start: 0.3, end: 0.5 }]],
  ]);
  assert.deepEqual(found[2]!.evaluated, [{ start: 0, end: 0.5 }]);
  assert.equal(found[0]!.samples.length, 8000);
});

Deno.test("voiceActivityFolder: the meaning of labels can be chosen", async () => {
  const [found] = await labelled({ "a.lab": "0 0.2 anna\n0.2 0.5 door bell" }, {
    isSpeech: (label) => label === "anna",
  });
  assert.deepEqual(found!.segments, [{ start: 0, end: 0.2 }]);
});

Deno.test("voiceActivityFolder: labels longer or shorter than the sound are a RangeError", async () => {
  const name = "RangeError";
  await assert.rejects(labelled({ "a.lab": "0.1 0.6" }), { name, message: /they last 0.6 s, .* 0.5 s/ });
  await assert.rejects(labelled({ "a.lab": "0.1 0.2 sp\n0.2 0.4 sil" }), { name, message: /end at 0.4 s/ });
  assert.equal((await labelled({ "a.lab": "0.1 0.2 sp" })).length, 1); // speech alone may end early
});

Deno.test("voiceActivityFolder: a row that does not parse is a SyntaxError with its number", async () => {
  const name = "SyntaxError";
  for (const row of ["0.3 0.2", "0.3", "x 0.2 sp", "-1 0.2 sp"]) {
    await assert.rejects(labelled({ "a.lab": `0 0.1\n${row}` }), { name, message: /a\.lab .*line 2: / });
  }
  await assert.rejects(labelled({ "a.lab": "0 0.1 laughter" }), {
    name,
    message: /line 1: "laughter" is no/,
  });
});

Deno.test("voiceActivityFolder: a sound or labels without partner, or nothing, is a MissingError", async () => {
  const name = "MissingError";
  await assert.rejects(labelled({ "a.lab": "" }, {}, ["a.wav", "b.wav"]), { name, message: /b\.wav has no/ });
  await assert.rejects(labelled({ "a.lab": "", "b.lab": "" }, {}, ["a.wav"]), {
    name,
    message: /b\.lab has no partner/,
  });
  await assert.rejects(labelled({}), { name, message: /it has none; look: ls '/ });
  assert.equal((await labelled({ "a.lab": "", "README.txt": "x" }, {}, ["a.wav"])).length, 1);
});

Deno.test("voiceActivityFolder: a transcript beside the labels is not read, nor is what other systems hide there", async () => {
  const files = { "a.lab": "0.1 0.2", "a.txt": "hello world", "._a.wav": "x", ".hidden.txt": "x" };
  const [found] = await labelled(files, {}, ["a.wav"]);
  assert.deepEqual(found!.segments, [{ start: 0.1, end: 0.2 }]);
});
