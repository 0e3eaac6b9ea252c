package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Canvas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads some frames of footage at the canvas's rate. Whichever part is read, a frame of it is the
 * same.
 *
 * @param in where its frame 0 is, seconds of the footage
 * @param speed 0.25 to 4
 * @param from first frame to come out
 * @param frames how many come out
 * @param held how many there are in all: when the footage is too short for them it is repeated
 */
record FootageInput(
    Picture.Footage footage,
    Canvas canvas,
    double in,
    double speed,
    int from,
    int frames,
    int held) {
  /** A margin in what is read, for frame rates that do not divide. */
  private static final double MARGIN_SECONDS = 1;

  /** A part is read from this much before it, so that a frame from before still shows in it. */
  private static final double RUN_UP_SECONDS = 0.5;

  /** Share of a frame by which all comes later: no rounding decides between two frames then. */
  private static final double LATER = 0.01;

  /**
   * Opens the footage.
   *
   * @return the beginning of a chain, ending with a comma
   */
  String open(GraphInputs inputs, Path file) {
    boolean looped = in + seconds(held) > footage.seconds() + speed / canvas.fps();
    int runUp = looped ? from : Math.min(from, (int) Math.ceil(RUN_UP_SECONDS * canvas.fps()));
    // Repeated footage is read from its beginning: only there the repetitions are in place.
    double seek = looped ? 0 : in + seconds(from - runUp);
    double late = looped ? in : 0;
    List<String> options = new ArrayList<>();
    if (looped) {
      options.addAll(List.of("-stream_loop", "-1"));
    }
    double length = late + seconds(runUp + frames) + MARGIN_SECONDS * Math.max(1, speed);
    options.addAll(List.of("-ss", number(seek), "-t", number(length), "-an", "-sn", "-dn"));
    boolean alpha = Boolean.TRUE.equals(footage.alpha());
    if (alpha && "video/webm".equals(footage.blob().mediaType())) {
      // The decoder that is usually taken leaves the transparency of a VP9 stream out.
      options.addAll(List.of("-c:v", "libvpx-vp9"));
    }
    int number = inputs.file(options, file);
    String clock =
        String.format(
            Locale.ROOT,
            "settb=AVTB,setpts='(PTS-%d)/%s+%d'",
            Math.round(late * 1e6),
            Double.toString(speed),
            Math.round(LATER / canvas.fps() * 1e6));
    return ("[%d:v:0]%s%s,fps=%d:start_time=0,tpad=stop=-1:stop_mode=clone"
            + ",trim=start_frame=%d:end_frame=%d,setpts=PTS-STARTPTS,")
        .formatted(
            number,
            alpha ? "" : "bwdif=deint=interlaced,",
            clock,
            canvas.fps(),
            runUp,
            runUp + frames);
  }

  /** Seconds of the footage that some frames take. */
  private double seconds(int count) {
    return canvas.secondsOf(count) * speed;
  }

  private static String number(double seconds) {
    return String.format(Locale.ROOT, "%.6f", seconds);
  }
}
