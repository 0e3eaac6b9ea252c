package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Canvas;
import java.util.List;

/**
 * A straight edge uncovers the next picture. The mask is a window that moves over one long strip,
 * black to white, which is drawn once: moving it costs nothing.
 *
 * @param soft with an edge as wide as the picture (FFmpeg's {@code smoothleft} and its kin) that
 *     sets out and arrives gently, instead of a sharp one at an even pace
 */
record EdgeWipe(Overlap overlap, Heading heading, boolean soft) implements Crossing {
  /** A sharp edge, in pixels: a sample of colour covers two. */
  private static final int SHARP = 2;

  @Override
  public List<String> chains(String out) {
    Canvas canvas = overlap.canvas();
    boolean across = heading.horizontal();
    int side = across ? canvas.width() : canvas.height();
    int edge = soft ? side : SHARP;
    int strip = 2 * side + edge;
    String drawn =
        overlap.still(
            across ? strip : SHARP,
            across ? SHARP : strip,
            "format=yuv420p,%s,scale=%d:%d:flags=neighbor"
                .formatted(
                    ramp(side, edge),
                    across ? strip : canvas.width(),
                    across ? canvas.height() : strip));
    String share = soft ? overlap.eased("n") : overlap.share("n");
    String way = heading.backwards() ? share : "(1-" + share + ")";
    String place = "'%d*%s'".formatted(side + edge, way);
    return List.of(
        "%s,crop=%d:%d:%s,%s[mask]"
            .formatted(
                drawn,
                canvas.width(),
                canvas.height(),
                across ? "x=" + place + ":y=0" : "x=0:y=" + place,
                Overlap.asMask()),
        "[leaving][arriving][mask]maskedmerge[%s]".formatted(out));
  }

  /** Black for a side's length, then rising to white; mirrored where the edge moves forwards. */
  private String ramp(int side, int edge) {
    String pixel = heading.horizontal() ? "(X+0.5)/SW" : "(Y+0.5)/SH";
    String risen = "clip((%s-%d)/%d,0,1)".formatted(pixel, side, edge);
    String level = "127.5*(1%scos(PI*%s))".formatted(heading.backwards() ? "-" : "+", risen);
    return "geq=lum='%1$s':cb='%1$s':cr='%1$s'".formatted(level);
  }
}
