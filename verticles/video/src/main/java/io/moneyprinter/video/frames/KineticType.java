package io.moneyprinter.video.frames;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The scene's words, set large and in motion, above where captions stand. The seed chooses one of
 * three ways: lines that rise one under the other, rows of one word that run past, or one word
 * after the other, letter by letter.
 */
final class KineticType {
  private KineticType() {}

  /**
   * @param words at least one, ready to be set
   */
  static Motif of(
      Sheet sheet,
      Palette palette,
      SplittableRandom random,
      Lettering letters,
      List<String> words) {
    int way = random.nextInt(3);
    double lean = Math.toRadians(random.nextDouble(-9, -4));
    double phase = random.nextDouble(0, 10);
    List<Lettering.Word> shapes = words.stream().map(letters::word).toList();
    return switch (way) {
      case 0 -> new RisingLines(sheet, palette, shapes);
      case 1 -> new RunningRows(sheet, palette, shapes, lean, phase);
      default -> new WordByWord(sheet, palette, shapes, signs(words, letters), lean);
    };
  }

  private static List<List<Lettering.Word>> signs(List<String> words, Lettering letters) {
    return words.stream()
        .map(word -> Lettering.signs(word).stream().map(letters::word).toList())
        .toList();
  }
}
