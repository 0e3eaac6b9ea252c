package io.moneyprinter.video.quality;

import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at a finished video once, cheaply: decodes the key frames (there is one where each segment
 * begins, and one every two seconds) and all of the sound. Whatever cannot be decoded fails it.
 */
final class KeyFrameScan {
  /** Pixels of a side of what is kept of a frame. */
  static final int SIDE = 32;

  /** Quieter than this is silence, dBFS. */
  private static final int SILENCE = -50;

  private static final double SILENT_SECONDS = 1.5;
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Pattern SHOWN = Pattern.compile("pts_time:\\s*([0-9.]+)");
  private static final Pattern SILENT_FROM = Pattern.compile("silence_start: (-?[0-9.]+)");
  private static final Pattern SILENT_FOR =
      Pattern.compile("silence_end: ([0-9.]+) \\| silence_duration: ([0-9.]+)");

  private final Ffmpeg ffmpeg;
  private final WorkerPools pools;
  private final DataFolder data;

  KeyFrameScan(Ffmpeg ffmpeg, WorkerPools pools, DataFolder data) {
    this.ffmpeg = ffmpeg;
    this.pools = pools;
    this.data = data;
  }

  /**
   * A key frame.
   *
   * @param seconds when it shows
   * @param luma {@value #SIDE} by {@value #SIDE} means of its brightness, 0 to 255, row by row
   */
  record KeyFrame(double seconds, byte[] luma) {
    /** Mean brightness. */
    double mean() {
      long sum = 0;
      for (byte value : luma) {
        sum += value & 255;
      }
      return sum / (double) luma.length;
    }

    /** Mean difference of brightness to another frame. */
    double distance(KeyFrame other) {
      long sum = 0;
      for (int i = 0; i < luma.length; i++) {
        sum += Math.abs((luma[i] & 255) - (other.luma[i] & 255));
      }
      return sum / (double) luma.length;
    }
  }

  /** Seconds without a sound. */
  record Silence(double from, double to) {}

  /** What was seen and heard. */
  record Seen(List<KeyFrame> frames, List<Silence> silences) {}

  Future<Seen> scan(Path video, boolean picture, boolean sound, TaskContext task) {
    return pools
        .run(Pool.MEDIA, () -> data.scratch("quality"))
        .compose(
            folder ->
                ffmpeg
                    .run(command(video, picture, sound, folder.resolve("frames.gray")), task)
                    .compose(
                        output ->
                            pools.run(
                                Pool.MEDIA,
                                () -> read(output.log(), picture, folder.resolve("frames.gray"))))
                    .eventually(() -> pools.run(Pool.MEDIA, () -> delete(folder))));
  }

  private static FfmpegCommand command(Path video, boolean picture, boolean sound, Path target) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "info", "-nostats", "-xerror"));
    line.addAll(List.of("-err_detect", "explode"));
    if (picture) {
      line.addAll(List.of("-skip_frame", "nokey"));
    }
    line.addAll(MediaInput.open(video));
    if (picture) {
      line.addAll(List.of("-map", "0:v:0", "-fps_mode", "passthrough"));
      line.addAll(
          List.of(
              "-vf",
              "scale=%1$d:%1$d:flags=area:out_range=pc,format=gray,showinfo=checksum=0"
                  .formatted(SIDE)));
      line.addAll(List.of("-f", "rawvideo", target.toString()));
    }
    if (sound) {
      line.addAll(List.of("-map", "0:a:0"));
      line.addAll(
          List.of(
              "-af", "silencedetect=noise=%ddB:duration=%s".formatted(SILENCE, SILENT_SECONDS)));
      line.addAll(List.of("-f", "null", "-"));
    }
    return FfmpegCommand.convert("decode the finished video", LIMIT, line);
  }

  private static Seen read(String log, boolean picture, Path file) throws IOException {
    List<KeyFrame> frames = new ArrayList<>();
    if (picture) {
      byte[] all = Files.readAllBytes(file);
      int size = SIDE * SIDE;
      Matcher shown = SHOWN.matcher(log);
      for (int at = 0; at + size <= all.length && shown.find(); at += size) {
        double seconds = Double.parseDouble(shown.group(1));
        frames.add(new KeyFrame(seconds, Arrays.copyOfRange(all, at, at + size)));
      }
    }
    return new Seen(frames, silences(log));
  }

  private static List<Silence> silences(String log) {
    List<Silence> silences = new ArrayList<>();
    Matcher ends = SILENT_FOR.matcher(log);
    while (ends.find()) {
      double to = Double.parseDouble(ends.group(1));
      silences.add(new Silence(Math.max(0, to - Double.parseDouble(ends.group(2))), to));
    }
    Matcher starts = SILENT_FROM.matcher(log);
    double last = -1;
    int count = 0;
    while (starts.find()) {
      last = Double.parseDouble(starts.group(1));
      count++;
    }
    if (count > silences.size()) {
      silences.add(new Silence(Math.max(0, last), Double.POSITIVE_INFINITY));
    }
    return silences;
  }

  private static Void delete(Path folder) {
    DataFolder.delete(folder);
    return null;
  }
}
