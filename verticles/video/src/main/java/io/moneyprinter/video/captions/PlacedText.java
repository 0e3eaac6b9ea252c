package io.moneyprinter.video.captions;

import io.moneyprinter.video.fonts.Ink;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Words at their places on the canvas.
 *
 * @param size of the em square, pixels
 * @param words in the order of writing
 */
record PlacedText(double size, List<PlacedWord> words) {
  PlacedText {
    words = List.copyOf(words);
  }

  /**
   * @param ink in canvas pixels
   * @param cell the word's advance and the height of its line, without what is around it
   */
  record PlacedWord(Ink ink, Rectangle2D cell) {}

  /** What all words take together. */
  Rectangle2D cells() {
    Rectangle2D all = words.get(0).cell();
    for (PlacedWord word : words) {
      all = all.createUnion(word.cell());
    }
    return all;
  }
}
