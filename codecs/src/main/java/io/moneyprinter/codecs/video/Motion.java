package io.moneyprinter.codecs.video;

/**
 * A slow move over a still (Ken Burns): the visible window at the first and at the last frame.
 *
 * @param fromZoom 1 shows as much as fits the canvas, 1.2 a sixth less
 * @param fromX centre of the window, 0 left to 1 right, within what the zoom leaves free
 * @param fromY centre of the window, 0 top to 1 bottom
 */
public record Motion(
    double fromZoom, double fromX, double fromY, double toZoom, double toX, double toY) {
  public Motion {
    if (!(fromZoom >= 1 && fromZoom <= 4 && toZoom >= 1 && toZoom <= 4)) {
      throw new IllegalArgumentException("A zoom is 1 to 4");
    }
  }
}
