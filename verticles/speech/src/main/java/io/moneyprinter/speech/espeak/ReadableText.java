package io.moneyprinter.speech.espeak;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.speech.provider.LanguageTag;
import java.lang.Character.UnicodeScript;
import java.util.Optional;

/** What espeak-ng cannot read although it has a voice for the language. */
final class ReadableText {
  private ReadableText() {}

  /** Why a text in a language is refused; empty when it is not. */
  static Optional<ServiceFailure> objection(String text, String language) {
    boolean chinese = LanguageTag.group(language).equals("zh");
    Optional<String> character =
        text.codePoints()
            .filter(letter -> UnicodeScript.of(letter) == UnicodeScript.HAN)
            .mapToObj(Character::toString)
            .findFirst();
    if (chinese || character.isEmpty()) {
      return Optional.empty();
    }
    String remedy =
        LanguageTag.group(language).equals("ja")
            ? "write the narration in kana"
            : "set the language to \"zh\" if the text is Chinese, or write the words in the letters"
                + " of the language";
    return Optional.of(
        ServiceFailure.invalid(
            "/text",
            "The offline voice for \"%s\" cannot read %s, a Chinese character; %s"
                .formatted(language, character.get(), remedy)));
  }
}
