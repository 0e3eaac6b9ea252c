package io.moneyprinter.codecs.orchestration;

/**
 * Asks whether a workflow could be run; nothing is kept.
 *
 * @param source its text, YAML
 */
public record CheckWorkflow(String source) {
  public CheckWorkflow {
    source = source == null ? "" : source;
  }
}
