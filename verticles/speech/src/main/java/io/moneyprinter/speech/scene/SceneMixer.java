package io.moneyprinter.speech.scene;

import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.Speech.TimingSource;
import io.moneyprinter.codecs.speech.WordTiming;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.speech.audio.FormatNormalizer;
import io.moneyprinter.speech.audio.Gain;
import io.moneyprinter.speech.audio.PitchShift;
import io.moneyprinter.speech.audio.Sound;
import io.moneyprinter.speech.audio.WavFile;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes one speech of the parts of a scene. Safe to use from any thread. */
public final class SceneMixer {
  private static final String ORIGIN = "speech";

  /** Between two speakers, at rate 1. */
  private static final double HANDOVER_SECONDS = 0.3;

  private record Mixed(StagedFile file, double seconds, List<WordTiming> words) {}

  private final Blobs blobs;
  private final WorkerPools pools;

  public SceneMixer(Blobs blobs, WorkerPools pools) {
    this.blobs = blobs;
    this.pools = pools;
  }

  /** One speech; where nothing has to be changed, the very sound that was spoken. */
  Future<Speech> mix(List<SpokenPassage> spoken, Passages how) {
    boolean asSpoken =
        spoken.size() == 1
            && spoken.get(0).passage().pause() == 0
            && how.pitch() == 0
            && how.volume() == 0;
    if (asSpoken) {
      SpokenPassage only = spoken.get(0);
      return Future.succeededFuture(
          speech(only.speech().audio(), only.speech().seconds(), only.words(), spoken));
    }
    List<Blob> sounds =
        spoken.stream()
            .map(SpokenPassage::speech)
            .filter(Objects::nonNull)
            .map(Speech::audio)
            .toList();
    return blobs
        .local(sounds)
        .compose(here -> pools.run(Pool.MEDIA, () -> mixed(spoken, how)))
        .compose(
            mixed ->
                blobs
                    .commit(mixed.file(), "audio/wav", ORIGIN)
                    .onFailure(cause -> blobs.discard(mixed.file()))
                    .map(audio -> speech(audio, mixed.seconds(), mixed.words(), spoken)));
  }

  private Mixed mixed(List<SpokenPassage> spoken, Passages how) throws IOException {
    boolean alone = spoken.stream().map(part -> part.passage().speaker()).distinct().count() == 1;
    var scene = new SceneSound();
    for (SpokenPassage part : spoken) {
      double pause = part.passage().pause();
      boolean handover = pause == 0 && scene.seconds() > 0;
      scene.silence(handover ? HANDOVER_SECONDS / how.rate() : pause);
      Sound sound =
          part.speech() == null
              ? new Sound(new float[0], FormatNormalizer.RATE)
              : PitchShift.shift(WavFile.read(blobs.path(part.speech().audio())), how.pitch());
      scene.add(sound, part.words(), alone);
    }
    StagedFile file = blobs.stage(".wav");
    Sound sound = Gain.apply(scene.sound(), how.volume());
    WavFile.write(sound, file.path());
    return new Mixed(file, sound.seconds(), scene.words());
  }

  /** All who spoke are named; the word times are as good as the worst of them. */
  private static Speech speech(
      Blob audio, double seconds, List<WordTiming> words, List<SpokenPassage> spoken) {
    List<Speech> parts =
        spoken.stream().map(SpokenPassage::speech).filter(Objects::nonNull).toList();
    Speech all =
        new Speech(
            audio,
            seconds,
            words,
            named(parts, Speech::voice),
            named(parts, Speech::provider),
            parts.stream()
                .map(Speech::timing)
                .max(Comparator.naturalOrder())
                .orElse(TimingSource.EXACT));
    String notes =
        parts.stream()
            .map(Speech::note)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining("; "));
    return notes.isEmpty() ? all : all.noting(notes);
  }

  private static String named(List<Speech> parts, Function<Speech, String> name) {
    return parts.stream().map(name).distinct().collect(Collectors.joining(", "));
  }
}
