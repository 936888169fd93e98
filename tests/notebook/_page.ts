import { type Jupyter, replaceJupyter } from "../../lib/notebook/_host.ts";

/** One message that went to the page. */
export interface Message {
  type: string;
  content: {
    data?: Record<string, unknown>;
    transient?: { display_id?: string };
    name?: string;
    text?: string;
  };
}

/** Runs `work` as if inside a kernel, and returns the messages that it sent. */
export async function onPage(work: () => unknown): Promise<Message[]> {
  const messages: Message[] = [];
  const broadcast: Jupyter["broadcast"] = (type, content) =>
    messages.push(structuredClone({ type, content }));
  replaceJupyter({ broadcast } as Jupyter);
  try {
    await work();
  } finally {
    replaceJupyter(undefined);
  }
  return messages;
}

/** Runs `work` outside a kernel and returns what it printed. */
export async function printed(work: () => unknown): Promise<string> {
  const write = Deno.stdout.writeSync, parts: string[] = [];
  Deno.stdout.writeSync = (bytes) => {
    parts.push(new TextDecoder().decode(bytes));
    return bytes.length;
  };
  try {
    await work();
  } finally {
    Deno.stdout.writeSync = write;
  }
  return parts.join("");
}

/** Sets environment variables for the time of `work`; undefined unsets one. */
export async function withEnv(
  values: Record<string, string | undefined>,
  work: () => unknown,
): Promise<void> {
  const before = Object.keys(values).map((name) => [name, Deno.env.get(name)] as const);
  const set = (name: string, value?: string): void =>
    value === undefined ? Deno.env.delete(name) : Deno.env.set(name, value);
  for (const [name, value] of Object.entries(values)) set(name, value);
  try {
    await work();
  } finally {
    for (const [name, value] of before) set(name, value);
  }
}
