package io.moneyprinter.video.render;

import java.util.List;

/** A window that moves over both pictures side by side, setting out and arriving gently. */
record Slide(Overlap overlap, Heading heading) implements Crossing {
  @Override
  public List<String> chains(String out) {
    String pair = heading.backwards() ? "[leaving][arriving]" : "[arriving][leaving]";
    String way = heading.backwards() ? overlap.eased("n") : "(1-" + overlap.eased("n") + ")";
    return List.of(
        "%s%s,crop=%d:%d:%s[%s]"
            .formatted(
                pair,
                heading.horizontal() ? "hstack" : "vstack",
                overlap.canvas().width(),
                overlap.canvas().height(),
                heading.horizontal() ? "x='ow*" + way + "':y=0" : "x=0:y='oh*" + way + "'",
                out));
  }
}
