package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.moneyprinter.video.safety.MediaLimits;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes WAV of whatever has sound, for those who read nothing else. */
public final class SoundConverter {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final MediaProbe probe;
  private final MediaLimits limits;

  /**
   * @param probe looks at a file before it is decoded
   * @param limits what a file from outside may be
   */
  public SoundConverter(Ffmpeg ffmpeg, Blobs blobs, MediaProbe probe, MediaLimits limits) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.probe = probe;
    this.limits = limits;
  }

  /** WAV, 16 bit, mono, 48 kHz; {@code INVALID} for what has no sound or cannot be decoded. */
  public Future<Blob> convert(Blob blob) {
    return blobs.local(blob).compose(file -> convert(blob, file));
  }

  private Future<Blob> convert(Blob blob, Path file) {
    return probe
        .probe(blob, file)
        .compose(
            info ->
                info.kind() == MediaInfo.Kind.STILL || !info.audio()
                    ? Future.failedFuture(
                        ServiceFailure.invalid("/blob", "The file has no sound: take another one"))
                    : decode(file));
  }

  private Future<Blob> decode(Path file) {
    StagedFile target = blobs.stage(".wav");
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(MediaInput.suspect(file, limits));
    line.addAll(List.of("-map", "0:a:0", "-ac", "1", "-ar", "48000", "-c:a", "pcm_s16le"));
    line.addAll(List.of("-fflags", "+bitexact", "-f", "wav", target.path().toString()));
    return ffmpeg
        .run(FfmpegCommand.convert("convert the sound", LIMIT, line))
        .recover(
            cause -> {
              ServiceFailure failure = ServiceFailure.from(cause);
              return Future.failedFuture(
                  failure.code() == FailureCode.INTERNAL
                      ? ServiceFailure.invalid(
                          "/blob",
                          "The sound is damaged: save it again with another program, as WAV or MP3")
                      : failure);
            })
        .compose(done -> blobs.commit(target, "audio/wav", "video"))
        .onFailure(cause -> blobs.discard(target));
  }
}
