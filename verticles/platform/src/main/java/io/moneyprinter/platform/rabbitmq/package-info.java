/** Tasks and events over RabbitMQ. */
package io.moneyprinter.platform.rabbitmq;
