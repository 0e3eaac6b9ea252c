package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;

/**
 * A message on its way to the broker.
 *
 * @param mandatory whether it counts as failed when no queue gets it
 */
record Letter(
    String exchange,
    String routingKey,
    boolean mandatory,
    BasicProperties properties,
    byte[] body) {
  static final int PERSISTENT = 2;
}
