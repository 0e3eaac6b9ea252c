package io.moneyprinter.launcher.settings;

import io.moneyprinter.platform.rabbitmq.RabbitOptions;
import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.platform.tasks.QueueLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What carries the tickets of tasks to the nodes. */
public record QueueConfig(
    @Setting(
            doc =
                "postgres: the database carries them, no broker is needed; rabbitmq: the broker below",
            value = "postgres")
        Mode mode,
    @Setting(
            doc = "How often a ticket is handled in vain before it is a dead letter",
            value = "5",
            min = 1,
            max = 100)
        int deliveries,
    @Setting(
            doc =
                "How long the queue watches over a ticket that is being handled; with rabbitmq it has"
                    + " to be shorter than the broker's consumer_timeout (30 min by default)",
            value = "10m")
        Duration hold,
    RabbitConfig rabbitmq) {
  /** What a queue may stand on. */
  public enum Mode {
    POSTGRES,
    RABBITMQ
  }

  public QueueConfig {
    if (hold.toMillis() < 1_000) {
      throw new IllegalArgumentException("hold must be 1s or more");
    }
  }

  /** Where RabbitMQ is, and how it is used. */
  public record RabbitConfig(
      @Setting(
              doc =
                  "The broker, amqp://user:password@host:port/vhost; amqps: for TLS. The user has to"
                      + " be allowed to declare exchanges and queues",
              value = "amqp://guest:guest@127.0.0.1:5672",
              secret = true)
          String uri,
      @Setting(
              doc =
                  "PEM file of the authorities that may vouch for the broker with amqps:; absent for"
                      + " those that Java trusts")
          Optional<String> authority,
      @Setting(
              doc =
                  "A connection that is silent for about twice as long counts as lost, 1s or more",
              value = "15s")
          Duration heartbeat,
      @Setting(
              doc = "What our exchanges and queues begin with, except the exchange video.events",
              value = "moneyprinter")
          String prefix,
      @Setting(
              doc =
                  "A ticket that waited longer is dropped: the orchestration has put it again by then",
              value = "30m")
          Duration ticketLife) {
    public RabbitConfig {
      if (heartbeat.toSeconds() < 1 || ticketLife.toSeconds() < 60) {
        throw new IllegalArgumentException(
            "heartbeat must be 1s or more, and ticket-life 1m or more");
      }
    }
  }

  public QueueLimits limits() {
    return new QueueLimits(deliveries, hold);
  }

  public RabbitOptions rabbitOptions() {
    return new RabbitOptions(
        rabbitmq.uri(),
        rabbitmq.authority().map(Path::of),
        rabbitmq.heartbeat(),
        rabbitmq.prefix(),
        rabbitmq.ticketLife());
  }
}
