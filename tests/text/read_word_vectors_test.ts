import assert from "node:assert/strict";
import { readWordVectors } from "../../lib/text/mod.ts";

const GLOVE = "the 0.5 -1 2e-1\nking 1 0.2 0\nqueen 1 0.3 0\n";
const WINK = '{"precision":8,"size":2,"dimensions":3,"words":["the","\\""],' +
  '"vectors":{"the":[0.5,-1,0.2,1.1,0],"\\"":[1,2,3,3.7,1]},"unkVector":[0,0,0,0,-1]}';

async function withFile<T>(text: string, read: (path: string) => Promise<T>): Promise<T> {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, text);
    return await read(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("readWordVectors: GloVe's text, with and without a last line break, word2vec's sizes first", async () => {
  for (const text of [GLOVE, GLOVE.trimEnd(), `3 3\n${GLOVE}`, GLOVE.replaceAll("\n", "\r\n")]) {
    const vectors = await withFile(text, (path) => readWordVectors(path));
    assert.deepEqual(vectors.words, ["the", "king", "queen"]);
    assert.deepEqual(vectors.vectorOf("the"), Float32Array.of(0.5, -1, 0.2));
    assert.equal(vectors.vectorOf("fool"), undefined);
    assert.equal(vectors.dimensions, 3);
  }
});

Deno.test("readWordVectors: wink's JSON, without the norm and the index behind each vector", async () => {
  const vectors = await withFile(WINK, (path) => readWordVectors(path));
  assert.deepEqual(vectors.words, ["the", '"']);
  assert.deepEqual([...vectors.values], [...Float32Array.of(0.5, -1, 0.2, 1, 2, 3)]);
});

Deno.test("readWordVectors: a file longer than one piece, in both formats", async () => {
  const words = Array.from({ length: 20_000 }, (_, i) => `wörd${i}`);
  const glove = words.map((word, i) => `${word} ${i} ${-i}\n`).join("");
  const wink = `{"vectors":{${words.map((word, i) => `"${word}":[${i},${-i},0,${i}]`).join(",")}}}`;
  for (const text of [glove, wink]) {
    const vectors = await withFile(text, (path) => readWordVectors(path));
    assert.deepEqual(vectors.words, words);
    assert.deepEqual(vectors.vectorOf("wörd12345"), Float32Array.of(12345, -12345));
  }
});

Deno.test("readWordVectors: numbers are those of Number", async () => {
  const texts = [
    "-0.038194",
    "1e-7",
    "-2.5E+3",
    "007",
    "12345678901234.5",
    "123456789012345678",
    ".5",
    "5.",
    "-0",
    "+1",
    "3",
  ];
  const vectors = await withFile(`a ${texts.join(" ")}\n`, (path) => readWordVectors(path));
  assert.deepEqual([...vectors.values], texts.map((text) => Math.fround(Number(text))));
  for (const text of ["", "-", ".", "1.2.3", "--1", "NaN", "Infinity"]) {
    await assert.rejects(withFile(`a 1 ${text} 2\n`, (path) => readWordVectors(path)), {
      name: "CorruptError",
    }, text);
  }
});

Deno.test("readWordVectors: only some words, only the first ones", async () => {
  const some = await withFile(GLOVE, (path) => readWordVectors(path, { only: new Set(["queen", "fool"]) }));
  assert.deepEqual(some.words, ["queen"]);
  assert.deepEqual((await withFile(GLOVE, (path) => readWordVectors(path, { limit: 2 }))).words, [
    "the",
    "king",
  ]);
});

Deno.test("readWordVectors: bytes of any origin, let go when enough is read; errors name them", async () => {
  const bytesOf = (text: string) => new Response(text).body!;
  assert.deepEqual((await readWordVectors(bytesOf(GLOVE))).words, ["the", "king", "queen"]);
  assert.deepEqual((await readWordVectors(bytesOf(WINK))).words, ["the", '"']);
  const pieces = ["wö", "rd 1 2\n", "more 1 2\n"].map((text) => new TextEncoder().encode(text)),
    seen: unknown[] = [];
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (source) => pieces.forEach((piece) => source.enqueue(piece)), // and never ends
    cancel: () => void seen.push("cancelled"),
  });
  assert.deepEqual((await readWordVectors(stream, { limit: 1 })).words, ["wörd"]);
  assert.deepEqual(seen, ["cancelled"]);
  await assert.rejects(readWordVectors(bytesOf("a 1 x\n"), { name: "a.zip" }), {
    message: /Cannot read a.zip as/,
  });
  await assert.rejects(readWordVectors(bytesOf("a 1 x\n")), { message: /Cannot read the stream as/ });
});

