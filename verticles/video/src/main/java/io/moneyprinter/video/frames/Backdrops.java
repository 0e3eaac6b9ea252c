package io.moneyprinter.video.frames;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.video.fonts.FontBook;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The moving backgrounds that are drawn by code. All of a drawing follows from its style, seed and
 * colours; its lower third is dark, so that captions read well on it.
 */
public final class Backdrops {
  private Backdrops() {}

  /**
   * A source smaller than the canvas: scale it up with {@code scale=W:H:flags=bicubic}. The soft
   * styles lose nothing by that, the ones with edges are drawn larger, and text at full size.
   *
   * @param fonts that words are set in
   */
  public static FrameSource of(Picture.Generated picture, Canvas canvas, FontBook fonts) {
    Palette palette = new Palette(picture.colors());
    SplittableRandom random = new SplittableRandom(picture.seed());
    return switch (picture.style()) {
      case AURORA -> new Aurora(Sheet.of(canvas, 0.5), palette, random);
      case WAVES -> new Waves(Sheet.of(canvas, 0.5), palette, random);
      case PARTICLES -> new Particles(Sheet.of(canvas, 0.5), palette, random);
      case SHAPES -> new Shapes(Sheet.of(canvas, 0.5), palette, random);
      case RINGS -> new Rings(Sheet.of(canvas, 0.45), palette, random);
      case GRID -> new Grid(Sheet.of(canvas, 0.5), palette, random);
      case KINETIC -> kinetic(picture, canvas, palette, random, new Lettering(fonts));
      case CHART -> chart(picture, canvas, palette, random, new Lettering(fonts));
    };
  }

  /** Without a word that can be shown there is still a picture. */
  private static FrameSource kinetic(
      Picture.Generated picture,
      Canvas canvas,
      Palette palette,
      SplittableRandom random,
      Lettering letters) {
    List<String> words = letters.shown(picture.words());
    return words.isEmpty()
        ? new Aurora(Sheet.of(canvas, 0.5), palette, random)
        : new KineticType(Sheet.of(canvas, 1), palette, random, letters, words);
  }

  private static FrameSource chart(
      Picture.Generated picture,
      Canvas canvas,
      Palette palette,
      SplittableRandom random,
      Lettering letters) {
    return picture.figures().isEmpty()
        ? new Aurora(Sheet.of(canvas, 0.5), palette, random)
        : new FigureChart(Sheet.of(canvas, 1), palette, random, letters, picture.figures());
  }
}
