package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * Hands in a step's result. Handing it in twice does no harm; with an outdated token it is refused
 * ({@code held == false}).
 *
 * @param result the task's reply as JSON
 */
public record CompleteStep(String stepId, long token, String result) {
  public CompleteStep {
    Objects.requireNonNull(stepId, "stepId");
    Objects.requireNonNull(result, "result");
  }
}
