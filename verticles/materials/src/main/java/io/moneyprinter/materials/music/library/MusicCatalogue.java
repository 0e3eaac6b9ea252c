package io.moneyprinter.materials.music.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.video.MusicBrief;
import java.util.List;

/** How an outside source of music is asked, and how its answers read. Pure. */
interface MusicCatalogue {
  MusicBrief.Source source();

  /**
   * A piece and the address of its file.
   *
   * @param file http or https; {@code null} where it may not be fetched
   */
  record Offer(MusicPiece piece, String file) {}

  /** Path and query that look for pieces. */
  String search(ListMusic wanted);

  /** What was found; fails with an {@link IllegalArgumentException} where the answer lacks it. */
  List<Offer> found(JsonNode answer);

  /** Whether a name has the form that the source gives its pieces. */
  boolean known(String name);

  /** Path and query of one piece. */
  String one(String name);

  /** One piece. */
  Offer read(JsonNode answer);

  /** A mood in a word that people describe music with. */
  static String word(MusicBrief.Mood mood) {
    return switch (mood) {
      case CALM -> "calm";
      case BRIGHT -> "happy";
      case DRIVING -> "energetic";
      case NONE -> "";
    };
  }
}
