import assert from "node:assert/strict";
import { describe, type Figure } from "../../lib/plots/mod.ts";
import { assertSnapshot } from "./_snapshot.ts";

/** What holds for every chart: its JSON is the one kept, it says what it shows, its axes have titles. */
export function testGallery(gallery: Record<string, () => Figure>): void {
  for (const [name, draw] of Object.entries(gallery)) {
    Deno.test(`plots: ${name} is the JSON kept in its snapshot`, () => assertSnapshot(draw(), name));

    Deno.test(`plots: ${name} is pure JSON, says what it shows in one line, and names its axes`, () => {
      const figure = draw();
      assert.deepEqual(JSON.parse(JSON.stringify(figure)), figure);
      assert.match(describe(figure), /^[A-Z].{30,}\.$/);
      const axes = Object.entries(figure.layout).filter(([key]) => /^[xy]axis\d*$/.test(key));
      assert.ok(axes.length >= 2);
      for (const [key, axis] of axes) {
        const { title } = axis as { title: { text: string } };
        assert.equal(typeof title.text, "string", key);
        assert.notEqual(title.text, "", key);
        assert.doesNotMatch(title.text, /\$/, "no TeX in charts");
      }
    });
  }
}
