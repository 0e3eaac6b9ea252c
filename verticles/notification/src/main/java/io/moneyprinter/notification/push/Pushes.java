package io.moneyprinter.notification.push;

import io.moneyprinter.codecs.audit.RecordAudit;
import io.moneyprinter.codecs.notification.PushMessages;
import io.moneyprinter.notification.TargetAddress;
import io.moneyprinter.notification.notice.Dispatches;
import io.moneyprinter.notification.notice.Outlet;
import io.moneyprinter.notification.notice.PreferenceStore;
import io.moneyprinter.notification.sealing.Sealer;
import io.moneyprinter.notification.webhook.WebhookConfig;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.web.PublicFetch;
import io.moneyprinter.platform.web.PublicHosts;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The components of web push, wired together. Holds no logic. */
public final class Pushes {
  private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);

  private final ServiceScope scope;
  private final VapidKeys keys;
  private final PushDesk desk;
  private final PushOutlet outlet;

  /**
   * @param targets where may be sent to, and how long an answer may take: as for webhooks
   * @param contact a {@code mailto:} or {@code https:} address of who runs this installation
   */
  public Pushes(
      ServiceScope scope,
      PushConfig config,
      WebhookConfig targets,
      String contact,
      Database database,
      Dispatches dispatches,
      PreferenceStore preferences,
      Sealer sealer,
      SecureRandom random,
      Clock clock) {
    this.scope = scope;
    Set<String> privateHosts = PublicFetch.hosts(targets.privateHosts());
    PublicHosts hosts = new PublicHosts(privateHosts, "notification.webhooks.private-hosts");
    PushStore store = new PushStore(database);
    keys = new VapidKeys(database, scope.node().pools(), sealer, random);
    desk =
        new PushDesk(
            store,
            keys,
            new TargetAddress("/endpoint", scope.node().pools(), hosts, privateHosts),
            sealer);
    PushClient client =
        new PushClient(
            scope.vertx(),
            scope.node().pools(),
            hosts,
            keys,
            sealer,
            new PushEncryption(random),
            contact,
            config.life(),
            targets.timeLimit(),
            clock);
    outlet =
        new PushOutlet(scope.vertx(), store, dispatches, preferences, client, config.firstPause());
  }

  /** Hears what is written into the audit log: a browser is told nothing after its logout. */
  public Future<?> hear(RecordAudit action) {
    return desk.forget(action);
  }

  public Outlet outlet() {
    return outlet;
  }

  public void serve() {
    scope.serve(PushMessages.LIST, desk::list);
    scope.serve(PushMessages.ADD, desk::add);
    scope.serve(PushMessages.DELETE, desk::delete);
    keys.key().onFailure(cause -> LOG.warn("Nothing can be pushed: {}", cause.getMessage()));
    outlet.start();
    scope.onClose(outlet::close);
  }
}
