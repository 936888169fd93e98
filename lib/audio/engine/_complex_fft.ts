/**
 * A Fourier transform of one length, in place: X[k] = Σ x[j] exp(-2πi jk/n). Lengths of small factors go through Stockham's
 * passes of 4, 2, 3, 5, 7, 11 and 13; others through Bluestein's convolution.
 */
export type ComplexFFT = (re: Float64Array, im: Float64Array) => void;

/** One pass's input, output and place in the whole. */
interface Pass {
  from: readonly [Float64Array, Float64Array];
  to: readonly [Float64Array, Float64Array];
  /** Length of the transforms that are left, over the radix. */
  m: number;
  /** How many of them lie side by side. */
  stride: number;
}

/** Makes the transform of a length. */
export function complexFFT(length: number): ComplexFFT {
  const radices = factors(length);
  return radices ? stockham(length, radices) : bluestein(length);
}

function factors(length: number): number[] | undefined {
  const found: number[] = [];
  for (const radix of [4, 2, 3, 5, 7, 11, 13]) {
    while (length % radix === 0) {
      found.push(radix);
      length /= radix;
    }
  }
  return length === 1 ? found : undefined;
}

function stockham(length: number, radices: readonly number[]): ComplexFFT {
  const cos = new Float64Array(length), sin = new Float64Array(length); // in a plain loop: three times as fast
  for (let i = 0; i < length; i++) {
    cos[i] = Math.cos(2 * Math.PI * i / length);
    sin[i] = -Math.sin(2 * Math.PI * i / length);
  }
  const spare = [new Float64Array(length), new Float64Array(length)] as const;
  return (re, im) => {
    let from: Pass["from"] = [re, im], to: Pass["to"] = spare, left = length, stride = 1;
    for (const radix of radices) {
      left /= radix;
      const pass = { from, to, m: left, stride };
      if (radix === 4) pass4(pass, cos, sin);
      else if (radix === 2) pass2(pass, cos, sin);
      else passOdd(pass, radix, [cos, sin]);
      [from, to] = [to, from];
      stride *= radix;
    }
    if (from[0] === re) return;
    re.set(from[0]);
    im.set(from[1]);
  };
}

function pass4({ from, to, m, stride }: Pass, cos: Float64Array, sin: Float64Array): void {
  const [xr, xi] = from, [yr, yi] = to, quarter = stride * m;
  for (let p = 0; p < m; p++) {
    const w = p * stride;
    const c1 = cos[w]!, s1 = sin[w]!, c2 = cos[2 * w]!, s2 = sin[2 * w]!, c3 = cos[3 * w]!, s3 = sin[3 * w]!;
    let read = w, write = 4 * w;
    for (let q = 0; q < stride; q++, read++, write++) {
      const ar = xr[read]!, ai = xi[read]!, br = xr[read + quarter]!, bi = xi[read + quarter]!;
      const cr = xr[read + 2 * quarter]!, ci = xi[read + 2 * quarter]!;
      const dr = xr[read + 3 * quarter]!, di = xi[read + 3 * quarter]!;
      const er = ar + cr, ei = ai + ci, fr = ar - cr, fi = ai - ci;
      const gr = br + dr, gi = bi + di, hr = bi - di, hi = dr - br; // h = -i (b - d)
      yr[write] = er + gr;
      yi[write] = ei + gi;
      const ur = fr + hr, ui = fi + hi, vr = er - gr, vi = ei - gi, zr = fr - hr, zi = fi - hi;
      yr[write + stride] = ur * c1 - ui * s1;
      yi[write + stride] = ur * s1 + ui * c1;
      yr[write + 2 * stride] = vr * c2 - vi * s2;
      yi[write + 2 * stride] = vr * s2 + vi * c2;
      yr[write + 3 * stride] = zr * c3 - zi * s3;
      yi[write + 3 * stride] = zr * s3 + zi * c3;
    }
  }
}

function pass2({ from, to, m, stride }: Pass, cos: Float64Array, sin: Float64Array): void {
  const [xr, xi] = from, [yr, yi] = to, part = stride * m;
  for (let p = 0; p < m; p++) {
    const c = cos[p * stride]!, s = sin[p * stride]!;
    for (let read = stride * p, end = read + stride, write = 2 * read; read < end; read++, write++) {
      const ar = xr[read]!, ai = xi[read]!, br = xr[read + part]!, bi = xi[read + part]!;
      const dr = ar - br, di = ai - bi;
      yr[write] = ar + br;
      yi[write] = ai + bi;
      yr[write + stride] = dr * c - di * s;
      yi[write + stride] = dr * s + di * c;
    }
  }
}

