package io.moneyprinter.video.captions;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.video.captions.PlacedText.PlacedWord;
import io.moneyprinter.video.fonts.FontBook;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Draws a scene's title: a bar grows, the lines rise into place one after the other, stay, and
 * fade. It stands in the upper third, or in the middle when the captions are at the top. Takes some
 * 300 ms: call it on a worker. Safe for use by many threads.
 */
public final class TitleStrips {
  /** Of the reference width. */
  private static final double SIZE = 0.092;

  private static final double FADE_SECONDS = 0.3;
  private static final double LONGEST_SECONDS = 3.2;
  private static final double SHORTEST_SECONDS = 1.2;

  private final FontBook fonts;

  public TitleStrips(FontBook fonts) {
    this.fonts = fonts;
  }

  /**
   * @param style gives font, colours and where the captions are
   * @param title may be {@code null} or blank
   * @param language BCP 47 tag of the title
   * @param from frame at which it begins to show
   * @param frames length of the segment
   * @param folder where the files go; must exist and be this segment's own
   * @return empty without a title, or when there is no time to read one
   */
  public Optional<StripTrack> draw(
      Canvas canvas,
      CaptionStyle style,
      String title,
      String language,
      int from,
      int frames,
      Path folder) {
    int fps = canvas.fps();
    int shown = Math.min(frames - from, (int) (LONGEST_SECONDS * fps));
    List<String> words = title == null ? List.of() : SpokenWords.words(title, language);
    if (words.isEmpty() || shown < SHORTEST_SECONDS * fps) {
      return Optional.empty();
    }
    boolean captionsAtTop = style.enabled() && Anchor.of(style).upper();
    PlacedText placed =
        new TextBlock(fonts, canvas, CaptionStyle.DEFAULT)
            .place(
                words,
                style.font(),
                SIZE * TextBlock.reference(canvas),
                Anchor.at(
                    captionsAtTop ? CaptionStyle.Position.CENTER : CaptionStyle.Position.TOP));
    Rectangle region = region(canvas, placed);
    RisingTitle moving = new RisingTitle(placed, style, region, barTop(placed));
    int fade = Math.max(1, (int) Math.round(FADE_SECONDS * fps));
    int settled = (int) Math.ceil(moving.settled() * fps);
    StripWriter strips = new StripWriter(folder, "title", region, fps).showNothing(from);
    for (int frame = 0; frame < settled; frame++) {
      double seconds = (frame + 1) / (double) fps;
      strips.show("in-%02d".formatted(frame), 1, () -> moving.rising(seconds));
    }
    strips.show("still", shown - settled - fade, moving::still);
    for (int frame = 0; frame < fade; frame++) {
      double left = 1 - (frame + 1) / (double) (fade + 1);
      strips.show("out-%02d".formatted(frame), 1, () -> moving.fading(left));
    }
    return Optional.of(strips.showNothing(frames - from - shown).finish());
  }

  private static double barTop(PlacedText placed) {
    return placed.words().stream().mapToDouble(word -> word.cell().getY()).min().orElse(0);
  }

  /** The title with its bar, and the way that it rises. */
  private static Rectangle region(Canvas canvas, PlacedText placed) {
    Rectangle2D bounds = placed.words().get(0).cell();
    for (PlacedWord word : placed.words()) {
      bounds = bounds.createUnion(word.cell()).createUnion(word.ink().bounds());
    }
    double reach = placed.size() * 0.45;
    SafeArea safe = SafeArea.of(canvas);
    int left = (int) Math.ceil(Math.max(safe.left(), bounds.getMinX() - reach) / 2) * 2;
    int top = (int) Math.ceil(Math.max(safe.top(), bounds.getMinY()) / 2) * 2;
    int right = (int) (Math.min(safe.right(), bounds.getMaxX() + reach) / 2) * 2;
    int bottom = (int) (Math.min(safe.bottom(), bounds.getMaxY() + 2.2 * reach) / 2) * 2;
    return new Rectangle(left, top, right - left, bottom - top);
  }
}
