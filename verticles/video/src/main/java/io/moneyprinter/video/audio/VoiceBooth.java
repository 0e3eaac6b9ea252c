package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.VoiceQuality;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes the track of the voice: all narrations in their places, with their effects, measured. */
final class VoiceBooth {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Ffmpeg ffmpeg;
  private final WorkerPools pools;
  private final LoudnessMeter meter;
  private final TaskContext task;

  VoiceBooth(Ffmpeg ffmpeg, WorkerPools pools, LoudnessMeter meter, TaskContext task) {
    this.ffmpeg = ffmpeg;
    this.pools = pools;
    this.meter = meter;
    this.task = task;
  }

  /**
   * A track of the voice.
   *
   * @param loudness with the effects
   * @param quality as it was spoken, without them; {@code null} where nobody speaks
   */
  record Take(Path file, Loudness loudness, VoiceQuality quality) {}

  /**
   * Records a take.
   *
   * @param folder to write into
   */
  Future<Take> record(AudioMix mix, Function<Blob, Path> files, Path folder) {
    Path spoken = folder.resolve("voice.wav");
    return pools
        .run(
            Pool.MEDIA,
            () -> {
              VoiceTrack.write(mix, files, spoken);
              return spoken;
            })
        .compose(meter::measure)
        .compose(
            found ->
                quality(mix, files, spoken, found)
                    .compose(
                        quality ->
                            mix.voiceEffects().isEmpty() || mix.voice().isEmpty()
                                ? Future.succeededFuture(new Take(spoken, found, quality))
                                : withEffects(mix, spoken, folder, quality)));
  }

  private Future<VoiceQuality> quality(
      AudioMix mix, Function<Blob, Path> files, Path spoken, Loudness found) {
    return mix.voice().isEmpty()
        ? Future.succeededFuture()
        : pools.run(Pool.MEDIA, () -> VoiceAnalyzer.analyze(spoken, found, spans(mix, files)));
  }

  private static List<VoiceAnalyzer.Span> spans(AudioMix mix, Function<Blob, Path> files)
      throws IOException {
    List<VoiceAnalyzer.Span> spans = new ArrayList<>();
    for (AudioMix.Cue cue : mix.voice()) {
      double seconds = WavFile.read(files.apply(cue.audio())).bytes() / 2.0 / VoiceTrack.RATE;
      spans.add(new VoiceAnalyzer.Span(cue.start(), cue.start() + seconds));
    }
    return spans;
  }

  private Future<Take> withEffects(AudioMix mix, Path spoken, Path folder, VoiceQuality quality) {
    Path target = folder.resolve("voice-effects.wav");
    String graph =
        VoiceChain.graph(
            mix.voiceEffects(), quality.noiseFloor(), VoiceTrack.samples(mix.seconds()));
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(MediaInput.open(spoken));
    line.addAll(List.of("-filter_complex", graph, "-map", "[out]", "-ar", "48000", "-ac", "1"));
    line.addAll(List.of("-c:a", "pcm_f32le", "-fflags", "+bitexact", "-f", "wav"));
    line.add(target.toString());
    return ffmpeg
        .run(FfmpegCommand.convert("change the sound of the voice", LIMIT, line), task)
        .compose(made -> meter.measure(target))
        .map(found -> new Take(target, found, quality));
  }
}
