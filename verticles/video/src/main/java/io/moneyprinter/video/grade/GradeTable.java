package io.moneyprinter.video.grade;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Grade;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * All that a grade does to a colour, worked out once as one table. So whatever it consists of, it
 * costs one look-up a pixel, and it is the same for footage, stills, drawings and overlays.
 */
public final class GradeTable {
  /** Entries along a side: what most tables have, and enough for smooth changes. */
  private static final int SIZE = 33;

  private final List<ColorMap> steps;

  private GradeTable(List<ColorMap> steps) {
    this.steps = steps;
  }

  /**
   * The table of a grade, in the order of its components. Blocks.
   *
   * @throws ServiceFailure INVALID when its look-up table is none
   */
  public static GradeTable of(Grade grade, Function<Blob, Path> files) {
    List<ColorMap> steps = new ArrayList<>();
    if (given(grade.brightness(), 0)) {
      steps.add(rgb -> Tones.brighten(rgb, grade.brightness()));
    }
    if (given(grade.contrast(), 1)) {
      steps.add(rgb -> Tones.contrast(rgb, grade.contrast()));
    }
    if (given(grade.saturation(), 1)) {
      steps.add(rgb -> Tones.saturate(rgb, grade.saturation()));
    }
    if (given(grade.temperature(), 0)) {
      steps.add(rgb -> Tones.warm(rgb, grade.temperature()));
    }
    if (grade.filter() != null && grade.filter() != Grade.Filter.VIGNETTE) {
      steps.add(Look.of(grade.filter()));
    }
    if (grade.lut() != null) {
      steps.add(CubeFile.read(files.apply(grade.lut())));
    }
    return new GradeTable(steps);
  }

  private static boolean given(Double value, double neutral) {
    return value != null && value != neutral;
  }

  /** Whether every colour stays as it is. */
  public boolean neutral() {
    return steps.isEmpty();
  }

  /** A gamma-coded colour, 0 to 1, after the grade. */
  public double[] graded(double red, double green, double blue) {
    double[] rgb = {red, green, blue};
    for (ColorMap step : steps) {
      step.apply(rgb);
      for (int i = 0; i < 3; i++) {
        rgb[i] = Math.max(0, Math.min(1, rgb[i]));
      }
    }
    return rgb;
  }

  /** Writes it as FFmpeg's {@code lut3d} reads it. Blocks. */
  public void writeTo(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write("LUT_3D_SIZE " + SIZE + "\n");
      double step = 1.0 / (SIZE - 1);
      for (int b = 0; b < SIZE; b++) {
        for (int g = 0; g < SIZE; g++) {
          for (int r = 0; r < SIZE; r++) {
            double[] rgb = graded(r * step, g * step, b * step);
            out.write(String.format(Locale.ROOT, "%.6f %.6f %.6f\n", rgb[0], rgb[1], rgb[2]));
          }
        }
      }
    }
  }
}
