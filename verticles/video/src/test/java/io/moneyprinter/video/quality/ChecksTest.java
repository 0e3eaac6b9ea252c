package io.moneyprinter.video.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.MixedAudio;
import io.moneyprinter.codecs.video.QualityReport.Check;
import io.moneyprinter.codecs.video.QualityReport.Verdict;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.video.Briefs;
import io.moneyprinter.video.quality.KeyFrameScan.KeyFrame;
import io.moneyprinter.video.quality.KeyFrameScan.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final OptionalDouble NO_RATE = OptionalDouble.empty();

  private static final Canvas CANVAS = Briefs.SMALL;

  @Test
  void aBlackStretchIsFoundWithItsPlace() {
    List<KeyFrame> frames = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      frames.add(i >= 4 ? flat(2.0 * i, 1) : noise(2.0 * i, i));
    }

    Check black = named("black", frames, 2, 240);

    assertThat(black.verdict()).isEqualTo(Verdict.DOUBTFUL);
    assertThat(black.measured()).isEqualTo("6.0 s from 8.0 s");
    assertThat(black.segment()).isEqualTo(1);
  }

  @Test
  void oneBlackMomentBetweenScenesIsNone() {
    List<KeyFrame> frames = List.of(noise(0, 1), noise(2, 2), flat(4, 0), noise(6, 3), noise(8, 4));

    assertThat(named("black", frames, 2, 150).verdict()).isEqualTo(Verdict.GOOD);
  }

  @Test
  void aPictureThatStandsStillIsFrozenUnlessTheNextClipBegins() {
    assertThat(named("frozen", List.of(noise(0, 1), noise(2, 1), noise(4, 1)), 1, 180))
        .extracting(Check::verdict, Check::measured)
        .containsExactly(Verdict.DOUBTFUL, "4.0 s from 0.0 s");
    assertThat(named("frozen", List.of(noise(0, 1), noise(2, 1), noise(4, 1)), 3, 60).verdict())
        .isEqualTo(Verdict.GOOD);
    assertThat(named("frozen", List.of(noise(0, 1), noise(2, 2), noise(4, 3)), 1, 180).verdict())
        .isEqualTo(Verdict.GOOD);
  }

  @Test
  void twoScenesThatShowTheSameAreNamedUnlessTheyWereMeantTo() {
    List<KeyFrame> frames = List.of(noise(1, 5), noise(3, 6), brighter(noise(5, 5), 9));

    assertThat(named("repeated-scenes", frames, 3, 60))
        .extracting(Check::verdict, Check::measured)
        .containsExactly(Verdict.DOUBTFUL, "clips 1 and 3");
    Timeline same = timeline(3, 60, i -> Briefs.blob(1));
    assertThat(new PictureChecks(same).of(frames).get(2).verdict()).isEqualTo(Verdict.GOOD);
  }

  @Test
  void silenceIsDoubtfulWhereSomethingWasToBeHeard() {
    Blob sound = Briefs.blob(9);
    AudioMix spoken = new AudioMix(List.of(new AudioMix.Cue(sound, 3)), null, 0, 10, -14);
    AudioMix played = new AudioMix(List.of(), sound, -16, 10, -14);
    MixedAudio mixed = new MixedAudio(sound, 10, -14.2, -1.5);

    assertThat(silence(spoken, mixed, new Silence(0, 2.9)).verdict()).isEqualTo(Verdict.GOOD);
    assertThat(silence(spoken, mixed, new Silence(2.5, 9)).verdict()).isEqualTo(Verdict.DOUBTFUL);
    assertThat(silence(played, mixed, new Silence(6, Double.POSITIVE_INFINITY)).measured())
        .isEqualTo("4.0 s from 6.0 s");
  }

  @Test
  void loudnessAndPeakOutOfBoundsAreBad() {
    AudioMix mix = new AudioMix(List.of(), Briefs.blob(9), -16, 10, -14);

    assertThat(
            new SoundChecks(mix, SoundLimits.usual())
                .of(new MixedAudio(Briefs.blob(9), 10, -16, -0.5), List.of(), NO_RATE))
        .extracting(Check::verdict)
        .containsExactly(Verdict.BAD, Verdict.BAD, Verdict.GOOD);
    assertThat(
            new SoundChecks(mix, SoundLimits.usual())
                .of(new MixedAudio(Briefs.blob(9), 10, -70, -70), List.of(), NO_RATE))
        .extracting(Check::verdict)
        .containsOnly(Verdict.GOOD);
  }

  private static Check silence(AudioMix mix, MixedAudio mixed, Silence silence) {
    return new SoundChecks(mix, SoundLimits.usual()).of(mixed, List.of(silence), NO_RATE).get(2);
  }

  private static Check named(String name, List<KeyFrame> frames, int clips, int length) {
    return new PictureChecks(timeline(clips, length, i -> Briefs.blob(i)))
        .of(frames).stream().filter(check -> check.name().equals(name)).findFirst().orElseThrow();
  }

  private static Timeline timeline(
      int clips, int length, java.util.function.IntFunction<Blob> blobs) {
    List<Clip> track = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      Picture picture = new Picture.Footage(blobs.apply(i), 640, 480, 60);
      track.add(new Clip(i, i * length, length, 0, 0, picture, 0, null, null, null));
    }
    AudioMix mix = new AudioMix(List.of(), null, 0, clips * length / 30.0, -14);
    return new Timeline(CANVAS, clips * length, track, CaptionStyle.DEFAULT, List.of(), mix, 1);
  }

  private static KeyFrame flat(double seconds, int value) {
    byte[] luma = new byte[KeyFrameScan.SIDE * KeyFrameScan.SIDE];
    java.util.Arrays.fill(luma, (byte) value);
    return new KeyFrame(seconds, luma);
  }

  private static KeyFrame noise(double seconds, int seed) {
    byte[] luma = new byte[KeyFrameScan.SIDE * KeyFrameScan.SIDE];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (byte) (30 + random.nextInt(180));
    }
    return new KeyFrame(seconds, luma);
  }

  private static KeyFrame brighter(KeyFrame frame, int by) {
    byte[] luma = frame.luma().clone();
    for (int i = 0; i < luma.length; i++) {
      luma[i] += (byte) by;
    }
    return new KeyFrame(frame.seconds(), luma);
  }
}
