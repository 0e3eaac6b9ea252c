package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How captions look. What is absent comes from the preset, and without one takes its default.
 *
 * @param enabled whether captions are burnt into the picture; the files beside it come anyway
 * @param mode how much is shown at a time and how the spoken word is marked
 * @param position where on the canvas
 * @param font a family name; absent for the shipped one
 * @param size cap size in percent of the canvas width, 2 to 16
 * @param color text colour, #RRGGBB
 * @param highlight colour of the spoken word, #RRGGBB
 * @param outline colour of the outline, #RRGGBB
 * @param background what lies behind the words
 * @param backgroundColor its colour, #RRGGBB or #RRGGBBAA
 * @param shadow whether the words cast a soft shadow on the picture
 * @param offset where the middle of the caption stands, in percent of the canvas height from the
 *     top, 0 to 100; goes before {@code position} and is kept inside the safe area
 * @param preset a name of {@link CaptionPresets}, whose values stand for all that is absent here
 * @param gradient colour that the text colour runs into towards the foot of the letters, #RRGGBB;
 *     absent or {@link #NO_COLOR} for an even colour
 * @param glow colour of a light around the letters, #RRGGBB, in place of the shadow; absent or
 *     {@link #NO_COLOR} for none
 * @param outlineWidth width of the outline in percent of the letter size, 0 (none) to 20
 * @param uppercase whether all letters are shown as capitals
 * @param spring whether words spring up as they are spoken, as they always do in mode pop; in the
 *     modes that mark no word, what appears does
 * @param maxLines most lines of a caption, 1 to 4; absent for what suits the shape of the canvas
 * @param maxWords most words shown at a time, 1 to 14; absent for what is read at a glance
 * @param safeArea whose buttons the captions keep clear of
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
    Double offset,
    String preset,
    String gradient,
    String glow,
    Double outlineWidth,
    Boolean uppercase,
    Boolean spring,
    Integer maxLines,
    Integer maxWords,
    Platform safeArea) {
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

  /** Players, each of which draws its buttons elsewhere over an upright video. */
  public enum Platform {
    /** What is free on all of the others: fits wherever the video goes. */
    @JsonProperty("all")
    ALL,
    @JsonProperty("tiktok")
    TIKTOK,
    @JsonProperty("reels")
    REELS,
    @JsonProperty("shorts")
    SHORTS,
    /** A player that draws nothing over the picture: only a narrow edge is kept free. */
    @JsonProperty("none")
    NONE
  }

  /** Takes back the gradient or the glow of a preset. */
  public static final String NO_COLOR = "none";

  public static final CaptionStyle DEFAULT = empty(null);

  public CaptionStyle {
    CaptionStyle base = preset == null ? null : CaptionPresets.named(preset).orElse(null);
    if (base != null) {
      enabled = enabled == null ? base.enabled : enabled;
      mode = mode == null ? base.mode : mode;
      // A place that was asked for by name is not to be undone by the percentage of the preset.
      offset = offset == null && position == null ? base.offset : offset;
      position = position == null ? base.position : position;
      font = font == null ? base.font : font;
      size = size == null ? base.size : size;
      color = color == null ? base.color : color;
      highlight = highlight == null ? base.highlight : highlight;
      outline = outline == null ? base.outline : outline;
      background = background == null ? base.background : background;
      backgroundColor = backgroundColor == null ? base.backgroundColor : backgroundColor;
      shadow = shadow == null ? base.shadow : shadow;
      gradient = gradient == null ? base.gradient : gradient;
      glow = glow == null ? base.glow : glow;
      outlineWidth = outlineWidth == null ? base.outlineWidth : outlineWidth;
      uppercase = uppercase == null ? base.uppercase : uppercase;
      spring = spring == null ? base.spring : spring;
      maxLines = maxLines == null ? base.maxLines : maxLines;
      maxWords = maxWords == null ? base.maxWords : maxWords;
      safeArea = safeArea == null ? base.safeArea : safeArea;
    }
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
    outlineWidth = outlineWidth == null ? 8.5 : outlineWidth;
    uppercase = uppercase != null && uppercase;
    spring = spring != null && spring;
    safeArea = safeArea == null ? Platform.ALL : safeArea;
  }

  /** The style that a preset alone gives. */
  public static CaptionStyle ofPreset(String name) {
    return empty(name);
  }

  /** Whether anything springs up, by the mode or by wish. */
  public boolean springs() {
    return spring || mode == Mode.POP;
  }

  /** The same, burnt into the picture. */
  public CaptionStyle shown() {
    return with(true, font);
  }

  /** The same in another font. */
  public CaptionStyle inFont(String family) {
    return with(enabled, family);
  }

  private CaptionStyle with(Boolean burnt, String family) {
    return new CaptionStyle(
        burnt,
        mode,
        position,
        family,
        size,
        color,
        highlight,
        outline,
        background,
        backgroundColor,
        shadow,
        offset,
        preset,
        gradient,
        glow,
        outlineWidth,
        uppercase,
        spring,
        maxLines,
        maxWords,
        safeArea);
  }

  private static CaptionStyle empty(String preset) {
    return new CaptionStyle(
        null, null, null, null, null, null, null, null, null, null, null, null, preset, null, null,
        null, null, null, null, null, null);
  }
}
