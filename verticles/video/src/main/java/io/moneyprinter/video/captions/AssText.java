package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Caption;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Timeline;
import java.awt.Color;
import java.util.List;
import java.util.Locale;

/**
 * Captions as Advanced SubStation Alpha (v4.00+), in the look of those in the picture: the same
 * phrases at the same place. Pure.
 */
final class AssText {
  private static final String SHIPPED_FONT = "Inter";

  /** ASS measures a font from ascender to descender, which is about this much of the em square. */
  private static final double FONT_HEIGHT = 1.2;

  private final Canvas canvas;
  private final CaptionStyle style;
  private final SafeArea safe;
  private final double em;

  AssText(Canvas canvas, CaptionStyle style) {
    this.canvas = canvas;
    this.style = style;
    this.safe = SafeArea.of(canvas, style.safeArea());
    this.em = CaptionLayout.size(canvas, style);
  }

  static String of(Timeline timeline) {
    return new AssText(timeline.canvas(), timeline.captionStyle()).write(timeline.captions());
  }

  private boolean words() {
    return style.mode() == CaptionStyle.Mode.WORD;
  }

  String write(List<Caption> captions) {
    StringBuilder file = new StringBuilder(head());
    for (Caption caption : captions) {
      for (Caption part : words() ? SingleWords.of(caption) : List.of(caption)) {
        file.append("Dialogue: 0,")
            .append(time(part.start()))
            .append(',')
            .append(time(part.end()))
            .append(",Caption,,0,0,0,,")
            .append(place())
            .append(escaped(Capitals.line(style, part.words())))
            .append('\n');
      }
    }
    return file.toString();
  }

  private String head() {
    return """
    [Script Info]
    ScriptType: v4.00+
    PlayResX: %d
    PlayResY: %d
    WrapStyle: 0
    ScaledBorderAndShadow: yes

    [V4+ Styles]
    Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, \
    Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, \
    Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
    %s

    [Events]
    Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
    """
        .formatted(canvas.width(), canvas.height(), style());
  }

  private String style() {
    // With border style 3 the "outline" is a box around the lines, and its width the padding.
    boolean box = style.background() != CaptionStyle.Background.NONE;
    Color outline = CaptionColors.withAlpha(box ? style.backgroundColor() : style.outline());
    int side = Math.max(safe.left(), canvas.width() - safe.right());
    return String.format(
        Locale.ROOT,
        "Style: Caption,%s,%.1f,%s,%s,%s,%s,-1,0,0,0,100,100,0,0,%d,%.1f,%.1f,%d,%d,%d,%d,1",
        font(),
        em * FONT_HEIGHT,
        color(CaptionColors.withAlpha(style.color())),
        color(CaptionColors.withAlpha(style.highlight())),
        color(outline),
        color(CaptionColors.withAlpha(style.outline() + "9E")),
        box ? 3 : 1,
        em * (box ? 0.15 : style.outlineWidth() / 100),
        style.shadow() && !box ? em * 0.035 : 0,
        alignment(),
        side,
        side,
        vertical());
  }

  /** A comma would end the field. */
  private String font() {
    String family = style.font();
    return family == null || family.isBlank()
        ? SHIPPED_FONT
        : family.strip().replaceAll("[,\\p{Cntrl}]", " ");
  }

  /** As the keys of a number pad. */
  private int alignment() {
    if (style.offset() != null) {
      return 5;
    }
    return switch (style.position()) {
      case TOP -> 8;
      case CENTER -> 5;
      case BOTTOM -> 2;
    };
  }

  private int vertical() {
    return style.position() == CaptionStyle.Position.TOP
        ? safe.top()
        : canvas.height() - safe.bottom();
  }

  /** A place by percent is none that a style can have: each line says it. */
  private String place() {
    if (style.offset() == null) {
      return "";
    }
    double wanted = canvas.height() * style.offset() / 100;
    double y = Math.max(safe.top() + em, Math.min(wanted, safe.bottom() - em));
    return "{\\pos(%d,%d)}".formatted(canvas.width() / 2, Math.round(y));
  }

  /** &HAABBGGRR, where an alpha of 0 is opaque. */
  private static String color(Color color) {
    return "&H%02X%02X%02X%02X"
        .formatted(255 - color.getAlpha(), color.getBlue(), color.getGreen(), color.getRed());
  }

  /**
   * A brace would begin commands; a backslash has no escape, so an invisible word joiner keeps it
   * from the letter that it would make a command of.
   */
  private static String escaped(String text) {
    return text.replace("\\", "\\\u2060")
        .replace("{", "\\{")
        .replace("}", "\\}")
        .replaceAll("\\R", "\\\\N");
  }

  /** H:MM:SS.cc */
  private String time(int frame) {
    long hundredths = Math.round(frame * 100.0 / canvas.fps());
    return String.format(
        Locale.ROOT,
        "%d:%02d:%02d.%02d",
        hundredths / 360_000,
        hundredths / 6_000 % 60,
        hundredths / 100 % 60,
        hundredths % 100);
  }
}
