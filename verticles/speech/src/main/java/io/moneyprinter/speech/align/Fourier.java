package io.moneyprinter.speech.align;

/** The fast Fourier transform (J. W. Cooley and J. W. Tukey, 1965), in place. */
final class Fourier {
  private Fourier() {}

  /**
   * @param real a power of two long
   */
  static void transform(double[] real, double[] imaginary) {
    int n = real.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        swap(real, i, j);
        swap(imaginary, i, j);
      }
    }
    for (int length = 2; length <= n; length <<= 1) {
      double angle = -2 * Math.PI / length;
      for (int k = 0; k < length / 2; k++) {
        double cosine = Math.cos(angle * k);
        double sine = Math.sin(angle * k);
        for (int i = k; i < n; i += length) {
          int other = i + length / 2;
          double re = real[other] * cosine - imaginary[other] * sine;
          double im = real[other] * sine + imaginary[other] * cosine;
          real[other] = real[i] - re;
          imaginary[other] = imaginary[i] - im;
          real[i] += re;
          imaginary[i] += im;
        }
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double value = values[i];
    values[i] = values[j];
    values[j] = value;
  }
}
