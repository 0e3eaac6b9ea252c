package io.moneyprinter.codecs.video;

/**
 * Asks for a picture of a caption.
 *
 * @param style how it looks; absent for the default
 * @param text what is said; absent for a sample in the language
 * @param canvas absent for an upright one
 * @param language BCP 47 tag of the text; absent for English
 * @param transparent whether nothing is drawn behind it, to be laid over a picture; absent for a
 *     quiet backdrop
 */
public record PreviewCaptions(
    CaptionStyle style, String text, Canvas canvas, String language, Boolean transparent) {
  /** What fits on a card, and is drawn in no time. */
  public static final int MAX_TEXT = 500;

  public PreviewCaptions {
    style = style == null ? CaptionStyle.DEFAULT : style;
    canvas = canvas == null ? Canvas.PORTRAIT : canvas;
    language = language == null ? "en" : language;
    transparent = transparent != null && transparent;
  }

  /** Over a backdrop. */
  public PreviewCaptions(CaptionStyle style, String text, Canvas canvas, String language) {
    this(style, text, canvas, language, null);
  }
}
