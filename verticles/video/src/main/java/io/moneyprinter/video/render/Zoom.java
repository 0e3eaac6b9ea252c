package io.moneyprinter.video.render;

import java.util.List;

/**
 * Into the middle of the old picture, or out of the middle of the next one, while the old one
 * blends away.
 *
 * @param in into the old one
 */
record Zoom(Overlap overlap, boolean in) implements Crossing {
  /** How near it comes: the share of the picture's width that is cut off at either side. */
  private static final double NEAREST = 0.36;

  @Override
  public List<String> chains(String out) {
    int third = overlap.lead() / 3;
    int from = in ? third : 0;
    String fading = "format=yuv420p," + Overlap.vanish(from, overlap.lead() - third);
    String rest = "(1-" + overlap.share("on") + ")";
    return List.of(
        "[leaving]%s%s[fading]".formatted(in ? near(overlap.share("on")) + "," : "", fading),
        "[arriving]%s[under]".formatted(in ? "null" : near(rest + "*" + rest)),
        "[under][fading]overlay=eof_action=pass:format=yuv420[%s]".formatted(out));
  }

  /**
   * The filter takes whole pixels only. As many are cut off at the left as at the right, so that
   * the middle stands still: otherwise the picture would tremble.
   */
  private String near(String share) {
    return ("zoompan=d=1:fps=%d:s=%dx%d:z='iw/(iw-2*round(%s*iw*%s))'"
            + ":x='round((iw-iw/zoom)/2)':y='round((ih-ih/zoom)/2)',setsar=1,%s")
        .formatted(
            overlap.canvas().fps(),
            overlap.canvas().width(),
            overlap.canvas().height(),
            NEAREST,
            share,
            overlap.clock());
  }
}
