package io.moneyprinter.launcher.node;

import io.micrometer.core.instrument.MeterRegistry;
import io.moneyprinter.launcher.settings.QueueConfig;
import io.moneyprinter.platform.database.Databases;
import io.moneyprinter.platform.events.EventSink;
import io.moneyprinter.platform.rabbitmq.RabbitBroker;
import io.moneyprinter.platform.tasks.DeadLetterDesk;
import io.moneyprinter.platform.tasks.PostgresTaskQueue;
import io.moneyprinter.platform.tasks.QueueMeters;
import io.moneyprinter.platform.tasks.TaskQueue;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * The queue as the node's settings want it.
 *
 * @param events for consumers outside; only a broker reaches them
 */
record Queues(TaskQueue tasks, EventSink events) {
  private static final Duration LOOK = Duration.ofSeconds(15);

  static Future<Queues> open(Vertx vertx, QueueConfig config, Databases databases) {
    return switch (config.mode()) {
      case POSTGRES ->
          databases
              .open("queue")
              .compose(database -> PostgresTaskQueue.open(vertx, database, config.limits()))
              .map(tasks -> new Queues(tasks, EventSink.none()));
      case RABBITMQ ->
          RabbitBroker.open(vertx, config.rabbitOptions(), config.limits())
              .map(broker -> new Queues(broker.tasks(), broker.events()));
    };
  }

  /** Answers for the dead letters, and measures what waits. */
  Future<?> serve(Vertx vertx, MeterRegistry meters) {
    QueueMeters.start(vertx, tasks, meters, LOOK);
    return new DeadLetterDesk(tasks.deadLetters()).serve(vertx.eventBus());
  }
}
