import assert from "node:assert/strict";
import { parseMeasurements, type ParseMeasurementsOptions } from "../../lib/series/mod.ts";

const HEAD = "Date Time,T (degC),wv (m/s)\n";
const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string, options?: ParseMeasurementsOptions) => parseMeasurements(bytes(text), options);
const refused = (text: string, name: string, message: RegExp, options?: ParseMeasurementsOptions) =>
  assert.throws(() => parse(text, options), { name, message });

Deno.test("parseMeasurements: the classic format, UTC, CR LF or LF, with or without a last line break", () => {
  for (const end of ["\n", "\r\n"]) {
    const rows = [
      "Date Time,T (degC),wv (m/s)",
      "01.01.2009 00:10:00,-8.02,1.03",
      "01.01.2009 00:20:00,-8.41,0.72",
    ];
    for (const text of [rows.join(end), rows.join(end) + end]) {
      const { measurements, report } = parse(text);
      assert.deepEqual([...measurements.times], [Date.UTC(2009, 0, 1, 0, 10), Date.UTC(2009, 0, 1, 0, 20)]);
      assert.deepEqual(measurements.columns["T (degC)"], Float32Array.of(-8.02, -8.41));
      assert.deepEqual([report.rows, report.unsorted, report.repeated, report.gaps], [2, 0, 0, []]);
    }
  }
});

Deno.test("parseMeasurements: times in every form it takes", () => {
  const times = {
    "2020-02-29 23:59:58": Date.UTC(2020, 1, 29, 23, 59, 58),
    "2020-02-29T23:59:58Z": Date.UTC(2020, 1, 29, 23, 59, 58),
    "2020-02-29 23:59": Date.UTC(2020, 1, 29, 23, 59),
    "2020-02-29": Date.UTC(2020, 1, 29),
    '"1749-01"': Date.UTC(1749, 0, 1),
    "31.12.2016 07:05:00": Date.UTC(2016, 11, 31, 7, 5),
    "2010/01/02 03:04": Date.UTC(2010, 0, 2, 3, 4),
    "2020-02-29T23:59:58.250Z": Date.UTC(2020, 1, 29, 23, 59, 58, 250),
    "2020-03-01 00:29:58.5+00:30": Date.UTC(2020, 1, 29, 23, 59, 58, 500),
    "2020-02-29 18:59-0500": Date.UTC(2020, 1, 29, 23, 59),
    "01.03.2020 01:00:00+02": Date.UTC(2020, 1, 29, 23),
  };
  for (const [text, time] of Object.entries(times)) {
    assert.equal(parse(`t,x\n${text},1`).measurements.times[0], time, text);
  }
});

Deno.test("parseMeasurements: what is no time is an error with its line", () => {
  const wrong = [
    "",
    "soon",
    "29.02.2019 00:00:00",
    "2019-13-01",
    "2019-01-32",
    "2019-01-01 24:00:00",
    "2019-01-01 00:60",
    "1/2/2019",
  ];
  for (
    const time of [
      ...wrong,
      "01.01.19 00:00:00",
      "2019-01-01 00:00:00:00",
      "2019-01-01 00",
      "2019",
      "01.2019",
      "00.01.2019",
      "0001-01-01",
      "2019-01-01 00:00.5",
      "2019-01-01 00:00:00.",
      "2019-01-01 00:00:00+25:00",
      "2019-01-01+01:00",
    ]
  ) {
    refused(`${HEAD}2019-01-01,1,2\n${time},1,2\n`, "SyntaxError", /line 3 as beginning with a time/);
  }
});

Deno.test("parseMeasurements: numbers as Number reads them", () => {
  const texts = [
    "0",
    "-0.5",
    "+7",
    "1008.89",
    ".5",
    "5.",
    "1e3",
    "-1.5E-2",
    "123456789012345678",
    "0.1234567890123456789",
    "-9998",
  ];
  const { measurements } = parse(
    "t,x\n" + texts.map((text, i) => `2020-01-${String(i + 1).padStart(2, "0")},${text}`).join("\n"),
  );
  assert.deepEqual(measurements.columns.x, Float32Array.from(texts, Number));
});

Deno.test("parseMeasurements: missing values become NaN and are counted", () => {
  const { measurements, report } = parse(`${HEAD}2020-01-01,-9999.00,1\n2020-01-02,,NA\n2020-01-03,3,NaN\n`);
  assert.deepEqual(measurements.columns["T (degC)"], Float32Array.of(NaN, NaN, 3));
  assert.deepEqual(report.missing, { "T (degC)": 2, "wv (m/s)": 2 });
  const own = parse("t;x\n2020-01-01;-1\n2020-01-02;-9999\n", { missing: [-1] });
  assert.deepEqual(own.measurements.columns.x, Float32Array.of(NaN, -9999));
});

