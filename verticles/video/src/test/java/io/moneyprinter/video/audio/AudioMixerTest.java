package io.moneyprinter.video.audio;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Sounds;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.StreamCheck;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AudioMixerTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void voiceOverMusicHasItsLoudnessAndItsLength() throws IOException {
    Blob voice = Sounds.speech(test.node(), 3);
    Blob music = Sounds.tone(test.node(), 2, 4, 330, 0.3);
    AudioMix mix = mixOf(voice, music, 10.4);

    MixedAudio mixed = answer(mix(mix), 60);

    assertThat(mixed.loudness()).isCloseTo(-14, within(1.0));
    assertThat(mixed.truePeak()).isLessThanOrEqualTo(-1.0);
    StreamCheck.Measure found =
        answer(
            new StreamCheck(RealFfmpeg.on(test.node()))
                .measure(test.node().blobs().path(mixed.audio()), new Studio.Task()));
    assertThat(found.audioSeconds()).isCloseTo(10.4, within(1024.0 / 48_000 + 0.001));
    try (Stream<Path> left = Files.list(test.node().data().root().resolve("scratch"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aQuietVoiceAloneIsBroughtToTheSameLoudness() {
    Blob voice = Sounds.tone(test.node(), 1, 3, 440, 0.01);

    MixedAudio mixed = answer(mix(mixOf(voice, null, 8)), 60);

    assertThat(mixed.loudness()).isCloseTo(-14, within(1.0));
    assertThat(mixed.truePeak()).isLessThanOrEqualTo(-1.0);
  }

  @Test
  void anEqualMixIsNotMadeAgainUnlessItsFileIsGone() throws IOException {
    Blob voice = Sounds.tone(test.node(), 1, 2, 440, 0.1);
    MixedAudio first = answer(mix(mixOf(voice, null, 3)), 60);
    byte[] narration = Files.readAllBytes(test.node().blobs().path(voice));
    Files.delete(test.node().blobs().path(voice));

    assertThat(answer(mix(mixOf(voice, null, 3)), 60)).isEqualTo(first);
    assertThat(mix(mixOf(voice, null, 4)))
        .as("another length needs the narration")
        .satisfies(other -> assertThat(failure(other)).isNotNull());

    Files.write(test.node().blobs().path(voice), narration);
    Files.delete(test.node().blobs().path(first.audio()));
    assertThat(answer(mix(mixOf(voice, null, 3)), 60)).isEqualTo(first);
    assertThat(test.node().blobs().path(first.audio())).exists();
  }

  @Test
  void theMusicStepsBackWhileSomebodySpeaks() throws IOException {
    Blob voice = Sounds.tone(test.node(), 1, 3, 440, 0.2);
    Blob music = Sounds.tone(test.node(), 2, 4, 2_000, 0.3);

    short[] samples = decoded(answer(mix(mixOf(voice, music, 9)), 60).audio());

    double beside = level(samples, 2_000, 4.6, 4.95);
    double under = level(samples, 2_000, 2.0, 3.0);
    assertThat(20 * Math.log10(under / beside)).isBetween(-10.0, -3.0);
  }

  @Test
  void everyNarrationBeginsOnItsSample() throws IOException {
    Path target = test.node().data().scratch("voice").resolve("voice.wav");
    Blob tone = Sounds.tone(test.node(), 1, 0.5, 1_000, 0.5);

    VoiceTrack.write(mixOf(tone, null, 8), test.node().blobs()::path, target);

    byte[] bytes = Files.readAllBytes(target);
    assertThat(bytes).hasSize(44 + 8 * 48_000 * 2);
    short[] samples = samples(bytes, 44);
    assertThat(firstSound(samples, 0)).isEqualTo(24_000 + 1);
    assertThat(firstSound(samples, 2 * 48_000)).isEqualTo(5 * 48_000 + 1);
  }

  @Test
  void silenceStaysSilent() {
    Blob silence = Sounds.tone(test.node(), 1, 1, 440, 0);

    assertThat(answer(mix(mixOf(silence, null, 7)), 60).loudness()).isLessThan(-60);
  }

  @Test
  void aNarrationOfAnotherFormIsRefused() {
    Blob stereo = Sounds.tone(test.node(), 2, 1, 440, 0.3);
    Blob text = RealFfmpeg.stored(test.node(), new byte[100], ".wav", "audio/wav");

    assertThat(failure(mix(mixOf(stereo, null, 7)))).hasMessageContaining("mono");
    assertThat(failure(mix(mixOf(text, null, 7))).code()).isEqualTo(FailureCode.INVALID);
  }

  /** Two narrations, at 0.5 s and at 5 s. */
  private static AudioMix mixOf(Blob voice, Blob music, double seconds) {
    return new AudioMix(
        List.of(new AudioMix.Cue(voice, 0.5), new AudioMix.Cue(voice, 5)),
        music,
        -16,
        seconds,
        -14);
  }

  private Future<MixedAudio> mix(AudioMix mix) {
    return new AudioMixer(
            RealFfmpeg.on(test.node()),
            test.node().blobs(),
            test.node().pools(),
            test.node().data())
        .mix(new MixAudio(mix, null), new Studio.Task());
  }

  private short[] decoded(Blob audio) throws IOException {
    Path raw = test.node().data().scratch("raw").resolve("raw");
    answer(
        RealFfmpeg.on(test.node())
            .run(
                FfmpegCommand.convert(
                    "decode",
                    Duration.ofSeconds(20),
                    List.of(
                        "-v",
                        "error",
                        "-i",
                        test.node().blobs().path(audio).toString(),
                        "-ac",
                        "1",
                        "-f",
                        "s16le",
                        raw.toString()))));
    return samples(Files.readAllBytes(raw), 0);
  }

  private static short[] samples(byte[] bytes, int from) {
    short[] samples = new short[(bytes.length - from) / 2];
    ByteBuffer.wrap(bytes, from, bytes.length - from)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples);
    return samples;
  }

  private static int firstSound(short[] samples, int from) {
    int at = from;
    while (samples[at] == 0) {
      at++;
    }
    return at;
  }

  /** Strength of one frequency between two times (Goertzel). */
  private static double level(short[] samples, double hertz, double from, double to) {
    double re = 0;
    double im = 0;
    int start = (int) (from * Sounds.RATE);
    int end = (int) (to * Sounds.RATE);
    for (int i = start; i < end; i++) {
      re += samples[i] * Math.cos(2 * Math.PI * hertz * i / Sounds.RATE);
      im += samples[i] * Math.sin(2 * Math.PI * hertz * i / Sounds.RATE);
    }
    return Math.hypot(re, im) / (end - start);
  }
}
