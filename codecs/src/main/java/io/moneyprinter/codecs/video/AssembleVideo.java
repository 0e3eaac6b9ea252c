package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Objects;

/**
 * Joins segments and sound by stream copy, checks the result, and makes the files beside it.
 *
 * @param segments of the whole plan; the rendition says which are its own
 * @param subtitles captions in further languages; those that are not burned become tracks
 * @param language of the script, BCP 47; {@code null} when it is not known
 */
public record AssembleVideo(
    String title,
    PlannedRendition rendition,
    List<RenderedSegment> segments,
    MixedAudio audio,
    OutputBrief output,
    List<SubtitleTrack> subtitles,
    String language) {
  public AssembleVideo {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(rendition, "rendition");
    Objects.requireNonNull(audio, "audio");
    segments = List.copyOf(segments);
    output = output == null ? OutputBrief.DEFAULT : output;
    subtitles = subtitles == null ? List.of() : List.copyOf(subtitles);
  }

  /** In a language that is not known. */
  public AssembleVideo(
      String title,
      PlannedRendition rendition,
      List<RenderedSegment> segments,
      MixedAudio audio,
      OutputBrief output,
      List<SubtitleTrack> subtitles) {
    this(title, rendition, segments, audio, output, subtitles, null);
  }
}
