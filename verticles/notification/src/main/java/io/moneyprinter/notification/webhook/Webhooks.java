package io.moneyprinter.notification.webhook;

import io.moneyprinter.codecs.notification.WebhookMessages;
import io.moneyprinter.notification.TargetAddress;
import io.moneyprinter.notification.notice.IncidentStore;
import io.moneyprinter.notification.notice.Outlet;
import io.moneyprinter.notification.sealing.Sealer;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.web.PublicFetch;
import io.moneyprinter.platform.web.PublicHosts;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;

/** The components of webhooks, wired together. Holds no logic. */
public final class Webhooks {
  private final ServiceScope scope;
  private final WebhookStore webhooks;
  private final WebhookSender sender;
  private final WebhookDesk desk;
  private final DeliveryDesk deliveryDesk;

  public Webhooks(
      ServiceScope scope,
      WebhookConfig config,
      Database database,
      Sealer sealer,
      SecureRandom random,
      IncidentStore incidents,
      Runnable tell,
      Clock clock) {
    this.scope = scope;
    Set<String> privateHosts = PublicFetch.hosts(config.privateHosts());
    PublicHosts hosts = new PublicHosts(privateHosts, "notification.webhooks.private-hosts");
    webhooks = new WebhookStore(database);
    DeliveryStore deliveries = new DeliveryStore(database);
    WebhookClient client =
        new WebhookClient(
            scope.vertx(), scope.node().pools(), hosts, sealer, config.timeLimit(), clock);
    sender =
        new WebhookSender(
            scope.vertx(),
            config,
            deliveries,
            client,
            new WebhookOutcomes(config, webhooks, deliveries, incidents, tell, clock),
            clock);
    desk =
        new WebhookDesk(
            webhooks,
            new TargetAddress("/url", scope.node().pools(), hosts, privateHosts),
            sealer,
            random,
            config.most(),
            clock);
    deliveryDesk = new DeliveryDesk(desk, deliveries, sender);
  }

  public Outlet outlet() {
    return sender;
  }

  public void serve() {
    scope.serve(WebhookMessages.CREATE, desk::create);
    scope.serve(WebhookMessages.GET, desk::get);
    scope.serve(WebhookMessages.LIST, desk::list);
    scope.serve(WebhookMessages.EDIT, desk::edit);
    scope.serve(WebhookMessages.DELETE, desk::delete);
    scope.serve(WebhookMessages.ROTATE, desk::rotate);
    scope.serve(WebhookMessages.TEST, deliveryDesk::test);
    scope.serve(WebhookMessages.DELIVERIES, deliveryDesk::list);
    scope.serve(WebhookMessages.REPLAY, deliveryDesk::replay);
    sender.start();
    scope.onClose(sender::close);
  }
}
