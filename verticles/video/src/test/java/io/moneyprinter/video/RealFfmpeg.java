package io.moneyprinter.video;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import io.moneyprinter.video.ffmpeg.FrameFeed;
import io.moneyprinter.video.safety.MediaLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The real program, unpacked once for all tests, and media made with it. */
public final class RealFfmpeg {
  private static final FfmpegProgram PROGRAM = FfmpegProgram.bundled(cache());

  private RealFfmpeg() {}

  private static Path cache() {
    try {
      return Files.createDirectories(Path.of("target", "ffmpeg-cache").toAbsolutePath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Ffmpeg on(Node node) {
    return new Ffmpeg(node.vertx(), node.pools(), node.data(), PROGRAM, MediaLimits.usual());
  }

  public static FfmpegProgram program() {
    return PROGRAM;
  }

  /** A stored clip: a plain colour whose blue counts the frames, over a fixed half of red. */
  public static Blob clip(Node node, int width, int height, int fps, int frames, String... more) {
    List<String> line =
        new ArrayList<>(List.of("-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s"));
    line.addAll(List.of(width + "x" + height, "-r", "" + fps, "-i", "pipe:0"));
    line.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-qp", "5"));
    line.addAll(List.of("-pix_fmt", "yuv420p", "-g", "12"));
    line.addAll(List.of(more));
    return made(node, line, counting(width, height, frames), ".mp4", "video/mp4");
  }

  private static FrameFeed counting(int width, int height, int frames) {
    return program -> {
      byte[] picture = new byte[width * height * 3];
      for (int frame = 0; frame < frames; frame++) {
        for (int i = 0; i < picture.length; i += 3) {
          picture[i] = (byte) (i / 3 % width < width / 2 ? 200 : 40);
          picture[i + 1] = (byte) 60;
          picture[i + 2] = (byte) Math.min(255, frame * 2);
        }
        program.write(picture);
      }
    };
  }

  public static Blob made(
      Node node, List<String> line, FrameFeed feed, String suffix, String mediaType) {
    StagedFile file = node.blobs().stage(suffix);
    List<String> all = new ArrayList<>(line);
    all.add(file.path().toString());
    FfmpegCommand command =
        FfmpegCommand.convert("make a source", Duration.ofSeconds(30), all).fedBy(feed);
    answer(on(node).run(command), 30);
    return answer(node.blobs().commit(file, mediaType, "test"));
  }

  /** A stored file of any bytes. */
  public static Blob stored(Node node, byte[] bytes, String suffix, String mediaType) {
    StagedFile file = node.blobs().stage(suffix);
    try {
      Files.write(file.path(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer(node.blobs().commit(file, mediaType, "test"));
  }
}
