package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.codecs.video.Motion;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.frames.Backdrops;
import io.moneyprinter.video.frames.FrameSource;
import io.moneyprinter.video.frames.KenBurns;
import io.moneyprinter.video.frames.StillImage;

/** Stills set in motion, and pictures drawn by code. */
public final class DrawnClips implements ClipSources {
  /** Share of a zoom that is left where the whole picture is to be seen. */
  private static final double GENTLE = 0.3;

  private final Blobs blobs;
  private final FontBook fonts;

  /**
   * @param fonts that drawn words are set in
   */
  public DrawnClips(Blobs blobs, FontBook fonts) {
    this.blobs = blobs;
    this.fonts = fonts;
  }

  @Override
  public FrameSource open(Clip clip, Canvas canvas) {
    if (clip.picture() instanceof Picture.Generated generated) {
      return Backdrops.of(generated, canvas, fonts);
    }
    if (clip.picture() instanceof Picture.Still still) {
      return still(clip, still, new Size(canvas.width(), canvas.height()));
    }
    throw new IllegalArgumentException("Not a clip that is drawn: " + clip.picture());
  }

  /** The move goes over what the fit leaves: where it shows the whole picture, it goes less far. */
  private KenBurns still(Clip clip, Picture.Still still, Size frame) {
    FitGraph fit = new FitGraph(clip.fit(), new Size(still.width(), still.height()), frame);
    Size size = fit.scaled();
    boolean whole = fit.fit().mode() != Fit.Mode.COVER;
    double x = fit.fit().focusX();
    double y = fit.fit().focusY();
    Motion motion =
        clip.motion() == null
            ? new Motion(1, x, y, 1, x, y)
            : whole ? gentle(clip.motion()) : towards(clip.motion(), x - 0.5, y - 0.5);
    double zoom = Math.max(motion.fromZoom(), motion.toZoom());
    int wanted = (int) Math.ceil(Math.max(size.width(), size.height()) * zoom);
    StillImage image =
        StillImage.read(blobs.path(still.blob()), "of scene " + clip.scene(), wanted);
    return new KenBurns(image, size.width(), size.height(), motion, clip.frames());
  }

  private static Motion gentle(Motion motion) {
    return new Motion(
        1 + (motion.fromZoom() - 1) * GENTLE,
        motion.fromX(),
        motion.fromY(),
        1 + (motion.toZoom() - 1) * GENTLE,
        motion.toX(),
        motion.toY());
  }

  private static Motion towards(Motion motion, double x, double y) {
    return new Motion(
        motion.fromZoom(),
        share(motion.fromX() + x),
        share(motion.fromY() + y),
        motion.toZoom(),
        share(motion.toX() + x),
        share(motion.toY() + y));
  }

  private static double share(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
