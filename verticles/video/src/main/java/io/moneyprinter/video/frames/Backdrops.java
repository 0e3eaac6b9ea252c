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
      case PARTICLES -> particles(Sheet.of(canvas, 0.5), palette, random);
      case SHAPES -> shapes(Sheet.of(canvas, 0.5), palette, random);
      case RINGS -> rings(Sheet.of(canvas, 0.45), palette, random);
      case GRID -> grid(Sheet.of(canvas, 0.5), palette, random);
      case KINETIC -> kinetic(picture, canvas, palette, random, new Lettering(fonts));
      case CHART -> chart(picture, canvas, palette, random, new Lettering(fonts));
    };
  }

  private static FrameSource particles(Sheet sheet, Palette palette, SplittableRandom random) {
    Drift ground = new Drift(palette, random, sheet.aspect(), 4, 0.6, 0.62);
    return new Backdrop(sheet, ground, new Particles(sheet, palette, random));
  }

  private static FrameSource shapes(Sheet sheet, Palette palette, SplittableRandom random) {
    Drift ground = new Drift(palette, random, sheet.aspect(), 4, 0.5, 0.6);
    return new Backdrop(sheet, ground, new Shapes(sheet, palette, random));
  }

  private static FrameSource rings(Sheet sheet, Palette palette, SplittableRandom random) {
    Drift ground = new Drift(palette, random, sheet.aspect(), 3, 0.5, 0.42);
    return new Backdrop(sheet, ground, new Rings(sheet, palette, random));
  }

  private static FrameSource grid(Sheet sheet, Palette palette, SplittableRandom random) {
    Drift ground = new Drift(palette, random, sheet.aspect(), 3, 0.5, 0.5);
    return new Backdrop(sheet, ground, new Grid(sheet, palette, random));
  }

  /** Without a word that can be shown there is still a picture. */
  private static FrameSource kinetic(
      Picture.Generated picture,
      Canvas canvas,
      Palette palette,
      SplittableRandom random,
      Lettering letters) {
    List<String> words = letters.shown(picture.words());
    if (words.isEmpty()) {
      return new Aurora(Sheet.of(canvas, 0.5), palette, random);
    }
    Sheet sheet = Sheet.of(canvas, 1);
    Drift ground = new Drift(palette, random, sheet.aspect(), 4, 0.5, 0.72);
    return new Backdrop(sheet, ground, KineticType.of(sheet, palette, random, letters, words));
  }

  private static FrameSource chart(
      Picture.Generated picture,
      Canvas canvas,
      Palette palette,
      SplittableRandom random,
      Lettering letters) {
    if (picture.figures().isEmpty()) {
      return new Aurora(Sheet.of(canvas, 0.5), palette, random);
    }
    Sheet sheet = Sheet.of(canvas, 1);
    Drift ground = new Drift(palette, random, sheet.aspect(), 4, 0.5, 0.6);
    return new Backdrop(
        sheet, ground, FigureChart.of(sheet, palette, random, letters, picture.figures()));
  }
}
