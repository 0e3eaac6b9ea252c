package io.moneyprinter.codecs.video;

import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.speech.Speech;
import java.util.List;
import java.util.Objects;

/** Lays a video out in frames and cuts it into segments. */
public record PlanVideo(
    VideoBrief brief, Script script, List<Speech> speech, ChosenMaterials materials, Music music) {
  public PlanVideo {
    Objects.requireNonNull(brief, "brief");
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(materials, "materials");
    Objects.requireNonNull(music, "music");
    speech = List.copyOf(speech);
  }
}
