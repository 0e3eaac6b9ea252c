package io.moneyprinter.codecs.orchestration;

import java.util.List;

/**
 * What a video would cost.
 *
 * @param microUsd the sum of the lines
 * @param videoSeconds how long the video is expected to be
 * @param prices version of the price list
 * @param refusal why it could not be ordered now, a cap being in the way; {@code null} when it
 *     could
 */
public record CostEstimate(
    long microUsd, double videoSeconds, List<CostLine> lines, String prices, String refusal) {
  public CostEstimate {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }
}
