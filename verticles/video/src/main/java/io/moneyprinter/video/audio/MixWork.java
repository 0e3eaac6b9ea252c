package io.moneyprinter.video.audio;

import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VoiceQuality;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One mix on its way. */
final class MixWork {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final Ffmpeg ffmpeg;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final AudioMix mix;
  private final SoundFormat format;
  private final Path folder;
  private final TaskContext task;
  private final String end;
  private final LoudnessMeter meter;
  private final SoundLayer sounds;
  private final MusicTrack music;
  private final Map<Stem, StagedFile> stems = new EnumMap<>(Stem.class);
  private final boolean stemsWanted;

  /**
   * @param probe asked why a file cannot be decoded
   * @param folder for what lies between, deleted by the caller afterwards
   */
  MixWork(
      Ffmpeg ffmpeg,
      Blobs blobs,
      WorkerPools pools,
      MediaProbe probe,
      MixAudio request,
      Path folder,
      TaskContext task) {
    this.ffmpeg = ffmpeg;
    this.blobs = blobs;
    this.pools = pools;
    this.mix = request.mix();
    this.format = SoundFormat.suited(request.output());
    this.stemsWanted = request.output().stems();
    this.folder = folder;
    this.task = task;
    this.end = MixGraph.exactly(VoiceTrack.samples(mix.seconds()));
    this.meter = new LoudnessMeter(ffmpeg, task);
    SoundDecoder decoder = new SoundDecoder(ffmpeg, probe, blobs, task);
    this.sounds = new SoundLayer(decoder, pools, folder);
    this.music = new MusicTrack(decoder, pools);
  }

  /** The mix; fails as {@link AudioMixer#mix} says. For one use. */
  Future<MixedAudio> mixed() {
    Future<VoiceBooth.Take> voice =
        blobs
            .local(mix.voice().stream().map(part -> part.audio()).toList())
            .compose(
                here ->
                    new VoiceBooth(ffmpeg, pools, meter, task).record(mix, blobs::path, folder));
    Future<Loudness> under =
        mix.music() == null ? Future.succeededFuture() : music.lay(mix, file(Stem.MUSIC));
    Future<Boolean> clips = sounds.lay(mix, AudioMix.Kind.CLIP, file(Stem.CLIPS));
    Future<Boolean> effects =
        clips.compose(laid -> sounds.lay(mix, AudioMix.Kind.EFFECT, file(Stem.EFFECTS)));
    // All are waited for, as they write to the folder that is deleted afterwards.
    return Future.join(voice, under, effects)
        .compose(all -> mixDown(voice.result(), under.result(), clips.result(), effects.result()))
        .compose(
            done ->
                new Mastering(ffmpeg, blobs, meter, format, task)
                    .master(folder.resolve("mix.f32"), mix.loudness(), mix.seconds()))
        .compose(mastered -> store(mastered, voice.result().quality()))
        .onFailure(cause -> stems.values().forEach(blobs::discard));
  }

  private Path file(Stem stem) {
    return folder.resolve(stem.label() + ".f32");
  }

  private Future<?> mixDown(VoiceBooth.Take voice, Loudness under, boolean clips, boolean effects) {
    task.progress(0.4);
    List<MixGraph.Part> parts = new ArrayList<>();
    if (under != null) {
      List<String> input = PcmTrack.input(file(Stem.MUSIC));
      parts.add(MixGraph.music(input, under, mix.musicDecibels(), mix.seconds(), end));
    }
    if (clips) {
      parts.add(MixGraph.sounds(Stem.CLIPS, PcmTrack.input(file(Stem.CLIPS)), end));
    }
    if (effects) {
      parts.add(MixGraph.sounds(Stem.EFFECTS, PcmTrack.input(file(Stem.EFFECTS)), end));
    }
    if (!mix.voice().isEmpty() || parts.isEmpty()) {
      // Where there is nothing at all, the empty track of the voice gives the silence.
      parts.add(0, MixGraph.voice(MediaInput.open(voice.file()), voice.loudness(), end));
    }
    boolean speaking = !mix.voice().isEmpty() && !voice.loudness().silent();
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    parts.forEach(part -> line.addAll(part.input()));
    line.addAll(List.of("-filter_complex", MixGraph.mix(parts, speaking, stemsWanted, end)));
    line.addAll(List.of("-map", "[mix]"));
    line.addAll(PcmTrack.output(folder.resolve("mix.f32")));
    if (stemsWanted) {
      parts.forEach(part -> line.addAll(stem(part.stem())));
    }
    return ffmpeg.run(FfmpegCommand.convert("mix the sound", LIMIT, line), task);
  }

  /** In floating point too: a part alone may be louder than full scale. */
  private List<String> stem(Stem stem) {
    StagedFile target = blobs.stage(".wav");
    stems.put(stem, target);
    List<String> line = new ArrayList<>(List.of("-map", "[" + stem.label() + "]"));
    line.addAll(List.of("-c:a", "pcm_f32le", "-ar", "48000", "-fflags", "+bitexact"));
    line.addAll(List.of("-f", "wav", target.path().toString()));
    return line;
  }

  private Future<MixedAudio> store(Mastering.Mastered mastered, VoiceQuality voice) {
    task.progress(1);
    List<Publication.File> named = new ArrayList<>();
    Future<Void> kept = Future.succeededFuture();
    for (Map.Entry<Stem, StagedFile> stem : stems.entrySet()) {
      kept =
          kept.compose(done -> blobs.commit(stem.getValue(), "audio/wav", "video"))
              .map(
                  blob -> {
                    named.add(new Publication.File(stem.getKey().fileName(), blob));
                    return null;
                  });
    }
    Loudness found = mastered.loudness();
    return kept.compose(done -> blobs.commit(mastered.file(), format.mediaType(), "video"))
        .map(
            blob ->
                new MixedAudio(
                    blob, mix.seconds(), found.integrated(), found.truePeak(), named, voice))
        .onFailure(cause -> blobs.discard(mastered.file()));
  }
}
