import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import manifest from "../../data/manifest.json" with { type: "json" };
import { type Corpus, jenaClimate, jenaWeatherCorpus, standInClimate } from "../../lib/datasets/mod.ts";
import { columnOf } from "../../lib/series/mod.ts";
import { hasMirror } from "./_has_mirror.ts";
import { makeZip } from "./_make_zip.ts";
import { serve, temporaryFolder } from "./_server.ts";

const NAMES = Object.keys(standInClimate({ rows: 1 }).columns);
const csv = (days: number[], year = 2009) =>
  [["Date Time", ...NAMES].join(","), ...days.map((day) => `0${day}.01.${year} 00:10:00${",1.5".repeat(14)}`)]
    .join("\r\n");

function corpus(name: string, bytes: Uint8Array, url?: string): Corpus {
  const file = { path: name, bytes: bytes.length, url };
  return { id: "jena", title: "Jena", origin: "a test", licence: "none", editions: [[file]] };
}

const whole = standInClimate();

Deno.test("standInClimate: the same measurements on every machine, another weather for another seed", () => {
  const hash = createHash("sha256");
  for (const column of Object.values(whole.columns)) hash.update(new Uint8Array(column.buffer));
  const { sha256, rows } = manifest.standIns.jena_climate;
  assert.deepEqual([whole.times.length, hash.digest("hex")], [rows, sha256]);
  const few = standInClimate({ rows: 100 });
  assert.deepEqual(few.columns["T (degC)"], whole.columns["T (degC)"]!.slice(0, 100));
  assert.notDeepEqual(standInClimate({ rows: 100, seed: 1 }), few);
});

Deno.test("standInClimate: the temperature of 24 hours before is right to 3 °C on 50 to 80 %", () => {
  const temperature = columnOf(whole, "T (degC)"), days = temperature.length - 144;
  const right = temperature.subarray(144).reduce(
    (sum, now, i) => sum + Number(Math.abs(now - temperature[i]!) <= 3),
    0,
  );
  assert.ok(right / days > 0.5 && right / days < 0.8, `${right / days}`);
});

Deno.test("standInClimate: summers are warm, afternoons too, and air is never wetter than wet", () => {
  const mean = (keep: (time: Date) => boolean) => {
    const kept = columnOf(whole, "T (degC)").filter((_, row) => keep(new Date(whole.times[row]!)));
    return kept.reduce((sum, value) => sum + value, 0) / kept.length;
  };
  assert.ok(mean((time) => time.getUTCMonth() === 6) > 15 + mean((time) => time.getUTCMonth() === 0));
  assert.ok(mean((time) => time.getUTCHours() === 14) > 3 + mean((time) => time.getUTCHours() === 3));
  assert.ok(columnOf(whole, "rh (%)").every((value) => value > 0 && value < 100));
  for (const rows of [0, 1.5]) assert.throws(() => standInClimate({ rows }), RangeError);
});

Deno.test("jenaClimate: the classic archive is downloaded, read out of its zip, and its rows are counted", async () => {
  using cache = temporaryFolder();
  const bytes = makeZip({ "classic.csv": csv([1, 2, 2, 3]) });
  await using server = serve(bytes);
  const options = { corpus: corpus("classic.csv.zip", bytes, server.url), cache: cache.path, mirrors: [] };
  const { source, measurements, files, sourceNote } = await jenaClimate({ ...options, rows: 4 });
  assert.deepEqual([source, [...measurements.times]], [
    "download",
    [1, 2, 3].map((day) => Date.UTC(2009, 0, day, 0, 10)),
  ]);
  assert.deepEqual([Object.keys(measurements.columns), files[0]!.report.repeated], [NAMES, 1]);
  assert.match(sourceNote, /sizes verified/);
  await assert.rejects(jenaClimate({ ...options, rows: 5 }), {
    name: "CorruptError",
    message: /as the station's table: it has 4 rows, not 5; remove it and run again: rm '/,
  });
});

Deno.test("jenaClimate: where the classic file can't be had, years of the same station take its place, and it says so", async () => {
  using mirror = temporaryFolder();
  const first = gzipSync(csv([1, 2])), second = gzipSync(csv([1, 2, 3], 2024));
  const parts: [string, Uint8Array][] = [["first.csv.gz", first], ["second.csv.gz", second]];
  Deno.mkdirSync(join(mirror.path, "years"));
  for (const [name, bytes] of parts) Deno.writeFileSync(join(mirror.path, "years", name), bytes);
  const editions = [parts.map(([path, { length }]) => ({ path, bytes: length }))];
  const years = { ...corpus("", first), id: "years", title: "Years", editions };
  const dataset = await jenaClimate({
    corpus: corpus("classic.csv.zip", new Uint8Array(9)),
    substitute: years,
    mirrors: [mirror.path],
    sources: ["mirror"],
  });
  assert.deepEqual([dataset.id, dataset.source, dataset.measurements.times.length], ["years", "mirror", 5]);
  assert.match(dataset.sourceNote, /^Years, from the mirror .*The classic file could not be had: the mirror/);
});

Deno.test("jenaClimate: a table without the station's columns is damaged", async () => {
  using cache = temporaryFolder();
  Deno.mkdirSync(join(cache.path, "jena"));
  for (const text of ["Date Time,T (degC)\n01.01.2009 00:10:00,1\n", csv([1]).replace("1.5", "warm")]) {
    const bytes = makeZip({ "classic.csv": text });
    Deno.writeFileSync(join(cache.path, "jena", "classic.csv.zip"), bytes);
    const options = { corpus: corpus("classic.csv.zip", bytes), cache: cache.path, rows: 1 };
    await assert.rejects(jenaClimate(options), {
      name: "CorruptError",
      message: /with the column|as a number: "warm"/,
    });
  }
  const other = makeZip({ "other.csv": "x" });
  Deno.writeFileSync(join(cache.path, "jena", "classic.csv.zip"), other);
  const options = { corpus: corpus("classic.csv.zip", other), cache: cache.path };
  await assert.rejects(jenaClimate(options), { name: "CorruptError", message: /it holds other.csv/ });
});

Deno.test("jenaClimate: the stand-in is labelled as one, and nothing else takes its place unasked", async () => {
  const { source, title, measurements } = await jenaClimate({ sources: ["stand-in"] });
  assert.deepEqual([source, measurements], ["stand-in", whole]);
  assert.ok(title.startsWith("stand-in for "));
  await assert.rejects(jenaClimate({ sources: ["cache"], cache: "nowhere" }), { name: "MissingError" });
});

Deno.test({
  name: "jenaClimate: 2020 and 2024 from the mirror, with what is wrong in them counted",
  ignore: !hasMirror("jena_weather"),
  fn: async () => {
    const { measurements, files, id } = await jenaClimate({ sources: ["mirror"] });
    if (id !== jenaWeatherCorpus.id) return; // a mirror with the classic file
    assert.deepEqual(files.map(({ report }) => [report.rows, report.repeated, report.gaps.length]), [[
      52_696,
      1,
      1,
    ], [19_132, 0, 0]]);
    assert.deepEqual([measurements.times.length, Object.keys(measurements.columns)], [71_827, NAMES]);
    assert.equal(columnOf(measurements, "T (degC)")[52_695], Math.fround(18.76));
    assert.ok(files[0]!.report.missing["wv (m/s)"] === 1);
  },
});
