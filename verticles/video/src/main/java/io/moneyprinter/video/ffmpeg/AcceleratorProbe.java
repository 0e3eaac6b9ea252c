package io.moneyprinter.video.ffmpeg;

import io.moneyprinter.codecs.video.Capabilities;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries what graphics hardware can do on this machine: decoding, filtering and encoding apart,
 * since cards for data centres decode but often do not encode. Each trial fails unless the frames
 * truly were on the device; software never steps in unseen.
 */
final class AcceleratorProbe {
  private static final int SIDE = 256;
  private static final int FRAMES = 8;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Ffmpeg ffmpeg;
  private final EncoderCatalogue catalogue;
  private final WorkerPools pools;
  private final DataFolder data;

  AcceleratorProbe(Ffmpeg ffmpeg, EncoderCatalogue catalogue, WorkerPools pools, DataFolder data) {
    this.ffmpeg = ffmpeg;
    this.catalogue = catalogue;
    this.pools = pools;
    this.data = data;
  }

  /**
   * Tries all that there are, one after the other.
   *
   * @param encoders how the trials of the encoders went
   */
  Future<List<Capabilities.Accelerator>> tryAll(List<Capabilities.Encoder> encoders) {
    return pools
        .run(Pool.MEDIA, () -> data.scratch("accelerators"))
        .compose(
            folder ->
                sample(folder.resolve("sample.mp4"))
                    .compose(sample -> tryEach(sample, encoders))
                    .eventually(() -> pools.run(Pool.MEDIA, () -> delete(folder))));
  }

  private Future<List<Capabilities.Accelerator>> tryEach(
      Path sample, List<Capabilities.Encoder> encoders) {
    List<Capabilities.Accelerator> found = new ArrayList<>();
    Future<?> all = Future.succeededFuture();
    for (Accelerator accelerator : Accelerator.values()) {
      all = all.compose(before -> trial(accelerator, sample, encoders).onSuccess(found::add));
    }
    return all.map(done -> found);
  }

  private Future<Capabilities.Accelerator> trial(
      Accelerator accelerator, Path sample, List<Capabilities.Encoder> encoders) {
    return decode(accelerator, sample)
        .compose(
            decode ->
                filter(accelerator)
                    .map(
                        filter ->
                            new Capabilities.Accelerator(
                                accelerator.word(),
                                decode,
                                filter,
                                encode(accelerator, encoders))));
  }

  private Future<Capabilities.Trial> decode(Accelerator accelerator, Path sample) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error", "-xerror"));
    line.addAll(accelerator.open());
    line.addAll(accelerator.decode());
    line.addAll(MediaInput.open(sample));
    line.addAll(List.of("-vf", "hwdownload,format=nv12", "-f", "null", "-"));
    String purpose = "decode with " + accelerator.word();
    return outcome(FfmpegCommand.convert(purpose, LIMIT, line), "decoded its trial frames");
  }

  private Future<Capabilities.Trial> filter(Accelerator accelerator) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(accelerator.open());
    line.addAll(TrialFrames.input(SIDE));
    line.addAll(List.of("-vf", accelerator.filters(SIDE / 2), "-f", "null", "-"));
    String purpose = "filter with " + accelerator.word();
    return outcome(
        FfmpegCommand.convert(purpose, LIMIT, line).fedBy(TrialFrames.of(SIDE, FRAMES)),
        "scaled its trial frames");
  }

  private static Capabilities.Trial encode(
      Accelerator accelerator, List<Capabilities.Encoder> encoders) {
    return encoders.stream()
        .filter(encoder -> encoder.name().equals(accelerator.encoder()))
        .map(encoder -> new Capabilities.Trial(encoder.works(), encoder.detail()))
        .findFirst()
        .orElse(new Capabilities.Trial(false, accelerator.encoder() + " was not tried"));
  }

  private Future<Path> sample(Path target) {
    VideoEncoder encoder = catalogue.named("libx264");
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(TrialFrames.input(SIDE));
    line.addAll(List.of("-vf", encoder.pixels()));
    line.addAll(encoder.arguments(30, 1));
    line.addAll(List.of("-f", encoder.container(), target.toString()));
    return ffmpeg
        .run(
            FfmpegCommand.convert("make a sample to decode", LIMIT, line)
                .fedBy(TrialFrames.of(SIDE, FRAMES)))
        .map(made -> target);
  }

  private Future<Capabilities.Trial> outcome(FfmpegCommand command, String success) {
    return ffmpeg
        .run(command)
        .map(done -> new Capabilities.Trial(true, success))
        .otherwise(cause -> new Capabilities.Trial(false, firstLine(cause.getMessage())));
  }

  static String firstLine(String text) {
    return String.valueOf(text).lines().findFirst().orElse("failed");
  }

  private static Void delete(Path folder) {
    DataFolder.delete(folder);
    return null;
  }
}
