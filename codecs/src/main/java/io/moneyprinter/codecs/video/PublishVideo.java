package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.speech.Speech;
import java.util.List;
import java.util.Objects;

/**
 * Writes manifest and receipt of a finished video and names its files.
 *
 * @param script {@code null} where a timeline was given; so are speech, materials and music
 */
public record PublishVideo(
    VideoBrief brief,
    Script script,
    List<Speech> speech,
    ChosenMaterials materials,
    Music music,
    RenderPlan plan,
    List<RenderedSegment> segments,
    MixedAudio audio,
    List<Rendition> renditions) {
  public PublishVideo {
    Objects.requireNonNull(brief, "brief");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(audio, "audio");
    speech = speech == null ? List.of() : List.copyOf(speech);
    segments = List.copyOf(segments);
    renditions = List.copyOf(renditions);
  }
}
