package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.video.frames.Backdrops;
import io.moneyprinter.video.frames.FrameSource;
import io.moneyprinter.video.frames.KenBurns;
import io.moneyprinter.video.frames.StillImage;

/** Stills set in motion, and pictures drawn by code. */
public final class DrawnClips implements ClipSources {
  private final Blobs blobs;

  public DrawnClips(Blobs blobs) {
    this.blobs = blobs;
  }

  @Override
  public FrameSource open(Clip clip, Canvas canvas) {
    if (clip.picture() instanceof Picture.Generated generated) {
      return Backdrops.of(generated, canvas);
    }
    if (clip.picture() instanceof Picture.Still still && clip.motion() != null) {
      double zoom = Math.max(clip.motion().fromZoom(), clip.motion().toZoom());
      int wanted = (int) Math.ceil(Math.max(canvas.width(), canvas.height()) * zoom);
      String name = "of scene " + clip.scene();
      StillImage image = StillImage.read(blobs.path(still.blob()), name, wanted);
      return new KenBurns(image, canvas, clip.motion(), clip.frames());
    }
    throw new IllegalArgumentException("Not a clip that is drawn: " + clip.picture());
  }
}
