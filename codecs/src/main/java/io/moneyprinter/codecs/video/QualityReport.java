package io.moneyprinter.codecs.video;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * What was measured on a finished video.
 *
 * @param checks in the order they were made
 */
public record QualityReport(List<Check> checks) {
  /** How a check ended. */
  public enum Verdict {
    @JsonProperty("good")
    GOOD,
    /** Worth a look, but the video is handed out. */
    @JsonProperty("doubtful")
    DOUBTFUL,
    @JsonProperty("bad")
    BAD
  }

  /**
   * One check.
   *
   * @param name such as {@code frame-count}
   * @param measured with its unit
   * @param wanted with its unit
   * @param segment index of the segment to blame; {@code null} for the whole
   */
  public record Check(
      String name, Verdict verdict, String measured, String wanted, Integer segment) {
    public Check {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(verdict, "verdict");
    }
  }

  public QualityReport {
    checks = checks == null ? List.of() : List.copyOf(checks);
  }

  /** The worst of all. */
  public Verdict verdict() {
    return checks.stream()
        .map(Check::verdict)
        .max(java.util.Comparator.naturalOrder())
        .orElse(Verdict.GOOD);
  }
}
