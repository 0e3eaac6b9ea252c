package io.moneyprinter.codecs.materials;

import java.util.List;

/** Pieces of the music library, best first where somebody asked for words, else by title. */
public record MusicList(List<MusicPiece> pieces) {
  public MusicList {
    pieces = pieces == null ? List.of() : List.copyOf(pieces);
  }
}
