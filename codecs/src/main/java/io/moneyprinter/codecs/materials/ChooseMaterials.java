package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.speech.NarrationBrief;
import io.moneyprinter.codecs.speech.NarrationMarks;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import java.util.Objects;

/**
 * Finds a picture for every scene of a script.
 *
 * @param script as it is read out and shown: marks for the voices, whatever was given, are left out
 *     of its narrations, so that nobody looks for a picture of a speaker's name or a pause
 * @param seed decides what is drawn where nothing is found
 * @param narration who speaks behind which mark; absent for nobody
 */
public record ChooseMaterials(
    Script script, MaterialsBrief materials, Canvas canvas, long seed, NarrationBrief narration) {
  public ChooseMaterials {
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(materials, "materials");
    Objects.requireNonNull(canvas, "canvas");
    narration = narration == null ? NarrationBrief.PLAIN : narration;
    NarrationMarks marks = new NarrationMarks(narration.voices().keySet());
    script =
        script.with(
            script.scenes().stream()
                .map(scene -> scene.saying(marks.plain(scene.narration())))
                .toList());
  }

  /** With one voice. */
  public ChooseMaterials(Script script, MaterialsBrief materials, Canvas canvas, long seed) {
    this(script, materials, canvas, seed, null);
  }
}
