package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Canvas;
import java.util.List;

/**
 * The picture gets ever coarser, changes into the next one in the middle third, and gets fine
 * again: it is made smaller by the mean of its pixels, by another measure at every frame, and
 * enlarged again.
 *
 * @param look how it is enlarged
 */
record Coarsening(Overlap overlap, Look look) implements Crossing {

  /** What a coarse picture looks like. */
  enum Look {
    /** Squares. With a colour for each, not for four of them. */
    SQUARES(16, "format=yuv444p,", "neighbor"),
    /** Out of focus. */
    BLURRED(27, "", "bicubic");

    /** How many points the canvas's shorter side has at the coarsest. */
    private final int fewest;

    private final String samples;
    private final String enlarged;

    Look(int fewest, String samples, String enlarged) {
      this.fewest = fewest;
      this.samples = samples;
      this.enlarged = enlarged;
    }
  }

  @Override
  public List<String> chains(String out) {
    Canvas canvas = overlap.canvas();
    int third = overlap.lead() / 3;
    double most = Math.max(1, (double) Math.min(canvas.width(), canvas.height()) / look.fewest);
    // This filter counts its frames from 1.
    String factor = "(1+%s*pow(sin(PI*%s),2))".formatted(most - 1, overlap.share("(n-1)"));
    return List.of(
        "[leaving]%s[fading]".formatted(Overlap.vanish(third, third)),
        ("[arriving][fading]overlay=eof_action=pass:format=yuv420"
                + ",scale=w='max(1,trunc(iw/%1$s))':h='max(1,trunc(ih/%1$s))':eval=frame:flags=area"
                + ",%2$sscale=%3$d:%4$d:flags=%5$s,format=yuv420p,setsar=1[%6$s]")
            .formatted(factor, look.samples, canvas.width(), canvas.height(), look.enlarged, out));
  }
}
