package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Canvas;
import java.util.List;

/**
 * A luma wipe: one gray picture says when each place changes, black first, white last. It is drawn
 * once; a table of (when, how far) makes every frame's mask of it, at half the canvas's size, which
 * is what the samples of colour need, and twice that for brightness.
 */
record LumaWipe(Overlap overlap, Order order) implements Crossing {

  /** The order in which places change. */
  enum Order {
    /** From the middle to the corners. */
    OPENING_CIRCLE(Shapes.CIRCLE, 12),
    /** From the corners to the middle. */
    CLOSING_CIRCLE("1-" + Shapes.CIRCLE, 12),
    /** From the middle to the edges, all four at once. */
    OPENING_RECTANGLE(Shapes.RECTANGLE, 6),
    CLOSING_RECTANGLE("1-" + Shapes.RECTANGLE, 6),
    /** Clockwise from the top. */
    CLOCKWISE("mod(atan2(X+0.5-W/2,H/2-Y-0.5)/(2*PI)+1,1)", 20),
    /** As by chance, though always the same: the usual hash of a place by its sine. */
    GRAINS("mod(abs(sin(X*12.9898+Y*78.233)*43758.5453),1)", 1);

    /** When a place changes, 0 to 1. */
    private final String when;

    /** How long a place takes, in 255ths of the way: the softness of the edge. */
    private final int edge;

    Order(String when, int edge) {
      this.when = when;
      this.edge = edge;
    }
  }

  /** Distances from the middle, 1 in the corners. */
  private static final class Shapes {
    static final String CIRCLE = "hypot(X+0.5-W/2,Y+0.5-H/2)/hypot(W/2,H/2)";
    static final String RECTANGLE = "2*max(abs(X+0.5-W/2)/W,abs(Y+0.5-H/2)/H)";
  }

  @Override
  public List<String> chains(String out) {
    Canvas canvas = overlap.canvas();
    int width = canvas.width() / 2;
    int height = canvas.height() / 2;
    String half = "scale=%d:%d:flags=".formatted(width, height);
    boolean grains = order == Order.GRAINS;
    // Shapes are smooth: a quarter of the points is drawn, the others lie between them.
    String when =
        overlap.still(
            grains ? width : Math.max(1, width / 2),
            grains ? height : Math.max(1, height / 2),
            "format=gray,geq=lum='255*clip(%s,0,1)',%sbilinear".formatted(order.when, half));
    String now =
        "color=c=black:s=2x2:r=%d,format=gray,trim=end_frame=%d,geq=lum='255*%s',%sneighbor,%s"
            .formatted(canvas.fps(), overlap.lead(), overlap.share("N"), half, overlap.clock());
    String risen = "clip((y*%1$d/255-x)*255/%2$d,0,255)".formatted(255 + order.edge, order.edge);
    return List.of(
        when + "[when]",
        now + "[now]",
        "[when][now]lut2=c0='%s',split[small][chroma]".formatted(risen),
        "[small]scale=%d:%d:flags=%s[luma]"
            .formatted(canvas.width(), canvas.height(), grains ? "neighbor" : "bilinear"),
        "[luma][chroma]mergeplanes=0x001010:yuv420p,%s,%s[mask]"
            .formatted(Overlap.asMask(), overlap.clock()),
        "[leaving][arriving][mask]maskedmerge[%s]".formatted(out));
  }
}
