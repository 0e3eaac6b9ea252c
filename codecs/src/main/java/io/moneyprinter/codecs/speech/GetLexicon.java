package io.moneyprinter.codecs.speech;

import java.util.Objects;

/**
 * Asks for the caller's lexicon of a language; an empty one where there is none.
 *
 * @param language BCP 47 tag, of which the first part counts; {@code mul} for what holds for all
 */
public record GetLexicon(String language) {
  public GetLexicon {
    Objects.requireNonNull(language, "language");
  }
}
