package io.moneyprinter.materials.look;

import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.codecs.video.Appearance.Swatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How well a picture's colours go on from those of the scenes beside it. Pure; what is not known is
 * neither good nor bad.
 */
public final class Continuity {
  /** Share of a score that the neighbours' colours decide. */
  private static final double SHARE = 0.1;

  /** Between colours that are this far apart on average nothing goes on; units of CIELAB. */
  private static final double FAR = 50;

  private static final double NEUTRAL = 0.5;

  private Continuity() {}

  /** How alike the colours of two pictures are, 0 to 1; empty when those of one are not known. */
  public static OptionalDouble between(Appearance one, Appearance other) {
    if (one == null || other == null || one.colors().isEmpty() || other.colors().isEmpty()) {
      return OptionalDouble.empty();
    }
    double apart = (toNearest(one, other) + toNearest(other, one)) / 2;
    return OptionalDouble.of(Math.max(0, 1 - apart / FAR));
  }

  /** The mean way of one's colours to the nearest of the other's, by how much of it each covers. */
  private static double toNearest(Appearance from, Appearance to) {
    List<LabColor> targets = to.colors().stream().map(each -> LabColor.of(each.color())).toList();
    double sum = 0;
    double shares = 0;
    for (Swatch each : from.colors()) {
      LabColor color = LabColor.of(each.color());
      double least = targets.stream().mapToDouble(color::distance).min().orElse(0);
      sum += each.share() * least;
      shares += each.share();
    }
    return shares == 0 ? 0 : sum / shares;
  }

  /**
   * What becomes of a score beside its neighbours.
   *
   * @param reason for people; {@code null} where no colours are known to compare
   */
  public record Judged(double score, String reason) {}

  /**
   * A score beside what the scenes before and after it show.
   *
   * @param looks of what is judged; {@code null} for unknown
   * @param shown what is known to show, by scene; a drawing or an open scene is not in it
   */
  public static Judged judge(
      double score, Appearance looks, int scene, Map<Integer, Appearance> shown) {
    List<Appearance> beside = new ArrayList<>();
    for (int other : new int[] {scene - 1, scene + 1}) {
      Appearance there = shown.get(other);
      if (there != null && !there.colors().isEmpty()) {
        beside.add(there);
      }
    }
    if (beside.isEmpty()) {
      return new Judged(score, null);
    }
    OptionalDouble alike =
        beside.stream()
            .map(there -> between(looks, there))
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .average();
    double value = alike.orElse(NEUTRAL);
    String reason =
        alike.isEmpty()
            ? null
            : "its colours are %.0f %% like those of the scenes beside it".formatted(value * 100);
    return new Judged(score * (1 - SHARE * (1 - value)), reason);
  }
}