const textOf = (text: string) => readWordVectors(new Response(text).body!);

Deno.test("readWordVectors: odd lines: spaces in words, blank lines, a word of white space, one twice", async () => {
  const odd = await textOf("the 1 2\n\n. . . 3 4\n \r\n\u00a0 5 6\nat name@domain.com 7 8 \nthe 9 9\n 1 1\n");
  assert.deepEqual(odd.words, ["the", ". . .", "\u00a0", "at name@domain.com", ""]);
  assert.deepEqual([...odd.values], [1, 2, 3, 4, 5, 6, 7, 8, 1, 1]);
  for (const text of ["the 1 2\nking 3 4 5\n", "the 1 2\nking  4 5\n", "the 1 2\n. . 3 4 5\n"]) {
    await assert.rejects(textOf(text), { name: "CorruptError", message: /as vectors of 2 numbers/ });
  }
});

Deno.test("readWordVectors: the first line's sizes are those of the file", async () => {
  assert.deepEqual((await textOf("2 2\n. . 3 4\nking 1 2\n")).words, [". .", "king"]);
  assert.deepEqual((await textOf("king 1\n2004 0\n")).words, ["king", "2004"]);
  const pieces = ["2 2\nk", "ing 1 2\nqueen 3 4"].map((text) => new TextEncoder().encode(text));
  assert.deepEqual((await readWordVectors(ReadableStream.from(pieces))).words, ["king", "queen"]);
  await assert.rejects(textOf("3 2\nking 1 2\nqueen 3 4\n"), {
    name: "CorruptError",
    message: /of 3 vectors, as its first line says: it has 2; get it again: rm '/,
  });
  await assert.rejects(textOf("1 3\nking 1 2\n"), {
    name: "CorruptError",
    message: /as vectors of 3 numbers/,
  });
  await assert.rejects(textOf("the 1 2\n2004 0"), {
    name: "CorruptError",
    message: /"2004" has 1, "0" at the end/,
  });
});

Deno.test("readWordVectors: mixed lengths, no numbers and broken files are errors", async () => {
  const corrupt = { name: "CorruptError", message: /as vectors of 3 numbers: "queen" has 2.*rm '/ };
  for (const text of [GLOVE.slice(0, -3), GLOVE.replace("0.3 ", "")]) {
    await assert.rejects(withFile(text, (path) => readWordVectors(path)), corrupt);
    await assert.rejects(
      withFile(text, (path) => readWordVectors(path, { only: new Set(["the"]) })),
      corrupt,
    );
  }
  await assert.rejects(withFile("a 1 x\n", (path) => readWordVectors(path)), {
    name: "CorruptError",
    message: /has 2, "1 x" at the end/,
  });
  await assert.rejects(withFile("a\n", (path) => readWordVectors(path)), { name: "CorruptError" });
  for (const end of [-20, -45, 40]) {
    await assert.rejects(withFile(WINK.slice(0, end), (path) => readWordVectors(path)), {
      name: "CorruptError",
    });
  }
  await assert.rejects(textOf(WINK.replace('the":[', 't\u0001e":[')), {
    name: "CorruptError",
    message: /^Cannot read the stream as JSON: "t.e"; get/,
  });
  await assert.rejects(withFile("", (path) => readWordVectors(path)), {
    name: "RangeError",
    message: /none of them/,
  });
  await assert.rejects(readWordVectors("no/such/file"), {
    name: "MissingError",
    message: /ls -l 'no\/such\/file'/,
  });
});
