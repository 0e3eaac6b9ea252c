package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.DiskTrouble;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the sound of a whole video: one continuous mix, encoded once. Voice and music are measured,
 * set against each other, mixed; the mix is measured and brought to its loudness; what comes out of
 * the encoder is measured once more, and encoded again when the encoder moved it out of bounds.
 */
public final class AudioMixer {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final double CEILING = -1.9;
  private static final double HIGHEST_PEAK = -1.0;
  private static final double CLOSE_ENOUGH = 0.4;
  private static final int ROUNDS = 4;

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final DataFolder data;

  public AudioMixer(Ffmpeg ffmpeg, Blobs blobs, WorkerPools pools, DataFolder data) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.data = data;
  }

  /**
   * The sound as AAC in MP4, as long as the mix says, with the loudness it was measured to have.
   */
  public Future<MixedAudio> mix(MixAudio request, TaskContext task) {
    return pools
        .run(Pool.MEDIA, () -> data.scratch("audio"))
        .compose(
            folder ->
                new Work(request.mix(), folder, task)
                    .mixed()
                    .eventually(() -> pools.run(Pool.MEDIA, () -> delete(folder))))
        .recover(DiskTrouble::<MixedAudio>named);
  }

  private static Void delete(Path folder) {
    DataFolder.delete(folder);
    return null;
  }

  /** One mix on its way. */
  private final class Work {
    private final AudioMix mix;
    private final TaskContext task;
    private final Path voice;
    private final Path mixed;
    private final String end;

    Work(AudioMix mix, Path folder, TaskContext task) {
      this.mix = mix;
      this.task = task;
      this.voice = folder.resolve("voice.wav");
      this.mixed = folder.resolve("mix.wav");
      this.end = MixGraph.exactly(VoiceTrack.samples(mix.seconds()));
    }

    Future<MixedAudio> mixed() {
      return pools
          .run(Pool.MEDIA, this::layVoice)
          .compose(laid -> Future.all(measure(voice), music()))
          .compose(both -> mixDown(both.resultAt(0), both.resultAt(1)))
          .compose(done -> measure(mixed))
          .compose(
              found -> {
                task.progress(0.6);
                double gain = found.silent() ? 0 : mix.loudness() - found.integrated();
                return master(gain, CEILING, 1);
              });
    }

    private Void layVoice() throws java.io.IOException {
      VoiceTrack.write(mix, blobs::path, voice);
      return null;
    }

    private Future<Loudness> music() {
      return mix.music() == null ? Future.succeededFuture(null) : measure(blobs.path(mix.music()));
    }

    private Future<Loudness> measure(Path file) {
      List<String> line = new ArrayList<>(List.of("-loglevel", "info", "-nostats"));
      line.addAll(MediaInput.open(file));
      line.addAll(List.of("-map", "0:a:0", "-af", "ebur128=peak=true:framelog=quiet"));
      line.addAll(List.of("-f", "null", "-"));
      return ffmpeg
          .run(FfmpegCommand.convert("measure the sound", LIMIT, line), task)
          .map(output -> Loudness.read(output.log()));
    }

    private Future<?> mixDown(Loudness speech, Loudness music) {
      task.progress(0.3);
      List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
      line.addAll(MediaInput.open(voice));
      if (music != null) {
        line.addAll(List.of("-stream_loop", "-1"));
        line.addAll(MediaInput.open(blobs.path(mix.music())));
      }
      String graph =
          music == null
              ? MixGraph.voice(speech, end)
              : MixGraph.voiceOverMusic(speech, music, mix.musicDecibels(), mix.seconds(), end);
      line.addAll(List.of("-filter_complex", graph, "-map", "[mix]"));
      line.addAll(List.of("-c:a", "pcm_f32le", "-ar", "48000", "-f", "wav", mixed.toString()));
      return ffmpeg.run(FfmpegCommand.convert("mix the sound", LIMIT, line), task);
    }

    private Future<MixedAudio> master(double gain, double ceiling, int round) {
      StagedFile target = blobs.stage(".m4a");
      return encode(gain, ceiling, target.path())
          .compose(encoded -> measure(target.path()))
          .compose(
              found -> {
                double off = found.silent() ? 0 : mix.loudness() - found.integrated();
                double over = Math.max(0, found.truePeak() - HIGHEST_PEAK);
                if (round < ROUNDS && (Math.abs(off) > CLOSE_ENOUGH || over > 0)) {
                  blobs.discard(target);
                  return master(gain + off, over > 0 ? ceiling - over - 0.2 : ceiling, round + 1);
                }
                return store(target, found);
              })
          .onFailure(cause -> blobs.discard(target));
    }

    private Future<?> encode(double gain, double ceiling, Path target) {
      List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
      line.addAll(MediaInput.open(mixed));
      line.addAll(List.of("-af", MixGraph.master(gain, ceiling, end)));
      line.addAll(List.of("-c:a", "aac", "-b:a", "192k", "-ar", "48000", "-ac", "2"));
      line.addAll(List.of("-fflags", "+bitexact", "-flags:a", "+bitexact"));
      line.addAll(List.of("-map_metadata", "-1", "-f", "mp4", target.toString()));
      return ffmpeg.run(FfmpegCommand.convert("encode the sound", LIMIT, line), task);
    }

    private Future<MixedAudio> store(StagedFile target, Loudness found) {
      task.progress(1);
      return blobs
          .commit(target, "audio/mp4", "video")
          .map(blob -> new MixedAudio(blob, mix.seconds(), found.integrated(), found.truePeak()));
    }
  }
}
