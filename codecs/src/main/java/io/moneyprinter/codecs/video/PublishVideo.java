package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.speech.Speech;
import java.util.List;
import java.util.Objects;

/** Writes the manifest of a finished video and names its files. */
public record PublishVideo(
    VideoBrief brief,
    Script script,
    List<Speech> speech,
    ChosenMaterials materials,
    Music music,
    RenderPlan plan,
    List<RenderedSegment> segments,
    MixedAudio audio,
    Rendition rendition) {
  public PublishVideo {
    Objects.requireNonNull(brief, "brief");
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(materials, "materials");
    Objects.requireNonNull(music, "music");
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(audio, "audio");
    Objects.requireNonNull(rendition, "rendition");
    speech = List.copyOf(speech);
    segments = List.copyOf(segments);
  }
}
