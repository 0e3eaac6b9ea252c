package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How captions look. What is absent takes its default.
 *
 * @param enabled whether captions are burnt into the picture; the files beside it come anyway
 * @param mode how much is shown at a time and how the spoken word is marked
 * @param position where on the canvas
 * @param font a family name; absent for the shipped one
 * @param size cap size in percent of the canvas width, 3 to 12
 * @param color text colour, #RRGGBB
 * @param highlight colour of the spoken word, #RRGGBB
 * @param outline colour of the outline, #RRGGBB
 * @param background what lies behind the words
 * @param backgroundColor its colour, #RRGGBB or #RRGGBBAA
 * @param shadow whether the words cast a soft shadow on the picture
 * @param offset where the middle of the caption stands, in percent of the canvas height from the
 *     top, 0 to 100; goes before {@code position} and is kept inside the safe area
 */
public record CaptionStyle(
    Boolean enabled,
    Mode mode,
    Position position,
    String font,
    Double size,
    String color,
    String highlight,
    String outline,
    Background background,
    String backgroundColor,
    Boolean shadow,
    Double offset) {
  /** The forms of showing words. */
  public enum Mode {
    /** The words of a phrase, the spoken one in the highlight colour. */
    @JsonProperty("karaoke")
    KARAOKE,
    /** The words of a phrase, the spoken one on a rounded box of the highlight colour. */
    @JsonProperty("boxed")
    BOXED,
    /** The phrase, with no word marked. */
    @JsonProperty("sentence")
    SENTENCE,
    /** One word at a time. */
    @JsonProperty("word")
    WORD,
    /** As karaoke, each word springing up a little as it is spoken. */
    @JsonProperty("pop")
    POP,
    /** Each word appears when it is spoken and stays until the phrase ends. */
    @JsonProperty("typewriter")
    TYPEWRITER
  }

  /** Surfaces behind a caption. */
  public enum Background {
    @JsonProperty("none")
    NONE,
    @JsonProperty("box")
    BOX,
    /** A box with round corners. */
    @JsonProperty("rounded")
    ROUNDED
  }

  /** Places that keep clear of the buttons which the platforms draw over a video. */
  public enum Position {
    @JsonProperty("top")
    TOP,
    @JsonProperty("center")
    CENTER,
    @JsonProperty("bottom")
    BOTTOM
  }

  public static final CaptionStyle DEFAULT =
      new CaptionStyle(null, null, null, null, null, null, null, null, null, null, null, null);

  public CaptionStyle {
    enabled = enabled == null || enabled;
    mode = mode == null ? Mode.KARAOKE : mode;
    position = position == null ? Position.BOTTOM : position;
    size = size == null ? 6.6 : size;
    color = color == null ? "#FFFFFF" : color;
    highlight = highlight == null ? "#FFD54A" : highlight;
    outline = outline == null ? "#101014" : outline;
    background = background == null ? Background.NONE : background;
    backgroundColor = backgroundColor == null ? "#101014B3" : backgroundColor;
    shadow = shadow == null || shadow;
  }
}
