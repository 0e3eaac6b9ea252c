package io.moneyprinter.materials.source.made;

import java.util.Comparator;
import java.util.List;

/** A width and a height, or their ratio. */
record Shape(int width, int height) {
  /** Of {@code 1024x1536} or {@code 9:16}. */
  static Shape of(String text) {
    String[] sides = text.split("[x:]");
    return new Shape(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
  }

  /** The one of some shapes that loses least when it covers a canvas. */
  static String nearest(List<String> shapes, int width, int height) {
    double wanted = Math.log(width / (double) height);
    return shapes.stream()
        .min(Comparator.comparingDouble(text -> Math.abs(of(text).log() - wanted)))
        .orElseThrow();
  }

  private double log() {
    return Math.log(width / (double) height);
  }
}
