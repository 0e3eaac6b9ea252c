package io.moneyprinter.video.captions;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import java.util.List;

/** Words as they are drawn: all in capitals where the style wants it. */
final class Capitals {
  private static final ULocale TURKIC = new ULocale("tr");

  private Capitals() {}

  static List<String> words(CaptionStyle style, List<Caption.Word> words) {
    List<String> texts = words.stream().map(Caption.Word::text).toList();
    return style.uppercase() ? upper(texts) : texts;
  }

  static String line(CaptionStyle style, List<Caption.Word> words) {
    String line = Sentences.line(words);
    return style.uppercase() ? upper(List.of(line)).get(0) : line;
  }

  /**
   * A caption does not say its language, but only Turkish and its sisters have a dotless i, whose
   * capital is another than that of the dotted one.
   */
  private static List<String> upper(List<String> texts) {
    boolean turkic = texts.stream().anyMatch(text -> text.indexOf('ı') >= 0);
    ULocale locale = turkic ? TURKIC : ULocale.ROOT;
    return texts.stream().map(text -> UCharacter.toUpperCase(locale, text)).toList();
  }
}
