package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.TransitionStyle;
import java.util.List;
import java.util.stream.Stream;

/**
 * The filter chains in which {@code [before]} gives way to {@code [clip]}; {@code [blended]} comes
 * out, exactly as long as the clip. Only the frames in which both show pass through a filter of two
 * pictures: the others would be costly there (a third to twice the price of decoding them).
 *
 * @param style how; {@code null} for a fade
 * @param lead frames of the blend
 * @param frames frames of the clip
 * @param canvas what both fill
 */
record BlendGraph(TransitionStyle style, int lead, int frames, Canvas canvas) {
  /** How near the zoom comes: the share of the picture's side that it cuts off at each edge. */
  private static final double ZOOM = 0.36;

  List<String> chains() {
    if (style == null) {
      return fade("", 0);
    }
    return switch (style) {
      case FADE_BLACK -> veil("black");
      case FADE_WHITE -> veil("white");
      case ZOOM_IN -> fade(zoom() + ",", lead / 3);
      default -> lead < frames ? headAndRest() : whole();
    };
  }

  /** Fades the alpha of the clip before and lays it over: it ends with the blend. */
  private List<String> fade(String move, int from) {
    return List.of(
        "[before]%sformat=yuva420p,fade=t=out:start_frame=%d:nb_frames=%d:alpha=1[fading]"
            .formatted(move, from, lead - from),
        "[clip][fading]overlay=eof_action=pass:format=yuv420[blended]");
  }

  /** Ever nearer to the middle. By whole pixels it would tremble: this filter counts in parts. */
  private String zoom() {
    String edge = "%s*(in-1)/%d".formatted(ZOOM, lead);
    String near = "*" + edge;
    String far = "*(1-" + edge + ")";
    return ("perspective=eval=frame:x0='W%1$s':y0='H%1$s':x1='W%2$s':y1='H%1$s'"
            + ":x2='W%1$s':y2='H%2$s':x3='W%2$s':y3='H%2$s'")
        .formatted(near, far);
  }

  /** A cut in the middle of the blend, behind a colour that comes and goes. */
  private List<String> veil(String color) {
    int half = Math.max(1, lead / 2);
    return List.of(
        "[before]trim=end_frame=%d,%s[leaving]".formatted(half, clock()),
        "[clip]trim=start_frame=%d,setpts=PTS-STARTPTS,%s[arriving]".formatted(half, clock()),
        joined("leaving", "arriving", "cut"),
        ("color=c=%1$s:s=%2$dx%3$d:r=%4$d,format=yuva420p,trim=end_frame=%5$d"
                + ",fade=t=in:start_frame=0:nb_frames=%6$d:alpha=1"
                + ",fade=t=out:start_frame=%6$d:nb_frames=%7$d:alpha=1[veil]")
            .formatted(
                color,
                canvas.width(),
                canvas.height(),
                canvas.fps(),
                lead,
                half,
                Math.max(1, lead - half)),
        "[cut][veil]overlay=eof_action=pass:format=yuv420[blended]");
  }

  private List<String> headAndRest() {
    return Stream.concat(
            Stream.of(
                "[clip]split[entering][staying]",
                "[entering]trim=end_frame=%d,%s[arriving]".formatted(lead, clock()),
                "[staying]trim=start_frame=%d,setpts=PTS-STARTPTS,%s[rest]"
                    .formatted(lead, clock()),
                "[before]%s[leaving]".formatted(clock())),
            Stream.of(crossing() + "[both]", joined("both", "rest", "blended")))
        .toList();
  }

  private List<String> whole() {
    return List.of(
        "[before]%s[leaving]".formatted(clock()),
        "[clip]%s[arriving]".formatted(clock()),
        crossing() + "[blended]");
  }

  /** Both sides of a crossing must count time in the same unit. */
  private String clock() {
    return "settb=1/" + canvas.fps();
  }

  /** The clock anew: a concatenation may count in microseconds, which do not hold a frame. */
  private String joined(String first, String second, String name) {
    return "[%s][%s]concat=n=2:v=1:a=0,setpts=N/%d/TB,%s[%s]"
        .formatted(first, second, canvas.fps(), clock(), name);
  }

  private String crossing() {
    return switch (style) {
      case SLIDE_LEFT -> slide("[leaving][arriving]hstack", "x='ow*%s':y=0");
      case SLIDE_RIGHT -> slide("[arriving][leaving]hstack", "x='ow*(1-%s)':y=0");
      case SLIDE_UP -> slide("[leaving][arriving]vstack", "x=0:y='oh*%s'");
      case SLIDE_DOWN -> slide("[arriving][leaving]vstack", "x=0:y='oh*(1-%s)'");
      case DISSOLVE -> xfade("dissolve");
      case WIPE_LEFT -> xfade("wipeleft");
      case WIPE_RIGHT -> xfade("wiperight");
      case WIPE_UP -> xfade("wipeup");
      case WIPE_DOWN -> xfade("wipedown");
      case CIRCLE_OPEN -> xfade("circleopen");
      case CIRCLE_CLOSE -> xfade("circleclose");
      default -> throw new IllegalStateException("Not a crossing: " + style);
    };
  }

  /** A window that moves over both pictures side by side, setting out and arriving gently. */
  private String slide(String stack, String place) {
    String share = "(n/%d)".formatted(lead);
    String eased = "(%1$s*%1$s*(3-2*%1$s))".formatted(share);
    return "%s,crop=%d:%d:%s"
        .formatted(stack, canvas.width(), canvas.height(), place.formatted(eased));
  }

  private String xfade(String name) {
    // In microseconds, rounded up: the crossing is over after its last frame, never at it.
    long micros = (lead * 1_000_000L + canvas.fps() - 1) / canvas.fps();
    return "[leaving][arriving]xfade=transition=%s:duration=%dus:offset=0,format=yuv420p"
        .formatted(name, micros);
  }
}
