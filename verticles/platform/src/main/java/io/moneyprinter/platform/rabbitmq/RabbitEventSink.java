package io.moneyprinter.platform.rabbitmq;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.rabbitmq.client.AMQP.BasicProperties;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.orchestration.JobEvent;
import io.moneyprinter.platform.events.EventSink;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Publishes job events as JSON to the topic exchange {@code video.events}: {@code video.created},
 * {@code video.completed}, {@code video.step.done} and so on.
 */
final class RabbitEventSink implements EventSink {
  private final ConfirmedPublisher publisher;

  RabbitEventSink(ConfirmedPublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public boolean open() {
    return true;
  }

  @Override
  public Future<Void> publish(List<JobEvent> events, String correlationId) {
    List<Letter> letters = new ArrayList<>();
    for (JobEvent event : events) {
      try {
        letters.add(letter(event, correlationId));
      } catch (JsonProcessingException e) {
        return Future.failedFuture(e);
      }
    }
    return publisher.publish(letters, channel -> {});
  }

  private static Letter letter(JobEvent event, String correlationId)
      throws JsonProcessingException {
    return new Letter(
        RabbitTopology.EVENTS,
        routingKey(event.type()),
        false,
        new BasicProperties.Builder()
            .deliveryMode(Letter.PERSISTENT)
            .messageId(event.jobId() + ":" + event.sequence())
            .correlationId(correlationId)
            .type("orchestration.JobEvent.v1")
            .contentType("application/json")
            .contentEncoding("UTF-8")
            .timestamp(Date.from(event.at()))
            .headers(Map.of("tenant", event.tenant()))
            .build(),
        RecordJson.wire().writeValueAsBytes(event));
  }

  /** {@code JOB_CREATED} is {@code video.created}, {@code STEP_DONE} is {@code video.step.done}. */
  static String routingKey(JobEvent.Type type) {
    String word = type.name().toLowerCase(Locale.ROOT).replace('_', '.');
    return "video." + (word.startsWith("job.") ? word.substring("job.".length()) : word);
  }
}
