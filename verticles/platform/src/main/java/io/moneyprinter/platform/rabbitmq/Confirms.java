package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.ShutdownSignalException;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The messages of one channel that the broker has still to confirm. Filled by the link's thread,
 * emptied by that of the connection.
 */
final class Confirms {
  private record Pending(String messageId, Promise<Void> promise) {}

  private final NavigableMap<Long, Pending> pending = new ConcurrentSkipListMap<>();

  Future<Void> expect(long number, String messageId) {
    Pending one = new Pending(messageId, Promise.promise());
    pending.put(number, one);
    return one.promise().future();
  }

  void taken(long number, boolean andAllBefore) {
    end(number, andAllBefore, null);
  }

  void refused(long number, boolean andAllBefore) {
    end(number, andAllBefore, ServiceFailure.unavailable("RabbitMQ refused a message"));
  }

  /** Comes before the confirmation of a message that no queue got. */
  void returned(BasicProperties properties, String why) {
    pending.values().stream()
        .filter(one -> Objects.equals(one.messageId(), properties.getMessageId()))
        .forEach(
            one ->
                one.promise()
                    .tryFail(ServiceFailure.unavailable("No queue takes the message: " + why)));
  }

  void lost(ShutdownSignalException cause) {
    end(Long.MAX_VALUE, true, ServiceFailure.unavailable("The connection broke: " + cause));
  }

  private void end(long number, boolean andAllBefore, Throwable failure) {
    if (!andAllBefore) {
      end(pending.remove(number), failure);
      return;
    }
    Map<Long, Pending> ended = pending.headMap(number, true);
    ended.values().forEach(one -> end(one, failure));
    ended.clear();
  }

  private static void end(Pending one, Throwable failure) {
    if (one == null) {
      return;
    }
    if (failure == null) {
      one.promise().tryComplete();
    } else {
      one.promise().tryFail(failure);
    }
  }
}
