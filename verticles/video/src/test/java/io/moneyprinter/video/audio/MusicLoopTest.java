package io.moneyprinter.video.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.video.Clicks;
import io.moneyprinter.video.Decoded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusicLoopTest {
  private static final int RATE = PcmTrack.RATE;
  private static final double BEAT = 0.5;
  private static final double BAR = 2;
  private static final double TUNE = 4 * BAR;

  @TempDir Path folder;

  @Test
  void aPieceMadeToBeLoopedIsLeftAsItIs() throws IOException {
    Looped looped = looped(2 * TUNE, 40, MusicLoopTest::band);

    assertThat(looped.point.kind()).isEqualTo(LoopPoint.Kind.SEAMLESS);
    assertThat(looped.point.period()).isEqualTo((long) (2 * TUNE * RATE));
    assertThat(Clicks.worst(looped.sound, looped.joins())).isLessThan(Clicks.HEARD);
  }

  @Test
  void aPieceCutInMidBarGoesBackByWholeBars() throws IOException {
    for (double seconds : List.of(15.31, 21.7, 29.13)) {
      Looped looped = looped(seconds, 60, MusicLoopTest::band);

      assertThat(looped.point.kind()).isEqualTo(LoopPoint.Kind.LIKENESS);
      double bars = looped.point.period() / (double) RATE / BAR;
      assertThat(bars).as("bars of %.2f s", seconds).isCloseTo(Math.rint(bars), within(0.0005));
      assertThat(looped.point.likeness()).isGreaterThan(0.9);
      assertThat(Clicks.worst(looped.sound, looped.joins())).isLessThan(Clicks.HEARD);
      assertOnTheBeat(looped.sound);
    }
  }

  @Test
  void theJoinIsNoLouderAndNoQuieterThanThePiece() throws IOException {
    Looped alike = looped(15.31, 60, MusicLoopTest::band);
    Decoded original = new Decoded(wave(60, MusicLoopTest::band), wave(60, MusicLoopTest::band));
    for (double join : alike.joins()) {
      double phase = join % TUNE;
      assertThat(alike.sound.power(join - 0.25, join + 0.25))
          .isCloseTo(original.power(TUNE + phase - 0.25, TUNE + phase + 0.25), within(1.5));
    }

    Looped noise = looped(9.7, 40, hiss());
    for (double at = 1; at < 39; at += 0.25) {
      assertThat(noise.sound.power(at, at + 0.25))
          .isCloseTo(noise.sound.power(0.5, 1), within(1.0));
    }
  }

  @Test
  void aPieceThatEndsInSilenceBeginsAgainAfterABreath() throws IOException {
    IntToDoubleFunction ending =
        i -> {
          double t = i / (double) RATE;
          double level = t < 0.4 ? 0 : Math.max(0, Math.min(1, (10 - t) / 1.5));
          return level * 0.3 * Math.sin(2 * Math.PI * 220 * t);
        };

    Looped looped = looped(14, 50, ending);

    assertThat(looped.point.kind()).isEqualTo(LoopPoint.Kind.SILENCE);
    assertThat(looped.point.start() / (double) RATE).isCloseTo(0.4, within(0.02));
    assertThat(looped.point.period() / (double) RATE).isCloseTo(9.6 + 0.5, within(0.05));
    assertThat(Clicks.worst(looped.sound, looped.joins())).isLessThan(Clicks.HEARD);
  }

  @Test
  void aHeldNoteCutAnywhereGoesOnWithoutAStep() throws IOException {
    IntToDoubleFunction chord =
        i ->
            0.2 * Math.sin(2 * Math.PI * 110.3 * i / RATE)
                + 0.2 * Math.sin(2 * Math.PI * 164.8 * i / RATE);

    Looped looped = looped(7.123, 30, chord);

    assertThat(Clicks.worst(looped.sound, looped.joins())).isLessThan(2);
    assertThat(largestStep(looped.sound))
        .isLessThan(1.1 * largestStep(looped(29, 29, chord).sound));
  }

  @Test
  void evenAVeryShortPieceFillsTheVideo() throws IOException {
    Looped looped = looped(0.2, 5, i -> 0.3 * Math.sin(2 * Math.PI * 333 * i / RATE));

    assertThat(looped.sound.seconds()).isEqualTo(5);
    for (double at = 0; at < 4.9; at += 0.1) {
      assertThat(looped.sound.power(at, at + 0.1)).isGreaterThan(-25);
    }
    assertThat(Clicks.worst(looped.sound, looped.joins())).isLessThan(Clicks.HEARD);
  }

  private record Looped(LoopPoint point, Decoded sound) {
    /** Where each round begins and where the one before is over. */
    List<Double> joins() {
      List<Double> joins = new ArrayList<>();
      for (long at = point.start() + point.period();
          at + point.fade() < sound.left().length - RATE / 10;
          at += point.period()) {
        joins.add(at / (double) RATE);
        joins.add((at + point.fade()) / (double) RATE);
      }
      assertThat(joins).isNotEmpty();
      return joins;
    }
  }

  private Looped looped(double seconds, double filled, IntToDoubleFunction wave)
      throws IOException {
    Path once = Files.createTempFile(folder, "once", ".f32");
    float[] samples = wave(seconds, wave);
    ByteBuffer bytes = ByteBuffer.allocate(samples.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      bytes.putFloat(sample).putFloat(sample);
    }
    Files.write(once, bytes.array());
    Path all = folder.resolve(once.getFileName() + "-all");
    try (PcmTrack source = PcmTrack.open(once);
        PcmTrack target = PcmTrack.blank(all, Math.round(filled * RATE))) {
      LoopPoint point =
          filled > seconds
              ? MusicLoop.find(source)
              : new LoopPoint(LoopPoint.Kind.SEAMLESS, 0, samples.length, 0, 0);
      MusicLoop.lay(source, point, target);
      return new Looped(point, Decoded.of(Files.readAllBytes(all)));
    }
  }

  private static float[] wave(double seconds, IntToDoubleFunction wave) {
    float[] samples = new float[(int) Math.round(seconds * RATE)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) wave.applyAsDouble(i);
    }
    return samples;
  }

  /** Drum, bass and a tune of four bars, 120 beats a minute, over and over. */
  private static double band(int i) {
    double t = i / (double) RATE % TUNE;
    double inBeat = t % BEAT;
    double inEighth = (t + BEAT / 2) % BEAT;
    double attack = 1 - Math.exp(-inBeat * 500);
    double drum = attack * 0.5 * Math.exp(-inBeat * 18) * Math.sin(2 * Math.PI * 60 * inBeat);
    SplittableRandom seed = new SplittableRandom(i % (long) (TUNE * RATE));
    double hat = 0.1 * Math.exp(-inEighth * 60) * (seed.nextDouble() - 0.5);
    double[] notes = {
      220, 262, 330, 294, 262, 392, 330, 247, 220, 330, 440, 392, 349, 294, 247, 196
    };
    double note = notes[(int) (t / BEAT)];
    double tune = attack * 0.15 * Math.exp(-inBeat * 5) * Math.sin(2 * Math.PI * note * inBeat);
    return drum + hat + tune;
  }

  private static IntToDoubleFunction hiss() {
    SplittableRandom random = new SplittableRandom(7);
    return i -> 0.3 * (random.nextDouble() - 0.5);
  }

  /** The drum falls on the grid of beats from beginning to end. */
  private static void assertOnTheBeat(Decoded sound) {
    for (double beat = BEAT; beat < sound.seconds() - 1; beat += BEAT) {
      double before = sound.power(beat - 0.04, beat - 0.004);
      double after = sound.power(beat + 0.002, beat + 0.038);
      assertThat(after).as("beat at %.1f s", beat).isGreaterThan(before + 6);
    }
  }

  private static double largestStep(Decoded sound) {
    double largest = 0;
    for (int i = 1; i < sound.left().length; i++) {
      largest = Math.max(largest, Math.abs(sound.left()[i] - sound.left()[i - 1]));
    }
    return largest;
  }
}
