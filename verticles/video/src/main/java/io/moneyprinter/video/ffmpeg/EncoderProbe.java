package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Offers an encoder only after it encoded a few frames on this very machine: that a build lists one
 * says nothing about driver, card and library being there.
 */
public final class EncoderProbe {
  private static final Logger LOG = LoggerFactory.getLogger(EncoderProbe.class);
  private static final int SIDE = 256;
  private static final int FRAMES = 8;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Ffmpeg ffmpeg;
  private final EncoderCatalogue catalogue;
  private final WorkerPools pools;
  private final Path cache;

  /**
   * @param cache folder in which is noted what worked
   */
  public EncoderProbe(Ffmpeg ffmpeg, EncoderCatalogue catalogue, WorkerPools pools, Path cache) {
    this.ffmpeg = ffmpeg;
    this.catalogue = catalogue;
    this.pools = pools;
    this.cache = cache;
  }

  /** The first that works; {@code UNAVAILABLE} when none does. */
  public Future<VideoEncoder> choose(List<String> names) {
    return choose(names, new ArrayList<>());
  }

  private Future<VideoEncoder> choose(List<String> names, List<String> refused) {
    if (names.isEmpty()) {
      return Future.failedFuture(
          ServiceFailure.unavailable(
              "No encoder of video.encoders works on this machine: "
                  + (refused.isEmpty() ? "none is named" : String.join("; ", refused))));
    }
    VideoEncoder candidate = catalogue.named(names.get(0));
    return worked(candidate)
        .compose(known -> known ? Future.succeededFuture() : trial(candidate))
        .map(works -> candidate)
        .recover(
            cause -> {
              LOG.warn("The encoder {} is not offered: {}", candidate.name(), cause.getMessage());
              refused.add(cause.getMessage());
              return choose(names.subList(1, names.size()), refused);
            });
  }

  /** Encodes a few frames, whatever was noted before. */
  public Future<Void> trial(VideoEncoder encoder) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(encoder.device());
    line.addAll(TrialFrames.input(SIDE));
    line.addAll(List.of("-vf", encoder.pixels()));
    line.addAll(encoder.arguments(30, 1));
    line.addAll(List.of("-f", "null", "-"));
    FfmpegCommand command =
        FfmpegCommand.convert("encode with " + encoder.name(), LIMIT, line)
            .fedBy(TrialFrames.of(SIDE, FRAMES));
    return ffmpeg.run(command).compose(done -> pools.run(Pool.MEDIA, () -> note(encoder)));
  }

  /** Drivers change under a build, so only software is believed without a trial. */
  private Future<Boolean> worked(VideoEncoder encoder) {
    return pools.run(Pool.MEDIA, () -> !encoder.hardware() && Files.exists(mark(encoder)));
  }

  private Void note(VideoEncoder encoder) throws IOException {
    Files.writeString(mark(encoder), encoder.signature(ffmpeg.program()));
    return null;
  }

  private Path mark(VideoEncoder encoder) {
    byte[] signature = encoder.signature(ffmpeg.program()).getBytes(StandardCharsets.UTF_8);
    byte[] digest = Sha256.of(signature);
    return cache.resolve("works-" + HexFormat.of().formatHex(digest, 0, 8));
  }
}
