package io.moneyprinter.materials.music.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.video.MusicBrief;
import java.util.ArrayList;
import java.util.List;

/** How an outside source of music is asked, and how its answers read. Pure. */
interface MusicCatalogue {
  /** Of one piece. */
  int MOST_TAGS = 12;

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
  default List<Offer> found(JsonNode answer) {
    if (!answer.path("results").isArray()) {
      throw new IllegalArgumentException("it has no results");
    }
    List<Offer> offers = new ArrayList<>();
    answer.path("results").forEach(result -> offers.add(read(result)));
    return offers;
  }

  /** Whether a name has the form that the source gives its pieces. */
  boolean known(String name);

  /** Path and query of one piece. */
  String one(String name);

  /** One piece. */
  Offer read(JsonNode answer);

  /** What is looked for, in words; may be empty. */
  static String words(ListMusic wanted) {
    String words = wanted.text() == null ? "" : wanted.text();
    String mood = wanted.mood() == null ? "" : word(wanted.mood());
    return (words + " " + mood).strip();
  }

  /** What people call a piece, each once; no more than a few of them tell anything. */
  static List<String> tags(List<String> given) {
    return given.stream().filter(tag -> !tag.isBlank()).distinct().limit(MOST_TAGS).toList();
  }

  /** A mood in a word that people describe music with. */
  private static String word(MusicBrief.Mood mood) {
    return switch (mood) {
      case CALM -> "calm";
      case BRIGHT -> "happy";
      case DRIVING -> "energetic";
      case NONE -> "";
    };
  }
}
