package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.ConvertSound;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.SoundForm;
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

/** Brings whatever has sound into another form. */
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

  /** Mono, 48 kHz; {@code INVALID} for what has no sound or cannot be decoded. */
  public Future<Blob> convert(ConvertSound request) {
    SoundForm form = request.form() == null ? SoundForm.WAV : request.form();
    return blobs.local(request.blob()).compose(file -> convert(request.blob(), file, form));
  }

  private Future<Blob> convert(Blob blob, Path file, SoundForm form) {
    return probe
        .probe(blob, file)
        .compose(
            info ->
                info.kind() == MediaInfo.Kind.STILL || !info.audio()
                    ? Future.failedFuture(
                        ServiceFailure.invalid("/blob", "The file has no sound: take another one"))
                    : encode(file, form));
  }

  /** Qualities at which speech loses nothing that can be heard. */
  private static List<String> encoder(SoundForm form) {
    return switch (form) {
      case WAV -> List.of("-c:a", "pcm_s16le", "-f", "wav");
      case FLAC -> List.of("-c:a", "flac", "-f", "flac");
      case MP3 -> List.of("-c:a", "libmp3lame", "-q:a", "2", "-f", "mp3");
      case M4A -> List.of("-c:a", "aac", "-b:a", "128k", "-movflags", "+faststart", "-f", "mp4");
      case OGG -> List.of("-c:a", "libopus", "-b:a", "64k", "-f", "ogg");
    };
  }

  private Future<Blob> encode(Path file, SoundForm form) {
    StagedFile target = blobs.stage(form.suffix());
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(MediaInput.suspect(file, limits));
    line.addAll(List.of("-map", "0:a:0", "-ac", "1", "-ar", "48000", "-fflags", "+bitexact"));
    line.addAll(encoder(form));
    line.add(target.path().toString());
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
        .compose(done -> blobs.commit(target, form.mediaType(), "video"))
        .onFailure(cause -> blobs.discard(target));
  }
}
