package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How a picture of another shape fills its frame.
 *
 * @param mode absent for cover
 * @param focusX what stays in view when {@code cover} cuts the sides off: 0 left to 1 right, absent
 *     for the middle
 * @param focusY the same for above and below, 0 top to 1 bottom
 * @param color what {@code contain} leaves empty is filled with, #RRGGBB; absent for black
 */
public record Fit(Mode mode, Double focusX, Double focusY, String color) {
  /** The ways of filling. */
  public enum Mode {
    /** Fills the frame and cuts off what stands out. */
    @JsonProperty("cover")
    COVER,
    /** Shows the whole picture, over a blurred copy of itself that fills the frame. */
    @JsonProperty("blur")
    BLUR,
    /** Shows the whole picture, with bars of one colour. */
    @JsonProperty("contain")
    CONTAIN
  }

  public static final Fit DEFAULT = new Fit(null, null, null, null);

  public Fit {
    mode = mode == null ? Mode.COVER : mode;
    focusX = focusX == null ? 0.5 : focusX;
    focusY = focusY == null ? 0.5 : focusY;
    color = color == null ? "#000000" : color;
  }
}
