import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import manifest from "../../data/manifest.json" with { type: "json" };
import { standInSunspots, sunspots, sunspotsCorpus } from "../../lib/datasets/mod.ts";
import { autocorrelation } from "../../lib/series/mod.ts";
import { hasMirror } from "./_has_mirror.ts";
import { temporaryFolder } from "./_server.ts";

const numbers = standInSunspots().columns.sunspots!;

Deno.test("standInSunspots: the same numbers on every machine, others for another seed", () => {
  const sha256 = createHash("sha256").update(new Uint8Array(numbers.buffer)).digest("hex");
  assert.deepEqual([numbers.length, sha256], [
    manifest.standIns.sunspots.months,
    manifest.standIns.sunspots.sha256,
  ]);
  assert.notDeepEqual(standInSunspots({ seed: 1 }), standInSunspots());
  for (const months of [0, 1.5]) assert.throws(() => standInSunspots({ months }), RangeError);
});

Deno.test("standInSunspots: the month before is right to 20 on 50 to 80 %; cycles of about eleven years", () => {
  const right = numbers.subarray(1).filter((now, i) => Math.abs(now - numbers[i]!) <= 20).length /
    (numbers.length - 1);
  assert.ok(right > 0.5 && right < 0.8, `${right}`);
  const r = autocorrelation(numbers, { lags: 200 }), back = r.subarray(96, 168);
  assert.ok(Math.max(...back) > 0.3 && Math.min(...r.subarray(40, 90)) < -0.2);
});

Deno.test("sunspots: the stand-in is labelled as one", async () => {
  const { source, title, measurements } = await sunspots({ sources: ["stand-in"] });
  assert.deepEqual([source, measurements], ["stand-in", standInSunspots()]);
  assert.ok(title.startsWith("stand-in for "));
});

Deno.test("sunspots: each file in its own format", async () => {
  const texts = {
    "SN_m_tot_V2.0.csv": "1749;01;1749.042;  96.7; -1.0;   -1;1\r\n1749;02;1749.123; 104.3; -1.0;   -1;1\r\n",
    "monthly-sunspots.csv": '"Month","Sunspots"\n"1749-01",96.7\n"1749-02",104.3\n',
  };
  for (const [path, text] of Object.entries(texts)) {
    using mirror = temporaryFolder();
    Deno.mkdirSync(join(mirror.path, "sunspots"));
    Deno.writeTextFileSync(join(mirror.path, "sunspots", path), text);
    const corpus = { ...sunspotsCorpus, editions: [[{ path, bytes: text.length }]] };
    const { measurements } = await sunspots({ corpus, mirrors: [mirror.path], sources: ["mirror"] });
    assert.deepEqual([...measurements.times], [Date.UTC(1749, 0), Date.UTC(1749, 1)]);
    assert.deepEqual(measurements.columns.sunspots, Float32Array.of(96.7, 104.3));
    Deno.writeTextFileSync(join(mirror.path, "sunspots", path), text.replace("104.3", "many!"));
    await assert.rejects(sunspots({ corpus, mirrors: [mirror.path], sources: ["mirror"] }), {
      name: "CorruptError",
      message: /as sunspot numbers: .*"many!"; remove it and run again/,
    });
  }
});

Deno.test({
  name: "sunspots: 3,288 months from the mirror, none missing",
  ignore: !hasMirror("sunspots"),
  fn: async () => {
    const { measurements, files } = await sunspots({ sources: ["mirror"] });
    assert.deepEqual([measurements.times.length, files[0]!.report.gaps.length, files[0]!.report.missing], [
      3288,
      0,
      { sunspots: 0 },
    ]);
    assert.equal(new Date(measurements.times.at(-1)!).toISOString().slice(0, 7), "2022-12");
  },
});
