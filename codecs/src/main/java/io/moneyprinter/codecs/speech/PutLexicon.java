package io.moneyprinter.codecs.speech;

import java.util.Objects;

/** Replaces the caller's lexicon of a language; an empty one removes it. */
public record PutLexicon(Lexicon lexicon) {
  public PutLexicon {
    Objects.requireNonNull(lexicon, "lexicon");
  }
}
