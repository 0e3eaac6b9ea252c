package io.moneyprinter.codecs.monitoring;

import java.util.Objects;

/**
 * Messages that a node takes in, by who sends them.
 *
 * @param fromNode id of the node that sends
 * @param fromService the service that sends; {@code node} for what no service sends
 * @param toService the service that answers: the part of the address before the dot
 * @param perSecond over about the last five seconds
 */
public record MessageFlow(String fromNode, String fromService, String toService, double perSecond) {
  public MessageFlow {
    Objects.requireNonNull(fromNode, "fromNode");
    Objects.requireNonNull(fromService, "fromService");
    Objects.requireNonNull(toService, "toService");
  }
}