/**
 * A pass of an odd radix r: inputs j and r - j meet conjugate factors, so that their sum meets the cosine and their difference the
 * sine, and outputs k and r - k come of the same four sums.
 */
function passOdd({ from, to, m, stride }: Pass, radix: number, [cos, sin]: readonly Float64Array[]): void {
  const [xr, xi] = from, [yr, yi] = to, part = stride * m, half = (radix - 1) / 2;
  const factor = oddFactors(radix), pairs = new Float64Array(4 * half);
  for (let p = 0; p < m; p++) {
    for (let q = 0; q < stride; q++) {
      const read = stride * p + q, write = stride * radix * p + q, ar = xr[read]!, ai = xi[read]!;
      let sr = ar, si = ai;
      for (let j = 1, at = 0; j <= half; j++, at += 4) {
        const b = read + part * j, c = read + part * (radix - j);
        sr += pairs[at] = xr[b]! + xr[c]!;
        si += pairs[at + 1] = xi[b]! + xi[c]!;
        pairs[at + 2] = xr[b]! - xr[c]!;
        pairs[at + 3] = xi[b]! - xi[c]!;
      }
      yr[write] = sr;
      yi[write] = si;
      for (let k = 1, f = 0; k <= half; k++) {
        let er = ar, ei = ai, or = 0, oi = 0;
        for (let at = 0; at < pairs.length; at += 4, f += 2) {
          const c = factor[f]!, s = factor[f + 1]!;
          er += pairs[at]! * c;
          ei += pairs[at + 1]! * c;
          or += pairs[at + 3]! * s;
          oi -= pairs[at + 2]! * s;
        }
        const w = p * k * stride, v = p * (radix - k) * stride;
        const ur = er + or, ui = ei + oi, vr = er - or, vi = ei - oi;
        const one = write + stride * k, other = write + stride * (radix - k);
        yr[one] = ur * cos![w]! - ui * sin![w]!;
        yi[one] = ur * sin![w]! + ui * cos![w]!;
        yr[other] = vr * cos![v]! - vi * sin![v]!;
        yi[other] = vr * sin![v]! + vi * cos![v]!;
      }
    }
  }
}

/** Cosine and sine of 2π jk / radix by turns, for j and k from 1 to half. */
function oddFactors(radix: number): Float64Array {
  const half = (radix - 1) / 2, factors = new Float64Array(2 * half * half);
  for (let k = 1, at = 0; k <= half; k++) {
    for (let j = 1; j <= half; j++, at += 2) {
      factors[at] = Math.cos(2 * Math.PI * j * k / radix);
      factors[at + 1] = Math.sin(2 * Math.PI * j * k / radix);
    }
  }
  return factors;
}

/** Bluestein: jk = (j² + k² - (k - j)²) / 2 turns the sum into a convolution with a chirp, done at a power of two. */
function bluestein(length: number): ComplexFFT {
  const size = 2 ** Math.ceil(Math.log2(2 * length - 1)), run = complexFFT(size);
  const angle = (i: number): number => Math.PI * ((i * i) % (2 * length)) / length;
  const cos = Float64Array.from({ length }, (_, i) => Math.cos(angle(i)));
  const sin = Float64Array.from({ length }, (_, i) => Math.sin(angle(i)));
  const br = new Float64Array(size), bi = new Float64Array(size);
  for (let i = 0; i < length; i++) {
    br[i] = br[(size - i) % size] = cos[i]!;
    bi[i] = bi[(size - i) % size] = sin[i]!;
  }
  run(br, bi);
  const ar = new Float64Array(size), ai = new Float64Array(size);
  return (re, im) => {
    ar.fill(0);
    ai.fill(0);
    for (let i = 0; i < length; i++) {
      ar[i] = re[i]! * cos[i]! + im[i]! * sin[i]!;
      ai[i] = im[i]! * cos[i]! - re[i]! * sin[i]!;
    }
    run(ar, ai);
    for (let i = 0; i < size; i++) { // the conjugate of the product, whose transform is the inverse's conjugate
      const r = ar[i]! * br[i]! - ai[i]! * bi[i]!;
      ai[i] = -(ar[i]! * bi[i]! + ai[i]! * br[i]!);
      ar[i] = r;
    }
    run(ar, ai);
    for (let i = 0; i < length; i++) {
      const r = ar[i]! / size, j = -ai[i]! / size;
      re[i] = r * cos[i]! + j * sin[i]!;
      im[i] = j * cos[i]! - r * sin[i]!;
    }
  };
}
