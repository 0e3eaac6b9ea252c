package io.moneyprinter.video.frames;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** What is seen of a picture in a box: a rectangle whose corners may be round. */
public final class RoundMask {
  private RoundMask() {}

  /**
   * Draws it, its edge smooth.
   *
   * @param width of the box, pixels
   * @param x where the rectangle is in the box
   * @param radius of the corners, share of the rectangle's shorter side, 0 to 0.5
   * @return a byte for each pixel of the box, 0 unseen to 255
   */
  public static byte[] draw(
      int width, int height, int x, int y, int seenWidth, int seenHeight, double radius) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    double arc = 2 * Math.min(0.5, radius) * Math.min(seenWidth, seenHeight);
    graphics.fill(new RoundRectangle2D.Double(x, y, seenWidth, seenHeight, arc, arc));
    graphics.dispose();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    byte[] mask = new byte[pixels.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (byte) (pixels[i] >>> 24);
    }
    return mask;
  }
}
