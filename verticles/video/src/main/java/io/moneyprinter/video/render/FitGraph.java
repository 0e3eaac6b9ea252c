package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Fit;
import java.util.List;
import java.util.Locale;

/**
 * The filters that make a picture fill a frame of another shape.
 *
 * @param fit {@code null} for cover, the middle in view
 * @param picture the picture as shown, its pixels taken as square
 * @param frame what is filled, even
 */
record FitGraph(Fit fit, Size picture, Size frame) {
  /** How many pixels of the frame are one of the copy that is blurred: it needs no finer ones. */
  private static final int COARSE = 10;

  FitGraph {
    fit = fit == null ? Fit.DEFAULT : fit;
  }

  /** The size that the picture itself gets: the frame's own, or the largest that fits in. */
  Size scaled() {
    return fit.mode() == Fit.Mode.COVER ? frame : picture.within(frame);
  }

  /**
   * The chains.
   *
   * @param head what the picture comes out of, ending with a comma
   * @param color makes of the scaled picture what the frame is to hold; begins with the scaling
   * @param name of the pad that comes out, without brackets
   */
  List<String> chains(String head, String color, String name) {
    boolean fills = scaled().equals(frame);
    return switch (fit.mode()) {
      case COVER -> List.of(head + crop(frame) + "," + color + "[" + name + "]");
      case CONTAIN ->
          List.of(
              fills
                  ? head + color + "[" + name + "]"
                  : head + color + "," + bars() + "[" + name + "]");
      case BLUR -> fills ? List.of(head + color + "[" + name + "]") : blurred(head, color, name);
    };
  }

  /** Cuts to a shape; before scaling, which then has less to do. */
  private String crop(Size shape) {
    String x = share("iw-ow", fit.focusX());
    String y = share("ih-oh", fit.focusY());
    return "crop='min(iw,ih*%1$d/%2$d/sar)':'min(ih,iw*sar*%2$d/%1$d)':'%3$s':'%4$s'"
        .formatted(shape.width(), shape.height(), x, y);
  }

  private static String share(String rest, double focus) {
    return String.format(Locale.ROOT, "(%s)*%.4f", rest, focus);
  }

  private String bars() {
    return "pad=%d:%d:%d:%d:color=0x%s"
        .formatted(frame.width(), frame.height(), left(), top(), fit.color().substring(1));
  }

  private int left() {
    return (frame.width() - scaled().width()) / 4 * 2;
  }

  private int top() {
    return (frame.height() - scaled().height()) / 4 * 2;
  }

  /** The copy is blurred and darkened while it is small: at full size that costs ten times more. */
  private List<String> blurred(String head, String color, String name) {
    Size small =
        new Size(Math.max(8, frame.width() / COARSE), Math.max(8, frame.height() / COARSE));
    return List.of(
        "%s%s,split[%s-copy][%s-whole]".formatted(head, color, name, name),
        ("[%s-copy]%s,scale=%d:%d:flags=area,gblur=sigma=2.5:steps=2"
                + ",lutyuv=y='16+(val-16)*0.68':u='128+(val-128)*0.75'"
                + ":v='128+(val-128)*0.75',scale=%d:%d:flags=bilinear,setsar=1[%s-fill]")
            .formatted(
                name,
                crop(frame),
                small.width(),
                small.height(),
                frame.width(),
                frame.height(),
                name),
        "[%1$s-fill][%1$s-whole]overlay=%2$d:%3$d:format=yuv420[%1$s]"
            .formatted(name, left(), top()));
  }
}
