package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Overlay;

/**
 * The part of the canvas that an overlay costs: at rest its own rectangle; in motion a box with a
 * transparent margin, in which it is moved by fractions of a pixel and scaled, while the box itself
 * moves by whole pairs of pixels (as colour is stored for pairs). One that outgrows the canvas gets
 * a box as large as the canvas, at rest.
 *
 * @param picture size at which the picture is made ready
 * @param box what is laid over; the picture itself at rest
 * @param prepared scale at which the picture is made ready, against the overlay's own size
 * @param moving whether it is in motion
 */
record OverlayBox(
    Canvas canvas, OverlayPath path, Size picture, Size box, double prepared, boolean moving) {
  /** Of the box around the picture; pixels on each side. */
  static final int MARGIN = 4;

  /**
   * @param shape of the picture, for an overlay that keeps it
   */
  static OverlayBox of(Overlay overlay, Canvas canvas, Size shape) {
    OverlayPath path = new OverlayPath(overlay.path());
    double width = overlay.width() * canvas.width();
    double height =
        overlay.height() == null
            ? width * shape.height() / shape.width()
            : overlay.height() * canvas.height();
    double scale = path.largestScale();
    boolean large = width * scale > 2.0 * canvas.width() || height * scale > 2.0 * canvas.height();
    if (!path.moves() && !large) {
      Size picture = new Size(Size.even(width * scale), Size.even(height * scale));
      return new OverlayBox(canvas, path, picture, picture, scale, false);
    }
    double room =
        Math.min(
            (canvas.width() - 2 * MARGIN) / (width * scale),
            (canvas.height() - 2 * MARGIN) / (height * scale));
    boolean whole = room < 1;
    double prepared = whole ? scale * room : scale;
    Size picture = new Size(Size.even(width * prepared), Size.even(height * prepared));
    Size box =
        whole
            ? new Size(canvas.width(), canvas.height())
            : new Size(picture.width() + 2 * MARGIN, picture.height() + 2 * MARGIN);
    return new OverlayBox(canvas, path, picture, box, prepared, true);
  }

  /** Pixels from the box's left edge to the picture. */
  int left() {
    return even((box.width() - picture.width()) / 2);
  }

  int top() {
    return even((box.height() - picture.height()) / 2);
  }

  private static int even(int pixels) {
    return pixels / 2 * 2;
  }

  /** Where the box's left edge is, an expression of the overlay's own frame. */
  String x(String frame) {
    return edge(
        path.expression(Keyframe::x, frame), canvas.width(), box.width(), left(), picture.width());
  }

  String y(String frame) {
    return edge(
        path.expression(Keyframe::y, frame),
        canvas.height(),
        box.height(),
        top(),
        picture.height());
  }

  private String edge(String centre, int side, int boxSide, int before, int length) {
    if (boxSide == side && moving) {
      return "0";
    }
    return "2*floor(((%s)*%d-%s)/2+%s)"
        .formatted(centre, side, OverlayPath.number(before + length / 2.0), moving ? "0" : "0.5");
  }

  /** Moves and scales the picture within its box; empty at rest, else begins with a comma. */
  String motion(String frame) {
    if (!moving) {
      return "";
    }
    String size =
        "((%s)/%s)"
            .formatted(path.expression(Keyframe::scale, frame), OverlayPath.number(prepared));
    String centreX = "((" + path.expression(Keyframe::x, frame) + ")*" + canvas.width() + ")";
    String centreY = "((" + path.expression(Keyframe::y, frame) + ")*" + canvas.height() + ")";
    String west = source(x(frame), centreX, size, left() + picture.width() / 2.0, 0);
    String east = source(x(frame), centreX, size, left() + picture.width() / 2.0, box.width());
    String north = source(y(frame), centreY, size, top() + picture.height() / 2.0, 0);
    String south = source(y(frame), centreY, size, top() + picture.height() / 2.0, box.height());
    return (",perspective=eval=frame:x0='%1$s':y0='%3$s':x1='%2$s':y1='%3$s'"
            + ":x2='%1$s':y2='%4$s':x3='%2$s':y3='%4$s'")
        .formatted(west, east, north, south);
  }

  /** Which place of the still picture comes to a place of the box. */
  private static String source(String edge, String centre, String size, double middle, int at) {
    return "%s+(%s+%d-%s)/%s".formatted(OverlayPath.number(middle), edge, at, centre, size);
  }
}
