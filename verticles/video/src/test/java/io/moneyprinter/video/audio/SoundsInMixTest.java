package io.moneyprinter.video.audio;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.AudioMix.Kind;
import io.moneyprinter.codecs.video.AudioMix.Sound;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Clicks;
import io.moneyprinter.video.Decoded;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Sounds;
import io.moneyprinter.video.Studio;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Effects and the clips' own sound, looked at in their stems, before anything is mastered. */
class SoundsInMixTest {
  private static final OutputBrief STEMS = new OutputBrief(null, null, null, true, null, null);

  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void aSoundBeginsOnItsSampleAndEndsOnItsSample() {
    Blob square = Sounds.sound(test.node(), 1, 2, i -> i / 40 % 2 == 0 ? 0.5 : -0.5);
    Sound sound = new Sound(Kind.EFFECT, square, 1.2345, 0.25, 0.5, 0, 0.0, null, null);

    Decoded effects = stem(mixed(4, sound), "stem-effects.wav");

    int start = (int) Math.round(1.2345 * Sounds.RATE);
    assertThat(effects.left().length).isEqualTo(4 * Sounds.RATE);
    assertThat(effects.firstSound(0, 0.001)).isEqualTo(start);
    assertThat(effects.left()[start + 23_999]).isNotZero();
    assertThat(effects.firstSound((start + 24_000) / 48_000.0, 0)).isEqualTo(4 * Sounds.RATE);
  }

  @Test
  void otherRatesAndCompressedFootageKeepTheirTime() {
    Blob change =
        Sounds.sound(
            test.node(),
            1,
            4,
            i -> 0.3 * Math.sin(2 * Math.PI * (i < 2.5 * Sounds.RATE ? 500 : 3_000) * i / 48_000));
    Blob slow = converted(change, ".wav", "audio/wav", "-ar", "22050");
    Blob aac = converted(change, ".mp4", "video/mp4", "-ar", "44100", "-c:a", "aac");

    for (Blob blob : List.of(slow, aac)) {
      Sound sound = new Sound(Kind.CLIP, blob, 1, 2, 1.0, 0, null, null, null);
      Decoded clips = stem(mixed(3, sound), "stem-clips.wav");

      assertThat(clips.tone(3_000, 1.1, 1.49)).isLessThan(-50);
      assertThat(clips.tone(500, 1.51, 1.9)).isLessThan(-50);
      assertThat(clips.tone(500, 1.1, 1.49)).isCloseTo(-13.5, within(0.5));
      assertThat(clips.tone(3_000, 1.51, 1.9)).isCloseTo(-13.5, within(0.5));
    }
  }

  @Test
  void aChangedSpeedKeepsThePitch() {
    Blob tone = Sounds.tone(test.node(), 2, 3, 1_000, 0.3);

    for (double speed : List.of(0.4, 0.5, 2.0, 3.0)) {
      Sound sound = new Sound(Kind.CLIP, tone, 0.5, 0, null, 0, null, speed, null);
      Decoded clips = stem(mixed(9, sound), "stem-clips.wav");

      double end = 0.5 + 3 / speed;
      assertThat(clips.tone(1_000, 0.6, end - 0.2)).as("at %s", speed).isGreaterThan(-14);
      assertThat(clips.power(0.6, end - 0.2)).isCloseTo(-13.5, within(0.7));
      assertThat(clips.power(end + 0.1, 9)).isLessThan(-90);
    }
  }

  @Test
  void sixChannelsComeDownAsTheyShould() {
    Blob tone = Sounds.tone(test.node(), 1, 1, 1_000, 0.25);
    Blob centre = converted(tone, ".wav", "audio/wav", "-af", "pan=5.1|c2=c0");
    Blob left = converted(tone, ".wav", "audio/wav", "-af", "pan=5.1|c0=c0");
    Blob deep = converted(tone, ".wav", "audio/wav", "-af", "pan=5.1|c3=c0");

    Decoded all =
        stem(
            mixed(
                4,
                new Sound(Kind.CLIP, centre, 0, 0, null, 0, null, null, null),
                new Sound(Kind.CLIP, left, 1, 0, null, 0, null, null, null),
                new Sound(Kind.CLIP, deep, 2, 0, null, 0, null, null, null)),
            "stem-clips.wav");

    assertThat(all.tone(1_000, 0.1, 0.9)).isCloseTo(-12.04 - 3.01, within(0.1));
    assertThat(all.tone(1_000, 1.1, 1.9)).isCloseTo(-12.04, within(0.1));
    assertThat(all.right()[(int) (1.5 * Sounds.RATE) + 12]).isZero();
    assertThat(all.power(2.1, 2.9)).isLessThan(-90);
  }

