/**
 * The bends between the linear steps of a network: ReLU and GELU, number in, number out.
 * Called by the small transformer, and by plots of the two curves.
 */

/** Negative numbers become 0, the rest stay: max(0, x). @example relu(-2)  // 0 */
export function relu(x: number): number {
  return x > 0 ? x : 0;
}

/**
 * The Gaussian error linear unit: x · Φ(x), where Φ is the share of the bell curve below x.
 *
 * @example gelu(1)  // 0.8413
 * @see Hendrycks and Gimpel 2016, Gaussian Error Linear Units
 */
export function gelu(x: number): number {
  return x * bellShareBelow(x);
}

/**
 * GELU as GPT-2 computes it: ½x(1 + tanh(√(2/π)(x + 0.044715x³))), within 5e-4 of `gelu`.
 *
 * @see openai/gpt-2, src/model.py
 */
export function geluTanh(x: number): number {
  return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)));
}

/** The share of the bell curve that lies below x, 0..1. @example bellShareBelow(0)  // 0.5 */
export function bellShareBelow(x: number): number {
  return 0.5 * (1 + erf(x / Math.SQRT2));
}

/**
 * The error function (2/√π)∫₀ˣ e^(-t²) dt, within 1e-15.
 *
 * By the series e^(-x²) Σ 2ⁿ x^(2n+1) / (2n+1)!!, whose terms all have one sign, so nothing cancels.
 *
 * @example erf(1)  // 0.8427007929497149
 * @see NIST Digital Library of Mathematical Functions, 7.6.2
 */
export function erf(x: number): number {
  if (Number.isNaN(x)) return NaN;
  // 1 - erf(6) is 2e-17, below the last bit of 1.
  if (Math.abs(x) >= 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
