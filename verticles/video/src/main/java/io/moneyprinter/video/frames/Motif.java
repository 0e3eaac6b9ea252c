package io.moneyprinter.video.frames;

/** What moves over the ground of a backdrop. May be drawn by many threads at once. */
interface Motif {
  /**
   * Draws it as it is at a moment.
   *
   * @param t seconds from the beginning of the clip
   * @param pixels as {@link FrameSource#draw} takes them, with the ground in them
   */
  void draw(double t, int[] pixels);
}
