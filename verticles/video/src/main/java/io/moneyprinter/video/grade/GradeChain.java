package io.moneyprinter.video.grade;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Grade;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The filters of a grade.
 *
 * @param table its colours, written for {@code lut3d}; {@code null} when they stay
 * @param vignette whether the corners darken
 */
public record GradeChain(Path table, boolean vignette) {
  /** Changes nothing. */
  public static final GradeChain NONE = new GradeChain(null, false);

  /**
   * Writes what the filters will read. Blocks.
   *
   * @param grade may be {@code null}
   * @param file where its table goes
   * @throws io.moneyprinter.codecs.bus.ServiceFailure INVALID when its look-up table is none
   */
  public static GradeChain of(Grade grade, Function<Blob, Path> files, Path file)
      throws IOException {
    if (grade == null) {
      return NONE;
    }
    GradeTable table = GradeTable.of(grade, files);
    boolean corners = grade.filter() == Grade.Filter.VIGNETTE;
    if (table.neutral()) {
      return new GradeChain(null, corners);
    }
    table.writeTo(file);
    return new GradeChain(file, corners);
  }

  /** Takes and gives RGB, with alpha or without; empty or ending with a comma. */
  public String colors() {
    return table == null ? "" : "lut3d=file=" + escaped(table.toString()) + ",";
  }

  /** Takes and gives pictures without alpha; empty or ending with a comma. */
  public String corners() {
    // Its noise against banding would differ between the parts of a clip.
    return vignette ? "vignette=angle=PI/5.5:dither=0," : "";
  }

  /** A name as a filter's option in a graph: each of the two readers takes one layer off. */
  public static String escaped(String name) {
    String option = name.replaceAll("([\\\\':])", "\\\\$1");
    return option.replaceAll("([\\\\'\\[\\],;])", "\\\\$1");
  }
}
