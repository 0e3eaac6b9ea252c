package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.video.VideoCodec;
import java.util.ArrayList;
import java.util.List;

/**
 * An encoder with everything that decides its output, except how many threads it may use.
 *
 * @param name as FFmpeg calls it
 * @param codec what it makes
 * @param hardware whether it works on graphics hardware
 * @param device what has to stand in front of the inputs, such as the choice of a graphics card
 * @param pixels filters that bring frames into the form it takes, and mark their colours
 * @param settings its own options; {@link #THREADS} in them stands for the number of threads
 */
public record VideoEncoder(
    String name,
    VideoCodec codec,
    boolean hardware,
    List<String> device,
    String pixels,
    List<String> settings) {
  static final String THREADS = "{threads}";

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
    settings.forEach(setting -> all.add(setting.replace(THREADS, "" + threads)));
    int group = GROUP_SECONDS * fps;
    all.addAll(List.of("-g", "" + group, "-threads", "" + threads));
    if (codec == VideoCodec.HEVC) {
      // Parameter sets in front of every key frame, so that what another encoder made of the same
      // codec can follow; a file marked hvc1 would lose them.
      all.addAll(List.of("-bsf:v", "dump_extra", "-tag:v", "hev1"));
    }
    all.addAll(List.of("-color_primaries", "bt709", "-color_trc", "bt709"));
    all.addAll(List.of("-colorspace", "bt709", "-color_range", "tv"));
    return all;
  }

  /** Whether it prints how near it comes to what it is given, by SSIM. */
  public boolean tellsFidelity() {
    return settings.stream().anyMatch(setting -> setting.contains("ssim=1"));
  }

  /** The kind of file that holds its segments, as FFmpeg calls it; keeps times to the frame. */
  public String container() {
    return codec == VideoCodec.PRORES ? "mov" : "mp4";
  }

  /** The media type of its segments. */
  public String mediaType() {
    return codec == VideoCodec.PRORES ? "video/quicktime" : "video/mp4";
  }

  /** Everything that decides the bytes it makes, as one line. */
  public String signature(FfmpegProgram program) {
    return name
        + ' '
        + String.join(" ", settings)
        + ' '
        + pixels
        + " · ffmpeg "
        + program.version()
        + " build "
        + program.build();
  }
}
