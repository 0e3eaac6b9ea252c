package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What makes a video the owner's. Pictures and clips are named as they are in the collection.
 *
 * @param logo picture shown in a corner throughout
 * @param logoCorner absent for the top right
 * @param logoWidth share of the canvas width; absent for 0.14
 * @param watermark picture laid large and faint over the whole
 * @param watermarkOpacity 0 to 1; absent for 0.08
 * @param intro clip or picture before the first scene
 * @param outro clip or picture after the last scene
 * @param endCard words shown large at the very end, such as a name to follow
 * @param colors #RRGGBB, darkest first, three to five: of generated backgrounds and the end card
 * @param font family of captions and titles that name none
 */
public record Brand(
    String logo,
    Corner logoCorner,
    Double logoWidth,
    String watermark,
    Double watermarkOpacity,
    String intro,
    String outro,
    String endCard,
    List<String> colors,
    String font) {
  /** Places of a logo, inside the safe area. */
  public enum Corner {
    @JsonProperty("top-left")
    TOP_LEFT,
    @JsonProperty("top-right")
    TOP_RIGHT,
    @JsonProperty("bottom-left")
    BOTTOM_LEFT,
    @JsonProperty("bottom-right")
    BOTTOM_RIGHT
  }

  public Brand {
    logoCorner = logoCorner == null ? Corner.TOP_RIGHT : logoCorner;
    logoWidth = logoWidth == null ? 0.14 : logoWidth;
    watermarkOpacity = watermarkOpacity == null ? 0.08 : watermarkOpacity;
    colors = colors == null ? List.of() : List.copyOf(colors);
  }
}
