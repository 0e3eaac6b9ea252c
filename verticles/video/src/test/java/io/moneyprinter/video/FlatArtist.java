package io.moneyprinter.video;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.video.frames.FrameSource;
import io.moneyprinter.video.render.ClipSources;
import java.util.Arrays;

/**
 * Draws plain greys, so that a test can tell from a pixel what shows: the seed is the brightness.
 */
public final class FlatArtist implements ClipSources {
  @Override
  public FrameSource open(Clip clip, Canvas canvas) {
    int grey = (int) ((Picture.Generated) clip.picture()).seed();
    return new FrameSource() {
      @Override
      public int width() {
        return canvas.width() / 4 * 2;
      }

      @Override
      public int height() {
        return canvas.height() / 4 * 2;
      }

      @Override
      public void draw(int frame, int[] pixels) {
        Arrays.fill(pixels, grey * 0x010101);
      }
    };
  }
}
