package io.moneyprinter.materials.music.library;

import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.MusicPiece;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a piece is what somebody asks for, by what is known of it. Pure. */
final class MusicTerms {
  private final ListMusic wanted;

  MusicTerms(ListMusic wanted) {
    this.wanted = wanted;
  }

  boolean fit(MusicPiece piece) {
    return (wanted.mood() == null || wanted.mood() == piece.mood())
        && within(piece.tempo())
        && words(piece);
  }

  private boolean within(Double tempo) {
    if (wanted.slowest() == null && wanted.fastest() == null) {
      return true;
    }
    return tempo != null
        && (wanted.slowest() == null || tempo >= wanted.slowest())
        && (wanted.fastest() == null || tempo <= wanted.fastest());
  }

  private boolean words(MusicPiece piece) {
    if (wanted.text() == null || wanted.text().isBlank()) {
      return true;
    }
    String all =
        Stream.concat(
                Stream.of(piece.title(), String.valueOf(piece.provenance().author())),
                piece.tags().stream())
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(wanted.text().strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .allMatch(all::contains);
  }
}
