package io.moneyprinter.video.ffmpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * An encoder with everything that decides its output, except how many threads it may use.
 *
 * @param name as FFmpeg calls it
 * @param device what has to stand in front of the inputs, such as the choice of a graphics card
 * @param pixels filters that bring frames into the form it takes
 * @param settings its own options
 */
public record VideoEncoder(String name, List<String> device, String pixels, List<String> settings) {
  private static final int GROUP_SECONDS = 2;

  public VideoEncoder {
    device = List.copyOf(device);
    settings = List.copyOf(settings);
  }

  /**
   * The output options of a segment: one closed group of pictures follows the other, and equal
   * parameters everywhere let segments be joined by copying.
   */
  public List<String> arguments(int fps, int threads) {
    List<String> all = new ArrayList<>(List.of("-c:v", name));
    all.addAll(settings);
    int group = GROUP_SECONDS * fps;
    all.addAll(List.of("-g", "" + group, "-threads", "" + threads));
    all.addAll(List.of("-color_primaries", "bt709", "-color_trc", "bt709"));
    all.addAll(List.of("-colorspace", "bt709", "-color_range", "tv"));
    return all;
  }

  /** Everything that decides the bytes it makes, as one line. */
  public String signature(FfmpegProgram program) {
    return name
        + ' '
        + String.join(" ", settings)
        + " · ffmpeg "
        + program.version()
        + " build "
        + program.build();
  }
}
