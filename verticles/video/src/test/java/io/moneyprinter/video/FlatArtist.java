package io.moneyprinter.video;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.video.render.DrawnFrames;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Draws plain greys, so that a test can tell from a pixel what shows: the seed is the brightness.
 */
public final class FlatArtist implements DrawnFrames {
  @Override
  public void write(Clip clip, Canvas canvas, int from, int to, OutputStream target)
      throws IOException {
    byte grey = (byte) ((Picture.Generated) clip.picture()).seed();
    byte[] frame = new byte[canvas.width() * canvas.height() * 4];
    java.util.Arrays.fill(frame, grey);
    for (int i = from; i < to; i++) {
      target.write(frame);
    }
  }
}