Deno.test("parseMeasurements: what is no number is an error with its line and field", () => {
  for (const text of ["warm", "1.2.3", "--1", "1 2", "0x10", "Infinity", "1e", "."]) {
    refused(`${HEAD}2020-01-01,1,${text}\n`, "SyntaxError", /field 3 of line 2 as a number: "/);
  }
});

Deno.test("parseMeasurements: decimal commas", () => {
  const file = "Datum;T\n01.01.2009 00:10:00;-8,02\n";
  assert.deepEqual(parse(file, { decimal: "," }).measurements.columns.T, Float32Array.of(-8.02));
  refused(file, "SyntaxError", /"-8,02"; pass { decimal: "," } for decimal commas/);
  refused("t,T\n2020-01-01,-8,02\n", "SyntaxError", /line 2 as 2 fields: it has 3; are there decimal commas/);
  refused("t,T\n2020-01-01,-8\n", "RangeError", /both are ","/, { decimal: "," });
  refused("t;T\n2020-01-01;1.5\n", "SyntaxError", /"1.5"/, { decimal: "," });
  refused("t;T\n2020-01-01;1.5e3\n", "SyntaxError", /"1.5e3"/, { decimal: "," });
});

Deno.test("parseMeasurements: quoted fields, with separators and quotation marks in them", () => {
  const german = parse('"Datum, UTC","T, in ""C""",x\r\n"01.01.2009 00:10:00","-8,02",1\r\n', {
    decimal: ",",
  });
  assert.deepEqual(german.measurements.columns, {
    'T, in "C"': Float32Array.of(-8.02),
    x: Float32Array.of(1),
  });
  assert.deepEqual(parse('t;"a,b,c,d";x\n2020-01-01;"1";2\n').measurements.columns, {
    "a,b,c,d": Float32Array.of(1),
    x: Float32Array.of(2),
  });
  assert.deepEqual(parse('t,depth 5" down,x\n2020-01-01,1,2\n').measurements.columns.x, Float32Array.of(2));
});

Deno.test("parseMeasurements: unsorted and repeated times are put right and counted", () => {
  const { measurements, report } = parse("t,x\n2020-01-03,3\n2020-01-01,1\n2020-01-02,2\n2020-01-01,9\n");
  assert.deepEqual(measurements.columns.x, Float32Array.of(1, 2, 3));
  assert.deepEqual([report.rows, report.unsorted, report.repeated], [4, 3, 1]);
  const neighbours = parse("t,x\n2020-01-01,1\n2020-01-01,9\n2020-01-02,2\n");
  assert.deepEqual([neighbours.report.unsorted, neighbours.report.repeated], [0, 1]);
  assert.deepEqual(neighbours.measurements.columns.x, Float32Array.of(1, 2));
});

Deno.test("parseMeasurements: times that lack are reported", () => {
  const { report } = parse("t,x\n2020-01-01,1\n2020-01-02,2\n2020-01-06,2\n2020-01-07,2\n");
  const day = 86_400_000, after = Date.UTC(2020, 0, 2);
  assert.deepEqual(report.gaps, [{ row: 1, after, before: after + 4 * day, missing: 3 }]);
});

Deno.test("parseMeasurements: names in UTF-8 and in latin-1", () => {
  const text = "Date Time,SWDR (W/m²),PAR (µmol/m²/s)\n2020-01-01,1,2\n";
  const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const names = ["SWDR (W/m²)", "PAR (µmol/m²/s)"];
  for (
    const [file, encoding] of [[bytes(text), "utf-8"], [latin, "latin-1"], [
      bytes("\ufeff" + text),
      "utf-8",
    ]] as const
  ) {
    const { measurements, report } = parseMeasurements(file);
    assert.deepEqual([Object.keys(measurements.columns), report.encoding], [names, encoding]);
  }
});

Deno.test("parseMeasurements: columns by name, and an error for one that is missing or there twice", () => {
  const { measurements } = parse(`${HEAD}2020-01-01,1,2\n`, { columns: ["wv (m/s)"] });
  assert.deepEqual(Object.keys(measurements.columns), ["wv (m/s)"]);
  refused(
    `${HEAD}2020-01-01,1,2\n`,
    "RangeError",
    /with the column "p \(mbar\)": the file has no such: "Date Time", "T/,
    {
      columns: ["p (mbar)"],
    },
  );
  refused("t,x,x\n2020-01-01,1,2\n", "RangeError", /has more than one such/);
  refused(`${HEAD}2020-01-01,1,2\n`, "RangeError", /"when"/, { time: "when" });
});

Deno.test("parseMeasurements: a file without names, with year and month in columns", () => {
  const file = "1749;01;1749.042;  96.7; -1.0;   -1;1\n1749;02;1749.123; 104.3; -1.0;   -1;1\n";
  const names = ["year", "month", "decimal year", "sunspots", "deviation", "observations", "definitive"];
  const options = { names, time: ["year", "month"], columns: ["sunspots"] };
  const { measurements } = parse(file, options);
  assert.deepEqual([...measurements.times], [Date.UTC(1749, 0, 1), Date.UTC(1749, 1, 1)]);
  assert.deepEqual(measurements.columns.sunspots, Float32Array.of(96.7, 104.3));
  refused("1749;13;1;1;1;1;1\n", "SyntaxError", /line 1 as of a year, month and day: 1749, 13, 1/, options);
});

Deno.test("parseMeasurements: a file without rows, and rows of other lengths", () => {
  for (const text of ["", HEAD, HEAD + "\n\n"]) refused(text, "RangeError", /at least one row|no such/);
  refused(`${HEAD}2020-01-01,1\n`, "SyntaxError", /line 2 as 3 fields: it has 2$/);
});
