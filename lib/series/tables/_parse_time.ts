const parts = new Int32Array(8);

/**
 * A moment in milliseconds, UTC, from the bytes of one field; NaN where they are none. It reads yyyy-mm(-dd)( |T)(HH:MM(:SS(.sss))) with
 * an optional Z or an offset such as +01:00, the same with / for -, and dd.mm.yyyy with the same times.
 */
export function parseTime(bytes: Uint8Array, from: number, to: number): number {
  const time = plainTime(bytes, from, to);
  return Number.isNaN(time) ? longTime(bytes, from, to) : time;
}

function plainTime(bytes: Uint8Array, from: number, to: number): number {
  const digits = readParts(bytes, from, to), dotted = bytes[from + 2] === 46; /* . */
  if (digits < 0) return NaN;
  const [year, day] = dotted ? [parts[2]!, parts[0]!] : [parts[0]!, parts[2]!];
  return startOfDay(year, parts[1]!, day) + timeOfDay();
}

/** A time, decimals of its second, and how far its clock is from UTC. */
const LONG =
  /^(.{8,10}[ T]\d\d?:\d\d(?::\d\d)?)((?<=:\d\d:\d\d)\.\d+)?(?:Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?)?$/;

function longTime(bytes: Uint8Array, from: number, to: number): number {
  const found = LONG.exec(String.fromCharCode(...bytes.subarray(from, Math.min(to, from + 64))));
  if (!found) return NaN;
  const [, plain, decimals = "0", sign, hours = "0", minutes = "0"] = found;
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return plainTime(bytes, from, from + plain!.length) + Math.round(Number(decimals) * 1e6) / 1e3 +
    (sign === "+" ? -ahead : ahead);
}

/** Fills `parts` with the numbers of the field; -1 where it does not look like a time. */
function readParts(bytes: Uint8Array, from: number, to: number): number {
  parts.fill(0);
  parts[2] = 1; // a month alone begins on its first day
  const dotted = bytes[from + 2] === 46;
  let count = 0, value = 0, width = 0;
  for (let at = from; at <= to; at++) {
    const digit = at < to ? bytes[at]! - 48 : -1;
    if (digit >= 0 && digit <= 9) value = 10 * value + digit, width++;
    else {
      if (!fits(count, width, dotted) || at < to && !separates(bytes[at]!, count, dotted)) return -1;
      parts[count++] = value;
      value = width = 0;
    }
  }
  return count === 2 && !dotted || count === 3 || count === 5 || count === 6 ? count : -1;
}

/** Years have four digits, everything else two at most. */
function fits(count: number, width: number, dotted: boolean): boolean {
  return count === (dotted ? 2 : 0) ? width === 4 : count < 6 && (width === 1 || width === 2);
}

/** What stands after the count-th number: -, / or . in a date, blank or T before the time, : in it. */
function separates(byte: number, count: number, dotted: boolean): boolean {
  if (count < 2) return dotted ? byte === 46 : byte === 45 || byte === 47;
  return count === 2 ? byte === 32 || byte === 84 : byte === 58;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** NaN for what is no day, and for years that `Date.UTC` takes for those of the last century. */
function startOfDay(year: number, month: number, day: number): number {
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return year < 100 || day < 1 || day > (DAYS[month - 1] ?? 0) + Number(leap)
    ? NaN
    : Date.UTC(year, month - 1, day);
}

function timeOfDay(): number {
  const hour = parts[3]!, minute = parts[4]!, second = parts[5]!;
  return hour > 23 || minute > 59 || second > 59 ? NaN : ((hour * 60 + minute) * 60 + second) * 1000;
}