  @Test
  void effectsStandAgainstTheVoiceAndClipsAgainstThemselves() throws IOException {
    Blob loud = Sounds.tone(test.node(), 2, 3, 1_000, 0.8);
    Blob quiet = Sounds.tone(test.node(), 2, 3, 1_000, 0.01);
    Blob tick = Sounds.tone(test.node(), 1, 0.05, 1_000, 0.02);

    MixedAudio mixed =
        mixed(
            12,
            new Sound(Kind.EFFECT, loud, 0, 0, null, -6, null, null, null),
            new Sound(Kind.EFFECT, quiet, 4, 0, null, -6, null, null, null),
            new Sound(Kind.EFFECT, tick, 8, 0, null, -6, null, null, null),
            new Sound(Kind.CLIP, quiet, 9, 0, null, 10, null, null, null));

    Decoded effects = stem(mixed, "stem-effects.wav");
    // A tone of 1 kHz on both sides at −24 LUFS has about that power, each side alike.
    assertThat(effects.power(0.5, 2.5)).isCloseTo(-18 - 6 - 3, within(0.7));
    assertThat(effects.power(4.5, 6.5)).isCloseTo(effects.power(0.5, 2.5), within(0.1));
    assertThat(largest(effects, 8, 8.1)).isCloseTo(-18 + 12 - 6, within(1.0));
    assertThat(stem(mixed, "stem-clips.wav").tone(1_000, 9.5, 11.5)).isCloseTo(-30, within(0.1));
  }

  @Test
  void whatIsCutOrBegunInMidWaveDoesNotClick() {
    Blob wave = Sounds.sound(test.node(), 1, 5, i -> 0.5 * Math.cos(2 * Math.PI * 90 * i / 48_000));

    MixedAudio mixed =
        mixed(
            6,
            new Sound(Kind.CLIP, wave, 1, 1, 1.0, 0, null, null, null),
            new Sound(Kind.CLIP, wave, 2, 3.3, 1.5, 0, null, null, null),
            new Sound(Kind.CLIP, wave, 3.5, 0.1, null, 0, 0.1, null, null));

    assertThat(Clicks.worst(stem(mixed, "stem-clips.wav"), List.of(1.0, 2.0, 3.5, 5.999)))
        .isLessThan(Clicks.HEARD);
    assertThat(Clicks.worst(Decoded.of(test.node(), mixed.audio()), List.of(1.0, 2.0, 3.5)))
        .isLessThan(Clicks.HEARD);
  }

  @Test
  void clipsStepBackFromTheVoiceAndEffectsDoNot() {
    Blob voice = Sounds.tone(test.node(), 1, 2, 440, 0.3);
    Blob tone = Sounds.tone(test.node(), 2, 6, 2_000, 0.1);
    Blob other = Sounds.tone(test.node(), 2, 6, 2_000, 0.1);
    AudioMix mix =
        new AudioMix(
            List.of(new AudioMix.Cue(voice, 2)),
            null,
            -16,
            6,
            -14,
            List.of(
                new Sound(Kind.CLIP, tone, 0, 0, null, 0, null, null, null),
                new Sound(Kind.EFFECT, other, 0, 0, null, -10, null, null, null)),
            null);

    MixedAudio mixed = answer(mix(mix, STEMS), 60);

    Decoded clips = stem(mixed, "stem-clips.wav");
    assertThat(clips.power(2.5, 3.5) - clips.power(0.5, 1.5)).isBetween(-7.0, -4.0);
    Decoded effects = stem(mixed, "stem-effects.wav");
    assertThat(effects.power(2.5, 3.5)).isCloseTo(effects.power(0.5, 1.5), within(0.1));
  }

