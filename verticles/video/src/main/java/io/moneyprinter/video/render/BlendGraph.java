package io.moneyprinter.video.render;

import io.moneyprinter.codecs.video.TransitionStyle;
import java.util.List;

/**
 * The filter chains in which {@code [before]} gives way to {@code [clip]}; {@code [blended]} comes
 * out, exactly as long as the clip. Only the frames in which both show pass through a filter of two
 * pictures: the others would be costly there (a third to twice the price of decoding them).
 *
 * @param style how; {@code null} for a fade
 * @param lead frames of the blend
 * @param frames frames of the clip
 * @param fps frames a second of both
 */
record BlendGraph(TransitionStyle style, int lead, int frames, int fps) {
  List<String> chains() {
    return style == null ? fade() : lead < frames ? headAndRest() : whole();
  }

  /** Fades the alpha of the clip before and lays it over: it ends with the blend. */
  private List<String> fade() {
    return List.of(
        "[before]format=yuva420p,fade=t=out:start_frame=0:nb_frames=%d:alpha=1[fading]"
            .formatted(lead),
        "[clip][fading]overlay=eof_action=pass:format=yuv420[blended]");
  }

  private List<String> headAndRest() {
    return List.of(
        "[clip]split[entering][staying]",
        "[entering]trim=end_frame=%d[head]".formatted(lead),
        "[staying]trim=start_frame=%d,setpts=PTS-STARTPTS,%s[rest]".formatted(lead, clock()),
        "[before]%s[leaving]".formatted(clock()),
        "[head]%s[arriving]".formatted(clock()),
        "[leaving][arriving]%s[both]".formatted(crossing()),
        // The clock again: a concatenation may count in microseconds, which do not hold a frame.
        "[both][rest]concat=n=2:v=1:a=0,setpts=N/%d/TB,%s[blended]".formatted(fps, clock()));
  }

  private List<String> whole() {
    return List.of(
        "[before]%s[leaving]".formatted(clock()),
        "[clip]%s[arriving]".formatted(clock()),
        "[leaving][arriving]%s[blended]".formatted(crossing()));
  }

  /** Both sides of a crossing must count time in the same unit. */
  private String clock() {
    return "settb=1/" + fps;
  }

  private String crossing() {
    // In microseconds, rounded up: the crossing is over after its last frame, never at it.
    long micros = (lead * 1_000_000L + fps - 1) / fps;
    return "xfade=transition=%s:duration=%dus:offset=0,format=yuv420p".formatted(name(), micros);
  }

  /** As FFmpeg's xfade filter calls it. */
  private String name() {
    return switch (style) {
      case FADE -> "fade";
      case FADE_BLACK -> "fadeblack";
      case FADE_WHITE -> "fadewhite";
      case DISSOLVE -> "dissolve";
      case WIPE_LEFT -> "wipeleft";
      case WIPE_RIGHT -> "wiperight";
      case WIPE_UP -> "wipeup";
      case WIPE_DOWN -> "wipedown";
      case SLIDE_LEFT -> "slideleft";
      case SLIDE_RIGHT -> "slideright";
      case SLIDE_UP -> "slideup";
      case SLIDE_DOWN -> "slidedown";
      case CIRCLE_OPEN -> "circleopen";
      case CIRCLE_CLOSE -> "circleclose";
      case ZOOM_IN -> "zoomin";
      case CUT, SHUFFLE -> throw new IllegalStateException("Not a crossing: " + style);
    };
  }
}
