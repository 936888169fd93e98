const encoder = new TextEncoder();
const terminal = Deno.stdout.isTerminal();
let passing = false;

/** Prints a line that stays. */
export function say(line: string): void {
  print(`${wipe()}${line}\n`);
}

/** Prints a line that the next one replaces; on anything but a terminal it is left out. */
export function sayInPassing(line: string): void {
  if (!terminal) return;
  print(`${wipe()}${line.slice(0, 100)}`);
  passing = true;
}

function wipe(): string {
  const code = passing ? "\r\x1b[K" : "";
  passing = false;
  return code;
}

function print(text: string): void {
  let bytes = encoder.encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
}
