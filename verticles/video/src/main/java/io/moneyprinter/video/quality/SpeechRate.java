package io.moneyprinter.video.quality;

import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.Timeline;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** How fast is spoken, by the words of the captions and when they sound. Pure. */
final class SpeechRate {
  /** Fewer words tell nothing. */
  private static final int LEAST = 8;

  /** Written without spaces, so that what counts as a word is anybody's guess. */
  private static final Set<UnicodeScript> UNSPACED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private SpeechRate() {}

  /** Words a minute, pauses between captions left out; empty where it cannot be judged. */
  static OptionalDouble of(Timeline timeline) {
    long words = 0;
    double frames = 0;
    for (Caption caption : timeline.captions()) {
      List<Caption.Word> spoken = caption.words();
      if (spoken.stream().anyMatch(word -> unspaced(word.text()))) {
        return OptionalDouble.empty();
      }
      if (!spoken.isEmpty()) {
        words += spoken.size();
        frames += spoken.get(spoken.size() - 1).end() - spoken.get(0).start();
      }
    }
    return words < LEAST || frames <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(60 * words * timeline.canvas().fps() / frames);
  }

  private static boolean unspaced(String word) {
    return word.codePoints().anyMatch(c -> UNSPACED.contains(UnicodeScript.of(c)));
  }
}
