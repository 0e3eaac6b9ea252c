package io.moneyprinter.codecs.video;

import java.util.List;
import java.util.Objects;

/**
 * How a picture or clip looks, as far as small frames of it tell.
 *
 * @param hash difference hash, 16 hex digits: few differing bits mean alike; {@code null} for
 *     unknown
 * @param colors those that most of it has, the commonest first
 * @param motion how much changes within a quarter of a second: the median of the mean differences
 *     of brightness between frames, 0 (nothing) to 1; {@code null} for a still, and where only a
 *     thumbnail was seen
 */
public record Appearance(String hash, List<Swatch> colors, Double motion) {
  /**
   * A colour and how much of the picture has it.
   *
   * @param color {@code #rrggbb}
   * @param share 0 to 1
   */
  public record Swatch(String color, double share) {
    public Swatch {
      Objects.requireNonNull(color, "color");
    }
  }

  public Appearance {
    colors = colors == null ? List.of() : List.copyOf(colors);
  }
}
