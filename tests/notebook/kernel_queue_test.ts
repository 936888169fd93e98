import assert from "node:assert/strict";
import { Queue } from "../../lib/notebook/_kernel_queue.ts";
import { publishingAddress, Receipt } from "../../lib/notebook/_kernel_receipt.ts";

type Sent = [type: string, what: unknown];

function queueWith(receipt?: Partial<Receipt>): { queue: Queue; sent: Sent[] } {
  const sent: Sent[] = [];
  const broadcast = (type: string, content: Record<string, unknown>): void => {
    sent.push([type, content.text ?? (content.transient as { display_id?: string })?.display_id]);
  };
  return { queue: new Queue(broadcast, receipt as Receipt), sent };
}

Deno.test("kernel queue: text is gathered, the streams keep their order, displays come after the text before them", () => {
  const { queue, sent } = queueWith();
  queue.write("stdout", "a");
  queue.write("stdout", "b");
  queue.write("stderr", "c");
  queue.write("stdout", "d");
  queue.send("display_data", { transient: { display_id: "x" } });
  queue.write("stdout", "e");
  queue.flush();
  queue.flush();
  assert.deepEqual(sent, [
    ["stream", "ab"],
    ["stream", "c"],
    ["stream", "d"],
    ["display_data", "x"],
    ["stream", "e"],
  ]);
});

Deno.test("kernel queue: text goes out by itself after a while, and at once where there is much", async () => {
  const { queue, sent } = queueWith();
  queue.write("stdout", "soon");
  assert.ok(queue.pending);
  await new Promise((done) => setTimeout(done, 80));
  assert.deepEqual(sent, [["stream", "soon"]]);
  queue.write("stdout", "x".repeat(70_000));
  assert.equal(sent.length, 2);
});

Deno.test("kernel queue: with a receipt a marker is sent last, and only where something was sent", async () => {
  const marks: string[] = [];
  const awaited: Receipt["awaited"] = (send) => {
    send("m");
    marks.push("m");
    return Promise.resolve(true);
  };
  const { queue, sent } = queueWith({ awaited });
  await queue.settle();
  assert.deepEqual([sent, marks], [[], []]);
  queue.write("stdout", "a");
  await queue.settle();
  assert.deepEqual(sent, [["stream", "a"], ["update_display_data", "m"]]);
  assert.ok(!queue.pending);
});

Deno.test("kernel queue: without a receipt, or with one that fails, a time is waited that grows with the output", async () => {
  for (const receipt of [undefined, { awaited: () => Promise.resolve(false), blocked: () => false }]) {
    for (const settle of ["settle", "settleNow"] as const) {
      const { queue } = queueWith(receipt);
      for (let i = 0; i < 50; i++) queue.send("display_data", {});
      const start = performance.now();
      await queue[settle]();
      const waited = performance.now() - start;
      assert.ok(waited > 35, `${settle} waited ${waited} ms for 50 messages`);
    }
  }
});

Deno.test("kernel receipt: where nobody listens it says so, now and later", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 }), { port } = listener.addr as Deno.NetAddr;
  listener.close();
  const receipt = new Receipt({ hostname: "127.0.0.1", port });
  assert.equal(await receipt.awaited(() => {}), false);
  assert.equal(receipt.blocked(() => {}), false);
});

Deno.test("kernel receipt: outside a kernel there is no address", () => {
  assert.equal(publishingAddress(), undefined);
});
