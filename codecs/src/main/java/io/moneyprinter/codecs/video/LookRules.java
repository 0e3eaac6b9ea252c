package io.moneyprinter.codecs.video;

/** What captions, fits, grades and canvases must be like, wherever they stand. */
final class LookRules {
  private static final int LONG_SIDE = 3840;
  private static final int SHORT_SIDE = 2160;

  private final Faults faults;

  LookRules(Faults faults) {
    this.faults = faults;
  }

  void canvas(String pointer, Canvas canvas) {
    boolean tooLarge =
        Math.max(canvas.width(), canvas.height()) > LONG_SIDE
            || Math.min(canvas.width(), canvas.height()) > SHORT_SIDE;
    faults.when(
        tooLarge,
        pointer,
        "must be at most %d pixels along one side and %d along the other, not %s"
            .formatted(LONG_SIDE, SHORT_SIDE, canvas.size()));
  }

  void captions(String pointer, CaptionStyle style) {
    CaptionRules.violations(style, pointer).forEach(faults::add);
  }

  void fit(String pointer, Fit fit) {
    if (fit != null) {
      faults.range(pointer + "/focusX", fit.focusX(), 0, 1, "0 left, 1 right");
      faults.range(pointer + "/focusY", fit.focusY(), 0, 1, "0 top, 1 bottom");
      faults.color(pointer + "/color", fit.color());
    }
  }

  void grade(String pointer, Grade grade) {
    if (grade == null) {
      return;
    }
    faults.range(pointer + "/brightness", grade.brightness(), -1, 1, "0 changes nothing");
    faults.range(pointer + "/contrast", grade.contrast(), 0, 3, "1 changes nothing");
    faults.range(pointer + "/saturation", grade.saturation(), 0, 3, "1 changes nothing");
    faults.range(pointer + "/temperature", grade.temperature(), -1, 1, "0 changes nothing");
    faults.when(
        grade.lutMedia() != null && grade.lutMedia().isBlank(),
        pointer + "/lutMedia",
        "must name a .cube file of the collection");
    faults.when(
        grade.lut() != null && grade.lutMedia() != null,
        pointer + "/lutMedia",
        "is given beside lut: keep one of them");
  }
}
