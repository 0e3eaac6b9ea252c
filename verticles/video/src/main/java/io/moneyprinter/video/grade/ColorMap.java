package io.moneyprinter.video.grade;

/** Turns one colour into another. */
@FunctionalInterface
interface ColorMap {
  /**
   * @param rgb gamma-coded red, green and blue, 0 to 1; takes the result, which may lie outside
   */
  void apply(double[] rgb);

  /** Red, green and blue by their part of the luma, as ITU-R BT.709 weighs them. */
  static double luma(double[] rgb) {
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }
}
