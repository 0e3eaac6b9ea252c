package io.moneyprinter.video.audio;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.ConvertSound;
import io.moneyprinter.codecs.video.SoundForm;
import io.moneyprinter.codecs.video.SoundMeasure;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Sounds;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.moneyprinter.video.safety.MediaLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SoundSurveyTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void lengthLoudnessAndTempoAreMeasured() throws IOException {
    for (double tempo : List.of(72.0, 96.0, 128.0, 171.0)) {
      Blob song = Sounds.sound(test.node(), 2, 16, beat(tempo));

      SoundMeasure found = answer(survey().measure(song), 30);

      assertThat(found.seconds()).isCloseTo(16, within(0.01));
      assertThat(found.codec()).isEqualTo("pcm_s16le");
      assertThat(found.loudness()).isBetween(-40.0, -10.0);
      // Half and double of it are heard by people too.
      double octaves = Math.log(found.tempo() / tempo) / Math.log(2);
      assertThat(octaves)
          .as("%s for %s", found.tempo(), tempo)
          .isCloseTo(Math.rint(octaves), within(0.02));
    }
    try (var left = Files.list(test.node().data().root().resolve("scratch"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aHeldToneHasNoTempo() {
    SoundMeasure found = answer(survey().measure(Sounds.tone(test.node(), 1, 12, 330, 0.4)), 30);

    assertThat(found.tempo()).isNull();
  }

  @Test
  void soundThatIsCutOffOrDamagedInItsMiddleIsRefused() throws IOException {
    Blob whole = mp3();
    byte[] bytes = Files.readAllBytes(test.node().blobs().path(whole));
    byte[] damaged = bytes.clone();
    new java.util.Random(4).nextBytes(damaged);
    System.arraycopy(bytes, 0, damaged, 0, bytes.length / 4);
    System.arraycopy(bytes, bytes.length * 4 / 5, damaged, bytes.length * 4 / 5, bytes.length / 5);

    assertThat(answer(survey().measure(whole), 30).seconds()).isCloseTo(12, within(0.1));
    for (byte[] bad : List.of(Arrays.copyOf(bytes, bytes.length / 2), damaged)) {
      ServiceFailure refused =
          failure(survey().measure(RealFfmpeg.stored(test.node(), bad, ".mp3", "audio/mpeg")));
      assertThat(refused.code()).as(refused.getMessage()).isEqualTo(FailureCode.INVALID);
    }
  }

  @Test
  void whatHasNoSoundIsRefused() {
    ServiceFailure refused =
        failure(survey().measure(RealFfmpeg.clip(test.node(), 64, 64, 10, 10)));

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
    assertThat(refused.getMessage()).contains("no sound");
  }

  @Test
  void whateverHasSoundIsBroughtIntoAnyForm() throws IOException {
    Blob wave = Sounds.sound(test.node(), 2, 3, beat(100));
    String source = test.node().blobs().path(wave).toString();
    MediaLimits limits = MediaLimits.usual();
    MediaProbe probe = new MediaProbe(RealFfmpeg.on(test.node()), test.node().pools(), limits);
    SoundConverter converter =
        new SoundConverter(RealFfmpeg.on(test.node()), test.node().blobs(), probe, limits);
    for (String form : List.of(".flac", ".ogg", ".m4a", ".webm")) {
      Blob other =
          RealFfmpeg.made(
              test.node(), List.of("-i", source), program -> {}, form, "application/octet-stream");

      SoundMeasure found =
          answer(survey().measure(answer(converter.convert(new ConvertSound(other)), 30)), 30);

      assertThat(found.codec()).as(form).isEqualTo("pcm_s16le");
      assertThat(found.seconds()).as(form).isCloseTo(3, within(0.1));
    }
    for (SoundForm form : SoundForm.values()) {
      Blob made = answer(converter.convert(new ConvertSound(wave, form)), 30);

      assertThat(made.mediaType()).isEqualTo(form.mediaType());
      assertThat(answer(survey().measure(made), 30).seconds())
          .as(form.name())
          .isCloseTo(3, within(0.1));
    }
    ServiceFailure refused =
        failure(converter.convert(new ConvertSound(RealFfmpeg.clip(test.node(), 64, 64, 10, 10))));
    assertThat(refused.code()).isEqualTo(FailureCode.INVALID);
  }

  private SoundSurvey survey() {
    return new SoundSurvey(
        RealFfmpeg.on(test.node()),
        test.node().blobs(),
        test.node().pools(),
        test.node().data(),
        MediaLimits.usual());
  }

  private Blob mp3() {
    Blob wave = Sounds.sound(test.node(), 2, 12, beat(100));
    return RealFfmpeg.made(
        test.node(),
        List.of("-i", test.node().blobs().path(wave).toString(), "-b:a", "128k"),
        program -> {},
        ".mp3",
        "audio/mpeg");
  }

  /** A drum on every beat, a hat between, under a soft chord that changes every bar. */
  private static IntToDoubleFunction beat(double tempo) {
    SplittableRandom noise = new SplittableRandom(5);
    double beat = 60 / tempo;
    return i -> {
      double t = i / (double) Sounds.RATE;
      double inBeat = t % beat;
      double inOff = (t + beat / 2) % beat;
      double chord = 220 * Math.pow(2, (int) (t / beat / 4) % 4 / 6.0);
      return 0.4 * Math.exp(-inBeat * 20) * Math.sin(2 * Math.PI * 70 * inBeat)
          + 0.06 * Math.exp(-inOff * 60) * (noise.nextDouble() - 0.5)
          + 0.08 * Math.sin(2 * Math.PI * chord * t);
    };
  }
}
