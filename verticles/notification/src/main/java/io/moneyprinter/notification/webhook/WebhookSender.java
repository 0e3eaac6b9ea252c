package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.notification.DeliveryState;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.notification.Rounds;
import io.moneyprinter.notification.notice.Incident;
import io.moneyprinter.notification.notice.Outlet;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages to webhooks until they arrive: each by one node at a time. Of one event loop. */
final class WebhookSender implements Outlet {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final int AT_ONCE = 16;
  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final WebhookConfig config;
  private final WebhookOutcomes outcomes;
  private final DeliveryStore deliveries;
  private final WebhookClient client;
  private final Clock clock;
  private final Rounds rounds;
  private final Set<Future<?>> underWay = new HashSet<>();

  WebhookSender(
      Vertx vertx,
      WebhookConfig config,
      DeliveryStore deliveries,
      WebhookClient client,
      WebhookOutcomes outcomes,
      Clock clock) {
    this.config = config;
    this.outcomes = outcomes;
    this.deliveries = deliveries;
    this.client = client;
    this.clock = clock;
    this.rounds = new Rounds(vertx, "send messages to webhooks", PERIOD, this::sendSome);
  }

  void start() {
    rounds.start();
  }

  @Override
  public Optional<NoticeChannel> channel() {
    return Optional.empty();
  }

  @Override
  public Future<?> take(SqlClient transaction, Incident incident) {
    return incident.kind().forWebhooks()
        ? DeliveryStore.queue(
            transaction,
            incident.tenant(),
            incident.key(),
            incident.kind(),
            new WebhookBody(incident.kind().type(), incident.at(), incident.data()).json())
        : Future.succeededFuture();
  }

  @Override
  public void wake() {
    rounds.wake();
  }

  /** Sends a test; the answer is in the log, whichever way it went. */
  Future<UUID> test(WebhookRow webhook) {
    Instant now = clock.instant();
    WebhookBody body =
        new WebhookBody("webhook.test", now, Map.of("webhook", webhook.id().toString()));
    return deliveries
        .test(webhook, body.type(), body.json(), lease())
        .compose(
            message ->
                client
                    .send(message)
                    .compose(
                        outcome ->
                            deliveries
                                .log(message.id(), outcome.attempt())
                                .compose(
                                    logged ->
                                        deliveries.settle(
                                            message.id(),
                                            outcome.arrived()
                                                ? DeliveryState.DELIVERED
                                                : DeliveryState.FAILED)))
                    .map(message.id()));
  }

  /** Longer than a message may take. */
  private Duration lease() {
    return config.timeLimit().plusSeconds(30);
  }

  private Future<Boolean> sendSome() {
    int free = AT_ONCE - underWay.size();
    if (free <= 0) {
      return Future.succeededFuture(false); // whoever is done wakes us
    }
    return deliveries
        .claim(lease(), free)
        .map(
            claimed -> {
              claimed.forEach(this::send);
              return false;
            });
  }

  private void send(DeliveryStore.Outgoing message) {
    Future<?> done =
        client
            .send(message)
            .compose(
                outcome ->
                    deliveries
                        .log(message.id(), outcome.attempt())
                        .compose(logged -> outcomes.settle(message, outcome)))
            .onFailure(
                cause -> LOG.warn("A message to a webhook is sent again: {}", cause.getMessage()));
    underWay.add(done);
    done.onComplete(
        over -> {
          underWay.remove(done);
          wake();
        });
  }

  /** Takes nothing more; done when what is under way is. */
  Future<?> close() {
    return rounds
        .close()
        .compose(closed -> Future.join(List.copyOf(underWay)))
        .transform(any -> Future.succeededFuture())
        .onComplete(done -> client.close());
  }
}
