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
      else passAny(pass, radix, [cos, sin]);
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

/** A pass of any radix, straight from the definition. */
function passAny({ from, to, m, stride }: Pass, radix: number, [cos, sin]: readonly Float64Array[]): void {
  const [xr, xi] = from, [yr, yi] = to, length = cos!.length, part = stride * m, turn = length / radix;
  for (let p = 0; p < m; p++) {
    for (let k = 0; k < radix; k++) {
      const c = cos![p * k * stride]!, s = sin![p * k * stride]!;
      for (let q = 0; q < stride; q++) {
        let re = 0, im = 0;
        for (let j = 0, w = 0; j < radix; j++, w = (w + k * turn) % length) {
          const a = xr[q + stride * p + part * j]!, b = xi[q + stride * p + part * j]!;
          re += a * cos![w]! - b * sin![w]!;
          im += a * sin![w]! + b * cos![w]!;
        }
        const write = q + stride * (radix * p + k);
        yr[write] = re * c - im * s;
        yi[write] = re * s + im * c;
      }
    }
  }
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
