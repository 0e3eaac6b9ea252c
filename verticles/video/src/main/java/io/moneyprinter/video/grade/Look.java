package io.moneyprinter.video.grade;

import io.moneyprinter.codecs.video.Grade;

/**
 * The colours of the ready-made looks. The vignette, which depends on the place, is none of them.
 */
final class Look {
  private Look() {}

  static ColorMap of(Grade.Filter filter) {
    return switch (filter) {
      case MONO -> rgb -> Tones.saturate(rgb, 0);
      case SEPIA -> Look::sepia;
      case VINTAGE -> Look::vintage;
      case VIVID -> Look::vivid;
      case CINEMA -> Look::cinema;
      case VIGNETTE -> rgb -> {};
    };
  }

  /** The tones of a toned silver print: a matrix that many programs share. */
  private static void sepia(double[] rgb) {
    double r = rgb[0];
    double g = rgb[1];
    double b = rgb[2];
    rgb[0] = 0.393 * r + 0.769 * g + 0.189 * b;
    rgb[1] = 0.349 * r + 0.686 * g + 0.168 * b;
    rgb[2] = 0.272 * r + 0.534 * g + 0.131 * b;
  }

  /** Blacks that have faded, whites that have yellowed. */
  private static void vintage(double[] rgb) {
    Tones.saturate(rgb, 0.72);
    rgb[0] = 0.085 + 0.9 * rgb[0];
    rgb[1] = 0.075 + 0.865 * rgb[1];
    rgb[2] = 0.095 + 0.69 * rgb[2];
  }

  private static void vivid(double[] rgb) {
    Tones.deepen(rgb, 0.3);
    Tones.saturate(rgb, 1.4);
  }

  /** Shadows towards teal, lights towards orange, the middle steeper. */
  private static void cinema(double[] rgb) {
    Tones.deepen(rgb, 0.35);
    double light = Math.max(0, Math.min(1, ColorMap.luma(rgb)));
    double shadow = (1 - light) * (1 - light);
    double high = light * light;
    rgb[0] += -0.06 * shadow + 0.08 * high;
    rgb[1] += 0.018 * shadow + 0.022 * high;
    rgb[2] += 0.07 * shadow - 0.085 * high;
    Tones.saturate(rgb, 1.08);
  }
}
