package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.video.fonts.FontBook;
import java.util.List;
import java.util.stream.Collectors;

/** What is doubtful about text that can be drawn. */
final class TextWarnings {
  private final FontBook fonts;

  TextWarnings(FontBook fonts) {
    this.fonts = fonts;
  }

  /** Only emoji may be without a font here: other text would have been refused. May block. */
  List<Violation> of(String text) {
    List<Integer> missing = fonts.uncovered(text);
    return missing.isEmpty()
        ? List.of()
        : List.of(
            new Violation(
                "",
                "No font here shows "
                    + missing.stream()
                        .limit(5)
                        .map(Character::toString)
                        .collect(Collectors.joining(" "))
                    + ": such signs are left out of the picture"));
  }
}
