import type { Bundle } from "./displayable.ts";

/** The part of `Deno.jupyter` that is used. */
export interface Jupyter {
  broadcast(type: string, content: Record<string, unknown>, options?: Record<string, unknown>): unknown;
  display(value: unknown, options?: { raw?: boolean; display_id?: string; update?: boolean }): Promise<void>;
  format(value: unknown): Promise<Bundle>;
}

/** How a message is sent: a name for later updates, or the update of an earlier one. */
export interface EmitOptions {
  id?: string;
  update?: boolean;
}

let replaced: Jupyter | undefined;

/** Puts another interface in the place of Deno's, for tests; undefined puts Deno's back. */
export function replaceJupyter(other: Jupyter | undefined): void {
  replaced = other;
}

/** Deno's Jupyter interface, or undefined outside a kernel, where Deno throws on the mere access. */
export function jupyter(): Jupyter | undefined {
  if (replaced) return replaced;
  try {
    const found = Reflect.get(Deno, "jupyter") as Partial<Jupyter> | undefined;
    return typeof found?.broadcast === "function" ? found as Jupyter : undefined;
  } catch {
    return undefined;
  }
}

/** Sends a bundle to the page; outside a kernel its text goes to standard output (updates are left out there). */
export function emit(bundle: Bundle, { id, update = false }: EmitOptions = {}): void {
  const kernel = jupyter();
  if (!kernel) {
    if (!update) print(`${bundle["text/plain"] ?? ""}`);
    return;
  }
  kernel.broadcast(update ? "update_display_data" : "display_data", {
    data: bundle,
    metadata: {},
    transient: id ? { display_id: id } : {},
  });
}

/** Writes a line to standard output; quiet where there is none. */
export function print(text: string): void {
  try {
    const bytes = new TextEncoder().encode(text + "\n");
    for (let from = 0; from < bytes.length;) from += Deno.stdout.writeSync(bytes.subarray(from));
  } catch { /* a closed pipe, or no Deno: there is nobody to tell */ }
}

/** An environment variable; undefined where it isn't set or may not be read (without asking for permission). */
export function env(name: string): string | undefined {
  try {
    const { state } = Deno.permissions.querySync({ name: "env", variable: name });
    return state === "granted" ? Deno.env.get(name) || undefined : undefined;
  } catch {
    return undefined;
  }
}