  @Test
  void whatHasNoSoundIsNamed() throws IOException {
    Blob silentFilm = RealFfmpeg.clip(test.node(), 64, 64, 10, 10);
    Blob tone = Sounds.tone(test.node(), 1, 1, 440, 0.3);
    Blob text = RealFfmpeg.stored(test.node(), new byte[500], ".wav", "audio/wav");

    assertRefused("/mix/sounds/1/audio", "no sound", sound(tone, 0, 1), sound(silentFilm, 0, 1));
    assertRefused("/mix/sounds/0/audio", "", sound(text, 0, 1));
    assertRefused("/mix/sounds/0/audio", "name one", sound(null, 0, 1));
    assertRefused("/mix/sounds/0/in", "begin earlier", sound(tone, 5, 1));
    assertRefused("/mix/sounds/0/speed", "0.05 to 20", sound(tone, 0, 0));
    AudioMix music = new AudioMix(List.of(), silentFilm, -16, 5, -14);
    ServiceFailure refused = failure(mix(music, null));
    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refused.violations().get(0).pointer()).isEqualTo("/mix/music");
    try (Stream<Path> left = Files.list(test.node().data().root().resolve("scratch"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void manySoundsKeepTheirPlaces() {
    List<Sound> many = new ArrayList<>();
    Blob tick = Sounds.tone(test.node(), 1, 0.05, 1_000, 0.5);
    for (int i = 0; i < 30; i++) {
      many.add(new Sound(Kind.EFFECT, tick, 0.1 + i * 0.5, 0, null, -6, 0.0, null, null));
    }
    many.add(new Sound(Kind.EFFECT, tick, 99, 0, null, 0, null, null, null));

    Decoded effects = stem(mixed(16, many.toArray(new Sound[0])), "stem-effects.wav");

    for (int i = 0; i < 30; i++) {
      assertThat(effects.firstSound(0.1 + i * 0.5 - 0.05, 1e-4))
          .isEqualTo((int) Math.round((0.1 + i * 0.5) * Sounds.RATE) + 1);
    }
  }

  private void assertRefused(String pointer, String words, Sound... sounds) {
    ServiceFailure refused =
        failure(mix(new AudioMix(List.of(), null, -16, 3, -14, List.of(sounds), null), null));
    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refused).hasMessageContaining(words);
    assertThat(refused.violations().get(0).pointer()).isEqualTo(pointer);
  }

  private static Sound sound(Blob audio, double in, double speed) {
    return new Sound(Kind.CLIP, audio, 0.5, in, null, 0, null, speed, null);
  }

  private MixedAudio mixed(double seconds, Sound... sounds) {
    return answer(
        mix(new AudioMix(List.of(), null, -16, seconds, -14, List.of(sounds), null), STEMS), 60);
  }

  private Future<MixedAudio> mix(AudioMix mix, OutputBrief output) {
    return new AudioMixer(
            RealFfmpeg.on(test.node()),
            test.node().blobs(),
            test.node().pools(),
            test.node().data())
        .mix(new MixAudio(mix, output), new Studio.Task());
  }

  private Decoded stem(MixedAudio mixed, String name) {
    return mixed.stems().stream()
        .filter(file -> file.name().equals(name))
        .map(file -> Decoded.of(test.node(), file.blob()))
        .findFirst()
        .orElseThrow();
  }

  private Blob converted(Blob blob, String suffix, String mediaType, String... options) {
    List<String> line = new ArrayList<>(List.of("-loglevel", "error", "-i"));
    line.add(test.node().blobs().path(blob).toString());
    line.addAll(List.of(options));
    return RealFfmpeg.made(test.node(), line, nothing -> {}, suffix, mediaType);
  }

  private static double largest(Decoded sound, double from, double to) {
    double largest = 0;
    for (int i = (int) (from * Sounds.RATE); i < to * Sounds.RATE; i++) {
      largest = Math.max(largest, Math.abs(sound.left()[i]));
    }
    return 20 * Math.log10(largest);
  }
}
