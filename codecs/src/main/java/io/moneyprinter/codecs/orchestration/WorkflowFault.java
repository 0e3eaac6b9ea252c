package io.moneyprinter.codecs.orchestration;

import java.util.Objects;

/**
 * One thing that is wrong with a workflow.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the document, such as {@code
 *     /steps/2/with/voice}; "" is the whole
 * @param line from 1; {@code null} where it cannot be said
 * @param message what is wrong and what would be right
 */
public record WorkflowFault(String pointer, Integer line, String message) {
  public WorkflowFault {
    pointer = pointer == null ? "" : pointer;
    Objects.requireNonNull(message, "message");
  }
}
