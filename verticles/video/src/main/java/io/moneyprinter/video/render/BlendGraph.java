package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.TransitionStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * The filter chains in which {@code [before]} gives way to {@code [clip]}; {@code [blended]} comes
 * out, exactly as long as the clip. Only the frames in which both show pass through filters of two
 * pictures: the others would be costly there. None of these is {@code xfade}, which works in full
 * colour resolution and point by point: see docs/benchmarks.md.
 *
 * @param style how; {@code null} for a fade
 * @param lead frames of the blend, from 1 to {@code frames}
 * @param frames frames of the clip
 * @param canvas what both fill
 */
record BlendGraph(TransitionStyle style, int lead, int frames, Canvas canvas) {

  List<String> chains() {
    return switch (style == null ? TransitionStyle.FADE : style) {
      case CUT, SHUFFLE -> throw new IllegalStateException("Not a blend: " + style);
      case FADE -> fade();
      case FADE_BLACK -> veil("black");
      case FADE_WHITE -> veil("white");
      case DISSOLVE -> luma(LumaWipe.Order.GRAINS);
      case WIPE_LEFT -> wipe(Heading.LEFT, false);
      case WIPE_RIGHT -> wipe(Heading.RIGHT, false);
      case WIPE_UP -> wipe(Heading.UP, false);
      case WIPE_DOWN -> wipe(Heading.DOWN, false);
      case SLIDE_LEFT -> slide(Heading.LEFT);
      case SLIDE_RIGHT -> slide(Heading.RIGHT);
      case SLIDE_UP -> slide(Heading.UP);
      case SLIDE_DOWN -> slide(Heading.DOWN);
      case SMOOTH_LEFT -> wipe(Heading.LEFT, true);
      case SMOOTH_RIGHT -> wipe(Heading.RIGHT, true);
      case SMOOTH_UP -> wipe(Heading.UP, true);
      case SMOOTH_DOWN -> wipe(Heading.DOWN, true);
      case CIRCLE_OPEN -> luma(LumaWipe.Order.OPENING_CIRCLE);
      case CIRCLE_CLOSE -> luma(LumaWipe.Order.CLOSING_CIRCLE);
      case RECT_OPEN -> luma(LumaWipe.Order.OPENING_RECTANGLE);
      case RECT_CLOSE -> luma(LumaWipe.Order.CLOSING_RECTANGLE);
      case RADIAL -> luma(LumaWipe.Order.CLOCKWISE);
      case ZOOM_IN -> crossed(new Zoom(overlap(), true));
      case ZOOM_OUT -> crossed(new Zoom(overlap(), false));
      case PIXELIZE -> crossed(new Coarsening(overlap(), Coarsening.Look.SQUARES));
      case BLUR -> crossed(new Coarsening(overlap(), Coarsening.Look.BLURRED));
    };
  }

  private Overlap overlap() {
    return new Overlap(lead, canvas);
  }

  private List<String> wipe(Heading heading, boolean soft) {
    return crossed(new EdgeWipe(overlap(), heading, soft));
  }

  private List<String> slide(Heading heading) {
    return crossed(new Slide(overlap(), heading));
  }

  private List<String> luma(LumaWipe.Order order) {
    return crossed(new LumaWipe(overlap(), order));
  }

  /** Fades the alpha of the clip before and lays it over: it ends with the blend. */
  private List<String> fade() {
    return List.of(
        "[before]%s[fading]".formatted(Overlap.vanish(0, lead)),
        "[clip][fading]overlay=eof_action=pass:format=yuv420[blended]");
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

  /** Takes the overlap out of the clip, where there is more of it, and puts the rest behind. */
  private List<String> crossed(Crossing crossing) {
    List<String> chains = new ArrayList<>();
    chains.add("[before]%s[leaving]".formatted(clock()));
    if (lead == frames) {
      chains.add("[clip]%s[arriving]".formatted(clock()));
      chains.addAll(crossing.chains("blended"));
      return chains;
    }
    chains.add("[clip]split[entering][staying]");
    chains.add("[entering]trim=end_frame=%d,%s[arriving]".formatted(lead, clock()));
    chains.add(
        "[staying]trim=start_frame=%d,setpts=PTS-STARTPTS,%s[rest]".formatted(lead, clock()));
    chains.addAll(crossing.chains("both"));
    chains.add(joined("both", "rest", "blended"));
    return chains;
  }

  private String clock() {
    return overlap().clock();
  }

  /** The clock anew: a concatenation may count in microseconds, which do not hold a frame. */
  private String joined(String first, String second, String name) {
    return "[%s][%s]concat=n=2:v=1:a=0,setpts=N/%d/TB,%s[%s]"
        .formatted(first, second, canvas.fps(), clock(), name);
  }
}
