package io.moneyprinter.codecs.materials;

import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import java.util.Objects;

/**
 * Finds a picture for every scene of a script.
 *
 * @param seed decides what is drawn where nothing is found
 */
public record ChooseMaterials(Script script, MaterialsBrief materials, Canvas canvas, long seed) {
  public ChooseMaterials {
    Objects.requireNonNull(script, "script");
    Objects.requireNonNull(materials, "materials");
    Objects.requireNonNull(canvas, "canvas");
  }
}
