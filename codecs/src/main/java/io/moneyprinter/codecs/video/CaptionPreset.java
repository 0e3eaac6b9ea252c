package io.moneyprinter.codecs.video;

import java.util.Objects;

/**
 * A look of captions that can be asked for by its name.
 *
 * @param name what {@link CaptionStyle#preset} says
 * @param description one sentence for people who choose
 * @param style every value of it
 */
public record CaptionPreset(String name, String description, CaptionStyle style) {
  public CaptionPreset {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(style, "style");
  }
}
