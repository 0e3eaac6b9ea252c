package io.moneyprinter.speech.align;

/** The fast Fourier transform (J. W. Cooley and J. W. Tukey, 1965), in place. Immutable. */
final class Fourier {
  private final double[] cosines;
  private final double[] sines;

  /**
   * @param length of what is transformed, a power of two
   */
  Fourier(int length) {
    cosines = new double[length / 2];
    sines = new double[length / 2];
    for (int k = 0; k < length / 2; k++) {
      cosines[k] = Math.cos(2 * Math.PI * k / length);
      sines[k] = -Math.sin(2 * Math.PI * k / length);
    }
  }

  void transform(double[] real, double[] imaginary) {
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
      int stride = n / length;
      for (int k = 0; k < length / 2; k++) {
        double cosine = cosines[k * stride];
        double sine = sines[k * stride];
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
