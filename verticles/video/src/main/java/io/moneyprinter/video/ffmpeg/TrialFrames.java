package io.moneyprinter.video.ffmpeg;

import java.util.Arrays;
import java.util.List;

/** A few plain frames by which encoders and filters are tried. */
final class TrialFrames {
  private TrialFrames() {}

  /** The input options under which {@link #of} is read. */
  static List<String> input(int side) {
    return List.of(
        "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", side + "x" + side, "-r", "30", "-i", "pipe:0");
  }

  /** Grey frames, each brighter than the one before. */
  static FrameFeed of(int side, int frames) {
    return program -> {
      byte[] frame = new byte[side * side * 4];
      for (int i = 0; i < frames; i++) {
        Arrays.fill(frame, (byte) (i * 30));
        program.write(frame);
      }
    };
  }
}
