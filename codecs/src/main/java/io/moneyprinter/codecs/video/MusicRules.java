package io.moneyprinter.codecs.video;

import static io.moneyprinter.codecs.video.Faults.blank;

import java.util.regex.Pattern;

/** What a brief may say of its music. */
final class MusicRules {
  static final double SLOWEST = 40;
  static final double FASTEST = 240;

  private static final Pattern ID = Pattern.compile("[a-z]+:\\S.{0,199}");

  private final Faults faults;

  MusicRules(Faults faults) {
    this.faults = faults;
  }

  void check(VideoBrief brief) {
    MusicBrief music = brief.music();
    faults.range("/music/volume", music.volume(), -40, 0, "decibels against the voice");
    faults.range("/music/tempo", music.tempo(), SLOWEST, FASTEST, "beats a minute");
    boolean described = music.mood() != null || music.tempo() != null || music.source() != null;
    if (music.id() != null) {
      faults.when(
          !ID.matcher(music.id()).matches(),
          "/music/id",
          "must be an id of the music library, such as house:first-light: moneyprinter music list"
              + " shows them");
      faults.when(
          described || music.file() != null,
          "/music/id",
          "names the piece: leave mood, tempo, source and file out");
    } else if (music.file() != null) {
      faults.when(described, "/music/file", "names the music: leave mood, tempo and source out");
      faults.when(
          blank(music.file()) || blank(brief.materials().collection()),
          "/music/file",
          "names a file of the collection: give materials.collection (or materials.folder in a"
              + " file)");
    }
    faults.when(
        music.mood() == MusicBrief.Mood.NONE && (music.tempo() != null || music.source() != null),
        "/music/mood",
        "is none: leave tempo and source out, or name another mood");
    faults.when(
        music.source() == MusicBrief.Source.COMPOSED && music.tempo() != null,
        "/music/tempo",
        "cannot be had of a composed piece: leave source out, or write source: house");
  }
}
