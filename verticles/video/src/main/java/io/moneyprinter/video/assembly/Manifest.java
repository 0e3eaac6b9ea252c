package io.moneyprinter.video.assembly;

import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.QualityReport;
import java.util.List;
import java.util.Map;

/**
 * What is written beside a video: everything that is in it, where that came from and on what terms,
 * and how to make it again.
 *
 * @param version form of this record
 * @param writer who wrote the script; {@code null} where a timeline was given
 * @param sources what the script was made from, and on what terms
 * @param seconds length
 * @param loudness integrated, LUFS
 * @param truePeak dBTP
 * @param quality what was measured on each video that came out
 * @param encoder encoder, settings, build
 * @param warnings what was doubtful about the order
 * @param metadata the caller's own notes
 * @param licences name of the file beside it that says on what terms everything is shown
 * @param credits name of the file beside it with the words to put under the video
 */
record Manifest(
    int version,
    String tool,
    String title,
    String language,
    String writer,
    List<Provenance> sources,
    long seed,
    Canvas canvas,
    int frames,
    double seconds,
    double loudness,
    double truePeak,
    String encoder,
    List<Scene> scenes,
    Track music,
    List<Piece> segments,
    List<Measured> quality,
    List<String> warnings,
    Map<String, String> metadata,
    String licences,
    String credits) {
  static final int VERSION = 1;

  /**
   * One scene.
   *
   * @param start seconds from the beginning
   * @param index {@code -1} for a clip of the brand, which has no narration
   * @param voice {@code null} without narration
   */
  record Scene(
      int index,
      double start,
      double seconds,
      String title,
      String narration,
      Voice voice,
      Source picture) {}

  /**
   * Who spoke, when, and where the word times come from.
   *
   * @param wordsPerMinute how fast, pauses included
   * @param note why it is not the voice that was asked for; {@code null} when it is
   */
  record Voice(
      String voice,
      String provider,
      double start,
      double seconds,
      int words,
      long wordsPerMinute,
      Speech.TimingSource timing,
      String note) {}

  /**
   * A picture and its terms.
   *
   * @param provenance {@code null} for a file that the owner named
   */
  record Source(String kind, List<String> terms, double in, double score, Provenance provenance) {}

  /**
   * The music and its terms.
   *
   * @param note why it is not what was asked for; {@code null} when it is
   */
  record Track(String title, double decibels, Provenance provenance, String note) {}

  /**
   * A piece of the picture and whether it was found rendered.
   *
   * @param encoder what encoded it
   * @param node where it was rendered
   * @param note why it was not encoded as planned
   */
  record Piece(
      int index,
      String key,
      int frames,
      boolean reused,
      double seconds,
      String encoder,
      String node,
      String note) {}

  /**
   * What was measured on one video.
   *
   * @param rendition its name; empty for the first
   */
  record Measured(String rendition, List<QualityReport.Check> checks) {}
}
