package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.notification.DeliveryState;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.notification.notice.Incident;
import io.moneyprinter.notification.notice.IncidentStore;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides what becomes of a message after it was sent: done, once more after a growing pause, or
 * given up. An address that fails for long is left alone, and whoever added it is told.
 */
final class WebhookOutcomes {
  private final WebhookConfig config;
  private final WebhookStore webhooks;
  private final DeliveryStore deliveries;
  private final IncidentStore incidents;
  private final Runnable tell;
  private final Clock clock;

  /**
   * @param tell wakes who tells of incidents
   */
  WebhookOutcomes(
      WebhookConfig config,
      WebhookStore webhooks,
      DeliveryStore deliveries,
      IncidentStore incidents,
      Runnable tell,
      Clock clock) {
    this.config = config;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.incidents = incidents;
    this.tell = tell;
    this.clock = clock;
  }

  Future<?> settle(DeliveryStore.Outgoing message, WebhookClient.Outcome outcome) {
    WebhookRow webhook = message.webhook();
    if (outcome.arrived()) {
      return deliveries
          .settle(message.id(), DeliveryState.DELIVERED)
          .compose(
              done ->
                  webhook.failingSince() == null
                      ? Future.succeededFuture()
                      : webhooks.noted(webhook.id(), true));
    }
    List<Duration> pauses = config.pauses();
    boolean last = outcome.gone() || message.attempts() > pauses.size();
    Future<?> put =
        last
            ? deliveries.settle(message.id(), DeliveryState.FAILED)
            : deliveries.later(message.id(), pause(pauses.get(message.attempts() - 1), outcome));
    return put.compose(done -> webhooks.noted(webhook.id(), false))
        .compose(
            noted ->
                webhooks.disable(
                    webhook.id(),
                    outcome.attempt().error(),
                    outcome.gone() ? null : clock.instant().minus(config.disableAfter())))
        .compose(off -> off.isPresent() ? disabled(off.get()) : Future.<Void>succeededFuture());
  }

  /** A tenth more or less, so that what failed together does not come back together. */
  private static Duration pause(Duration usual, WebhookClient.Outcome outcome) {
    long spread = usual.toMillis() / 10;
    Duration varied =
        spread == 0
            ? usual
            : usual.plusMillis(ThreadLocalRandom.current().nextLong(-spread, spread));
    Duration wait = outcome.asked().orElse(Duration.ZERO);
    return wait.compareTo(varied) > 0 ? wait : varied;
  }

  private Future<Void> disabled(WebhookRow webhook) {
    Map<String, String> data = new HashMap<>();
    data.put("webhook", webhook.id().toString());
    data.put("url", webhook.url());
    data.put("reason", webhook.disabledReason() + ".");
    return deliveries
        .giveUp(webhook.id())
        .compose(
            given ->
                incidents.add(
                    new Incident(
                        "webhook:" + webhook.id() + ":off:" + clock.instant(),
                        webhook.tenant(),
                        NoticeKind.WEBHOOK_DISABLED,
                        webhook.subject(),
                        clock.instant(),
                        data)))
        .onSuccess(fresh -> tell.run())
        .mapEmpty();
  }
}
