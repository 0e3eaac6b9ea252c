package io.moneyprinter.video.frames;

/**
 * Draws the frames of a clip. A frame depends on its number alone, so that any part can be drawn by
 * itself, in any order, by many threads at once.
 */
public interface FrameSource {
  /** Pixels, even; may be smaller than the canvas, for FFmpeg to scale up. */
  int width();

  /** Pixels, even. */
  int height();

  /**
   * Draws one frame. Takes some milliseconds of CPU: call it on a worker.
   *
   * @param frame from 0; any number of frames beyond the clip's own can be had too
   * @param pixels takes {@code width * height} pixels as 0x00RRGGBB, row by row. Written in
   *     little-endian order they are what FFmpeg reads as {@code -f rawvideo -pix_fmt bgr0}
   */
  void draw(int frame, int[] pixels);
}
