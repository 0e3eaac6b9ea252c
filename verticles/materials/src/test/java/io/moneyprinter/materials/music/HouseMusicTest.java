package io.moneyprinter.materials.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseMusicTest {
  private static final int RATE = 48_000;

  @RegisterExtension final TestNode test = TestNode.plain();

  @Test
  void thePiecesDifferAndAreListedWithoutBeingRendered() {
    List<MusicPiece> pieces = all();

    assertThat(pieces).hasSizeGreaterThanOrEqualTo(8);
    Set<String> kinds = new HashSet<>();
    for (MusicPiece piece : pieces) {
      assertThat(kinds.add(piece.mood() + " " + piece.key() + " " + piece.tempo()))
          .as(
              "%s is like another: %s in %s, %s",
              piece.id(), piece.mood(), piece.key(), piece.tempo())
          .isTrue();
      assertThat(piece.seconds()).isBetween(30.0, 90.0);
      assertThat(piece.tempo()).isBetween(60.0, 130.0);
      assertThat(piece.tags()).hasSizeGreaterThan(2);
      assertThat(piece.provenance().licence()).isEqualTo("CC0-1.0");
    }
    assertThat(test.node().data().blobs()).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"still-water", "kite-weather", "pulse"})
  void theEndGoesOverIntoTheBeginning(String name) throws IOException {
    MusicPiece piece = Answers.answer(house().piece(name));
    Music music = Answers.answer(house().sound(piece), 60);
    short[] left = left(music);

    assertThat(left.length / (double) RATE).isCloseTo(piece.seconds(), within(0.001));
    // The bend of the wave at the join stands out of what is around it by no more than a drum does.
    assertThat(bend(left, 0, 6)).isLessThanOrEqualTo(1.6 * bend(left, 0, RATE / 4));
    double after = rms(left, 0);
    double before = rms(left, left.length - RATE / 2);
    assertThat(after).isGreaterThan(300);
    assertThat(20 * Math.log10(after / before)).isBetween(-9.0, 9.0);
    assertThat(Answers.answer(house().sound(piece)).audio()).isEqualTo(music.audio());
  }

  @Test
  void aPieceThatIsNotThereIsNotFound() {
    assertThat(Answers.failure(house().piece("../secret")).code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  private HouseMusic house() {
    return new HouseMusic(test.node().pools(), test.node().blobs());
  }

  private List<MusicPiece> all() {
    return Answers.answer(house().list(new ListMusic(null, null, null, null, null)));
  }

  private short[] left(Music music) throws IOException {
    byte[] bytes = Files.readAllBytes(test.node().blobs().path(music.audio()));
    ShortBuffer samples =
        ByteBuffer.wrap(bytes, 44, bytes.length - 44)
            .slice()
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer();
    short[] left = new short[samples.limit() / 2];
    for (int i = 0; i < left.length; i++) {
      left[i] = samples.get(2 * i);
    }
    return left;
  }

  /** The largest second difference within {@code reach} samples of a place, going round. */
  private static double bend(short[] wave, int at, int reach) {
    double worst = 0;
    for (int i = at - reach; i <= at + reach; i++) {
      double bend = value(wave, i - 1) - 2.0 * value(wave, i) + value(wave, i + 1);
      worst = Math.max(worst, Math.abs(bend));
    }
    return worst;
  }

  private static double value(short[] wave, int at) {
    return wave[Math.floorMod(at, wave.length)];
  }

  private static double rms(short[] wave, int from) {
    double sum = 0;
    for (int i = from; i < from + RATE / 2; i++) {
      sum += value(wave, i) * value(wave, i);
    }
    return Math.sqrt(sum / (RATE / 2));
  }
}
