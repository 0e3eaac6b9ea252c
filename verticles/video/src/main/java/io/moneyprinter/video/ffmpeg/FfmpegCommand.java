package io.moneyprinter.video.ffmpeg;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * One call of FFmpeg.
 *
 * @param purpose completes the sentence "FFmpeg could not …"
 * @param look whether {@code ffprobe} is meant
 * @param arguments one by one; no shell ever sees them
 * @param limit how long it may take
 * @param feed what it reads from its standard input; {@code null} for nothing
 * @param onFrame hears how many frames are out; {@code null} for nobody
 * @param untrusted whether it opens a file from outside that nobody has looked at yet: it then gets
 *     little memory, and what goes wrong is the file's fault
 */
public record FfmpegCommand(
    String purpose,
    boolean look,
    List<String> arguments,
    Duration limit,
    FrameFeed feed,
    LongConsumer onFrame,
    boolean untrusted) {
  private static final Duration LOOKING = Duration.ofSeconds(20);

  public FfmpegCommand {
    arguments = List.copyOf(arguments);
  }

  public static FfmpegCommand convert(String purpose, Duration limit, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("-hide_banner", "-y"));
    all.addAll(arguments);
    return new FfmpegCommand(purpose, false, all, limit, null, null, false);
  }

  public static FfmpegCommand look(String purpose, List<String> arguments) {
    return new FfmpegCommand(purpose, true, arguments, LOOKING, null, null, false);
  }

  public FfmpegCommand fedBy(FrameFeed frames) {
    return new FfmpegCommand(purpose, look, arguments, limit, frames, onFrame, untrusted);
  }

  public FfmpegCommand telling(LongConsumer frames) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(0, List.of("-progress", "pipe:1", "-stats_period", "0.25"));
    return new FfmpegCommand(purpose, look, all, limit, feed, frames, untrusted);
  }

  /** The same for a file that nobody has looked at yet. */
  public FfmpegCommand untrusting(Duration within) {
    return new FfmpegCommand(purpose, look, arguments, within, feed, onFrame, true);
  }
}
