package io.moneyprinter.video.audio;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.AudioMix.Kind;
import io.moneyprinter.codecs.video.AudioMix.Sound;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MixAudio;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.OutputBrief.Container;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.VideoCodec;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.Decoded;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Sounds;
import io.moneyprinter.video.Studio;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import io.moneyprinter.video.safety.MediaLimits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StemsAndFormatsTest {
  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void theStemsAddUpToTheMix() {
    // So quiet that the limiter has nothing to do, and without loss: what is left is the gain. And
    // no noise, whose part above 22 kHz the limiter's oversampling takes away.
    AudioMix mix = everything(-36);
    MixedAudio mixed = mixed(mix, output(Container.MOV, VideoCodec.PRORES, true));

    assertThat(mixed.stems())
        .extracting(Publication.File::name)
        .containsExactly("stem-voice.wav", "stem-music.wav", "stem-clips.wav", "stem-effects.wav");
    Decoded whole = Decoded.of(test.node(), mixed.audio());
    float[] sum = new float[whole.left().length];
    for (Publication.File file : mixed.stems()) {
      Decoded stem = Decoded.of(test.node(), file.blob());
      assertThat(stem.left().length).isEqualTo(sum.length);
      assertThat(stem.power(0, 6)).as(file.name()).isGreaterThan(-60);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += stem.left()[i];
      }
    }
    assertThat(difference(whole.left(), sum)).isLessThan(-50);
  }

  @Test
  void withoutAWishThereAreNoStemsAndNothingIsLeftBehind() {
    assertThat(mixed(everything(-14), null).stems()).isEmpty();
    assertThat(test.node().data().staging()).isEmptyDirectory();
  }

  @Test
  void theFormSuitsTheContainer() {
    AudioMix mix = everything(-14);
    assertForm(mixed(mix, output(Container.AUDIO, null, false)), "audio/mp4", "aac");
    assertForm(mixed(mix, output(Container.WEBM, null, false)), "audio/webm", "opus");
    assertForm(mixed(mix, output(Container.MOV, null, false)), "audio/wav", "pcm_s16le");
    assertThat(SoundFormat.suited(output(Container.MOV, VideoCodec.H264, false)))
        .isEqualTo(SoundFormat.AAC);
    assertThat(SoundFormat.suited(output(Container.MP4, null, false))).isEqualTo(SoundFormat.AAC);
  }

  @Test
  void eachPartByItselfReachesTheLoudness() {
    Blob tone = Sounds.tone(test.node(), 2, 3, 440, 0.05);
    Blob speech = Sounds.speech(test.node(), 3);
    Blob tick = Sounds.tone(test.node(), 1, 0.3, 900, 0.05);
    Sound clip = new Sound(Kind.CLIP, tone, 1, 0, null, 0, null, null, null);
    Sound effect = new Sound(Kind.EFFECT, tick, 2, 0, null, 0, null, null, null);
    List<AudioMix.Cue> voice = List.of(new AudioMix.Cue(speech, 1));
    for (AudioMix mix :
        List.of(
            new AudioMix(voice, null, -16, 5, -14),
            new AudioMix(List.of(), tone, -16, 5, -14),
            new AudioMix(List.of(), null, -16, 5, -14, List.of(clip), null),
            new AudioMix(List.of(), null, -16, 5, -14, List.of(effect), null),
            new AudioMix(List.of(), tone, -40, 5, -20, List.of(clip), null))) {
      MixedAudio mixed = mixed(mix, null);

      assertThat(mixed.loudness()).as("%s", mix).isCloseTo(mix.loudness(), within(1.0));
      assertThat(mixed.truePeak()).isLessThanOrEqualTo(-1.0);
    }
  }

  @Test
  void nothingAtAllIsSilenceOfTheRightLength() {
    MixedAudio nothing =
        mixed(new AudioMix(List.of(), null, -16, 3, -14), output(Container.WEBM, null, true));
    Blob silence = Sounds.tone(test.node(), 2, 1, 440, 0);
    Sound effect = new Sound(Kind.EFFECT, silence, 0.5, 0, null, 0, null, null, null);
    MixedAudio silent =
        mixed(new AudioMix(List.of(), silence, -16, 3, -14, List.of(effect), null), null);

    for (MixedAudio mixed : List.of(nothing, silent)) {
      assertThat(mixed.loudness()).isEqualTo(-70);
      assertThat(mixed.truePeak()).isEqualTo(-120);
      Decoded sound = Decoded.of(test.node(), mixed.audio());
      assertThat(sound.seconds()).isCloseTo(3, within(0.03));
      assertThat(sound.power(0, 3)).isLessThan(-90);
    }
  }

  @Test
  void musicIsGoneWhenTheVideoEndsHoweverLongItIs() {
    for (double seconds : List.of(3.0, 9.0)) {
      Blob music = Sounds.tone(test.node(), 2, seconds, 330, 0.3);
      Decoded heard =
          Decoded.of(test.node(), mixed(new AudioMix(List.of(), music, -16, 6, -14), null).audio());

      assertThat(heard.power(2, 3)).isCloseTo(heard.power(1, 2), within(0.5));
      assertThat(heard.power(5, 5.5)).isLessThan(heard.power(2, 3) - 3);
      assertThat(heard.power(5.95, 6)).isLessThan(heard.power(2, 3) - 25);
    }
  }

  private AudioMix everything(double loudness) {
    return new AudioMix(
        List.of(new AudioMix.Cue(Sounds.tone(test.node(), 1, 2, 700, 0.2), 1)),
        Sounds.tone(test.node(), 2, 2.5, 330, 0.3),
        -16,
        6,
        loudness,
        List.of(
            new Sound(
                Kind.CLIP,
                Sounds.tone(test.node(), 1, 3, 1_000, 0.05),
                2,
                0,
                null,
                -3,
                null,
                1.5,
                null),
            new Sound(
                Kind.EFFECT,
                Sounds.tone(test.node(), 2, 0.5, 2_000, 0.2),
                4,
                0,
                null,
                -10,
                null,
                null,
                null)),
        null);
  }

  private void assertForm(MixedAudio mixed, String mediaType, String codec) {
    assertThat(mixed.audio().mediaType()).isEqualTo(mediaType);
    MediaInfo found =
        answer(
            new MediaProbe(RealFfmpeg.on(test.node()), test.node().pools(), MediaLimits.usual())
                .probe(mixed.audio(), test.node().blobs().path(mixed.audio())));
    assertThat(found.codec()).isEqualTo(codec);
    assertThat(found.seconds()).isCloseTo(6, within(0.03));
    assertThat(mixed.loudness()).isCloseTo(-14, within(1.0));
    assertThat(mixed.truePeak()).isLessThanOrEqualTo(-1.0);
  }

  private MixedAudio mixed(AudioMix mix, OutputBrief output) {
    return answer(
        new AudioMixer(
                RealFfmpeg.on(test.node()),
                test.node().blobs(),
                test.node().pools(),
                test.node().data())
            .mix(new MixAudio(mix, output), new Studio.Task()),
        60);
  }

  private static OutputBrief output(Container container, VideoCodec codec, boolean stems) {
    return new OutputBrief(container, codec, null, stems, null, null);
  }

  /** What is left of one sound when the other, at its best gain, is taken away; dB of the first. */
  private static double difference(float[] sound, float[] other) {
    double product = 0;
    double squares = 0;
    for (int i = 0; i < sound.length; i++) {
      product += sound[i] * other[i];
      squares += other[i] * other[i];
    }
    double all = 0;
    double left = 0;
    for (int i = 0; i < sound.length; i++) {
      all += sound[i] * sound[i];
      left += Math.pow(sound[i] - product / squares * other[i], 2);
    }
    return 10 * Math.log10(left / all);
  }
}
