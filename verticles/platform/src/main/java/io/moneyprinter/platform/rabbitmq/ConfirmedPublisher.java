package io.moneyprinter.platform.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Publishes, and knows of each message whether the broker has taken charge of it. */
final class ConfirmedPublisher implements RabbitLink.Part {
  private static final long CONFIRM_SECONDS = 10;

  /** Work queues have to be there before a ticket can wait in them. */
  interface Preparation {
    void prepare(Channel channel) throws IOException;
  }

  private record Line(Channel channel, Confirms confirms) {}

  private final RabbitLink link;
  private volatile Line line;

  ConfirmedPublisher(RabbitLink link) {
    this.link = link;
  }

  @Override
  public void open(Connection connection) throws IOException {
    Channel channel = connection.createChannel();
    channel.confirmSelect();
    Confirms confirms = new Confirms();
    channel.addConfirmListener(confirms::taken, confirms::refused);
    channel.addReturnListener(
        returned -> confirms.returned(returned.getProperties(), returned.getReplyText()));
    line = new Line(channel, confirms);
    channel.addShutdownListener(
        cause -> {
          confirms.lost(cause);
          if (!cause.isHardError() && !cause.isInitiatedByApplication()) {
            link.reopen(this);
          }
        });
  }

  /**
   * Publishes in order; done when the broker has confirmed all. Fails with {@code UNAVAILABLE} when
   * that is not certain: some may be there nevertheless.
   */
  Future<Void> publish(List<Letter> letters, Preparation preparation) {
    if (link.blocked() != null) {
      return Future.failedFuture(
          ServiceFailure.unavailable("RabbitMQ takes nothing at present: " + link.blocked()));
    }
    Context context = link.vertx().getOrCreateContext();
    Promise<Void> outcome = Promise.promise();
    link.run(open -> send(letters, preparation))
        .compose(Future::all)
        .timeout(CONFIRM_SECONDS, TimeUnit.SECONDS)
        .onComplete(
            done ->
                context.runOnContext(
                    now -> {
                      if (done.succeeded()) {
                        outcome.complete();
                      } else {
                        outcome.fail(uncertain(done.cause()));
                      }
                    }));
    return outcome.future();
  }

  private List<Future<Void>> send(List<Letter> letters, Preparation preparation)
      throws IOException {
    Line current = line;
    preparation.prepare(current.channel());
    List<Future<Void>> sent = new ArrayList<>(letters.size());
    for (Letter letter : letters) {
      sent.add(
          current
              .confirms()
              .expect(current.channel().getNextPublishSeqNo(), letter.properties().getMessageId()));
      current
          .channel()
          .basicPublish(
              letter.exchange(),
              letter.routingKey(),
              letter.mandatory(),
              letter.properties(),
              letter.body());
    }
    return sent;
  }

  private static ServiceFailure uncertain(Throwable cause) {
    return cause instanceof ServiceFailure known
        ? known
        : ServiceFailure.unavailable("RabbitMQ has not confirmed: " + cause.getMessage());
  }
}
