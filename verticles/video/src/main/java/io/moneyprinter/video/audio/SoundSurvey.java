package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.SoundMeasure;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.moneyprinter.video.safety.MediaLimits;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Decodes all of a sound from outside, and measures what comes out. */
public final class SoundSurvey {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Of what the file says it lasts; what lacks more is cut off. */
  private static final double LEAST_LENGTH = 0.97;

  /** Of the packets; a stray one at the end of an old MP3 is no reason to refuse it. */
  private static final String MOST_ERRORS = "0.02";

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final DataFolder data;
  private final MediaProbe probe;
  private final MediaLimits limits;

  /**
   * @param limits what a file from outside may be
   */
  public SoundSurvey(
      Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools, DataFolder data, MediaLimits limits) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.data = data;
    this.limits = limits;
    this.probe = new MediaProbe(ffmpeg, pools, limits);
  }

  /** What a stored file is; {@code INVALID} when it is not sound from its beginning to its end. */
  public Future<SoundMeasure> measure(Blob blob) {
    return blobs.local(blob).compose(file -> measure(blob, file));
  }

  private Future<SoundMeasure> measure(Blob blob, Path file) {
    return probe
        .probe(blob, file)
        .compose(
            info ->
                info.kind() == MediaInfo.Kind.STILL || !info.audio()
                    ? refuse("The file has no sound: give a WAV, MP3, M4A, OGG or FLAC file")
                    : pools
                        .run(Pool.MEDIA, () -> data.scratch("survey"))
                        .compose(
                            folder ->
                                decode(info, file, folder)
                                    .eventually(
                                        () ->
                                            pools.run(
                                                Pool.MEDIA,
                                                () -> {
                                                  DataFolder.delete(folder);
                                                  return null;
                                                }))));
  }

  private Future<SoundMeasure> decode(MediaInfo info, Path file, Path folder) {
    Path samples = folder.resolve("samples.raw");
    List<String> line = new ArrayList<>(LoudnessMeter.SPEAKING);
    line.addAll(List.of("-max_error_rate", MOST_ERRORS));
    line.addAll(MediaInput.suspect(file, limits));
    line.addAll(List.of("-map", "0:a:0", "-af", LoudnessMeter.FILTER));
    line.addAll(List.of("-ar", "" + Onsets.RATE, "-ac", "1", "-c:a", "pcm_s16le"));
    line.addAll(List.of("-f", "s16le", samples.toString()));
    return ffmpeg
        .run(FfmpegCommand.convert("decode all of the sound", LIMIT, line))
        .map(output -> Loudness.read(output.log()))
        .recover(SoundSurvey::blame)
        .compose(loudness -> pools.run(Pool.MEDIA, () -> measured(info, samples, loudness)));
  }

  private static SoundMeasure measured(MediaInfo info, Path samples, Loudness loudness)
      throws IOException {
    double seconds = Files.size(samples) / 2.0 / Onsets.RATE;
    boolean alone = info.kind() == MediaInfo.Kind.AUDIO;
    if (seconds <= 0 || alone && seconds < LEAST_LENGTH * info.seconds() - 1) {
      throw ServiceFailure.invalid(
          "/blob",
          "The sound is cut off: %.1f of %.1f s can be heard. Copy or download it again"
              .formatted(seconds, info.seconds()));
    }
    OptionalDouble tempo = loudness.silent() ? OptionalDouble.empty() : TempoEstimator.of(samples);
    return new SoundMeasure(
        seconds,
        info.codec(),
        loudness.integrated(),
        loudness.truePeak(),
        tempo.isPresent() ? Math.round(10 * tempo.getAsDouble()) / 10.0 : null);
  }

  private static Future<Loudness> blame(Throwable cause) {
    ServiceFailure failure = ServiceFailure.from(cause);
    return failure.code() == FailureCode.INTERNAL
        ? refuse(
            "The sound is damaged: it cannot be decoded to its end. Save it again with another"
                + " program")
        : Future.failedFuture(failure);
  }

  private static <T> Future<T> refuse(String sentence) {
    return Future.failedFuture(ServiceFailure.invalid("/blob", sentence));
  }
}
