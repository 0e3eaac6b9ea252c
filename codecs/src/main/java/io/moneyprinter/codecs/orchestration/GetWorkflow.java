package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * Asks for a workflow that a video can follow.
 *
 * @param name as in its file
 */
public record GetWorkflow(String name) {
  public GetWorkflow {
    Objects.requireNonNull(name, "name");
  }
}
