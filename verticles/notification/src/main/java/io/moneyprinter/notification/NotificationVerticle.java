package io.moneyprinter.notification;

import io.micrometer.core.instrument.Counter;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.notification.mail.LetterOutlet;
import io.moneyprinter.notification.mail.LetterWriter;
import io.moneyprinter.notification.mail.UnsubscribeDesk;
import io.moneyprinter.notification.notice.Dispatches;
import io.moneyprinter.notification.notice.Farewell;
import io.moneyprinter.notification.notice.IncidentStore;
import io.moneyprinter.notification.notice.JobIncidents;
import io.moneyprinter.notification.notice.NoticeRows;
import io.moneyprinter.notification.notice.NoticeSweep;
import io.moneyprinter.notification.notice.Notices;
import io.moneyprinter.notification.notice.Outlet;
import io.moneyprinter.notification.notice.PreferenceStore;
import io.moneyprinter.notification.notice.Receivers;
import io.moneyprinter.notification.notice.Takeaway;
import io.moneyprinter.notification.notice.Wording;
import io.moneyprinter.notification.push.Pushes;
import io.moneyprinter.notification.sealing.Sealer;
import io.moneyprinter.notification.webhook.Webhooks;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.departures.DepartureLog;
import io.moneyprinter.platform.mail.SmtpCarrier;
import io.moneyprinter.platform.mail.SmtpConfig;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.secrets.MadeKey;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The service that remembers what happened to jobs, tells it to those who come late, and tells
 * people and other systems what they want to know.
 */
public final class NotificationVerticle extends ServiceVerticle {
  private final NotificationConfig config;
  private final SmtpConfig smtp;
  private final String publicUrl;
  private final Clock clock = Clock.systemUTC();
  private final SecureRandom random = new SecureRandom();

  /** What is read from files at the start. */
  private record Papers(Sealer sealer, Wording wording, LetterWriter letters) {}

  /**
   * @param smtp the mail server; without a host nobody is told by e-mail
   * @param publicUrl of the studio, without a slash at its end
   */
  public NotificationVerticle(
      NotificationConfig config, SmtpConfig smtp, String publicUrl, Node node) {
    super("notification", node);
    this.config = config;
    this.smtp = smtp;
    this.publicUrl = publicUrl;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    return Future.all(scope.database(), papers(scope.node()))
        .onSuccess(opened -> serve(scope, opened.resultAt(0), opened.resultAt(1)));
  }

  private Future<Papers> papers(Node node) {
    return node.pools()
        .run(
            Pool.CRYPTO,
            () -> {
              Sealer sealer =
                  new Sealer(
                      config.secretKey().isPresent()
                          ? config.secretKey().get()
                          : new MadeKey(node.data().root(), "notification-key")
                              .read(random, Base64.getEncoder()::encodeToString),
                      random);
              Wording wording = Wording.load();
              return new Papers(sealer, wording, LetterWriter.load(wording, sealer, publicUrl));
            });
  }

  private void serve(ServiceScope scope, Database database, Papers papers) {
    Counter failures =
        Counter.builder("moneyprinter.notification.cache.failures")
            .description("Calls to Redis that were not answered; PostgreSQL answered instead")
            .register(scope.node().meters());
    IncidentStore incidents = new IncidentStore(database);
    PreferenceStore preferences = new PreferenceStore(database);
    Receivers receivers = new Receivers(scope.bus(), config.email().ownerAddress());
    NoticeRows rows = new NoticeRows(papers.wording());
    Notices notices =
        new Notices(scope, database, incidents, preferences, receivers, rows, failures, clock);
    Webhooks webhooks =
        new Webhooks(
            scope,
            config.webhooks(),
            database,
            papers.sealer(),
            random,
            incidents,
            notices::wake,
            clock);
    new JobHistory(scope, config, database, failures, new JobIncidents(incidents), notices::wake)
        .serve();
    webhooks.serve();
    List<Outlet> outlets = new ArrayList<>();
    outlets.add(webhooks.outlet());
    Pushes pushes = pushes(scope, database, rows, preferences, papers.sealer());
    outlets.add(pushes.outlet());
    if (smtp.host().isPresent()) {
      outlets.add(
          letters(
              scope,
              new Dispatches(database, rows, NoticeChannel.EMAIL),
              receivers,
              preferences,
              papers.letters()));
    }
    scope.serve(
        NotificationMessages.UNSUBSCRIBE,
        new UnsubscribeDesk(preferences, papers.sealer())::unsubscribe);
    notices.serve(outlets, pushes::hear);
    sweep(scope, database);
  }

  private Pushes pushes(
      ServiceScope scope,
      Database database,
      NoticeRows rows,
      PreferenceStore preferences,
      Sealer sealer) {
    Pushes pushes =
        new Pushes(
            scope,
            config.push(),
            config.webhooks(),
            config.push().contact().orElse("mailto:" + smtp.from()),
            database,
            new Dispatches(database, rows, NoticeChannel.PUSH),
            preferences,
            sealer,
            random,
            clock);
    pushes.serve();
    return pushes;
  }

  private Outlet letters(
      ServiceScope scope,
      Dispatches dispatches,
      Receivers receivers,
      PreferenceStore preferences,
      LetterWriter writer) {
    SmtpCarrier carrier = new SmtpCarrier(scope.vertx(), smtp);
    LetterOutlet outlet =
        new LetterOutlet(
            scope.vertx(),
            dispatches,
            receivers,
            preferences,
            writer,
            carrier,
            config.email().firstPause());
    scope.onClose(carrier::close);
    scope.onClose(outlet::close);
    outlet.start();
    return outlet;
  }

  private void sweep(ServiceScope scope, Database database) {
    NoticeSweep sweep =
        new NoticeSweep(
            scope.vertx(),
            database,
            config.keepNotices(),
            config.webhooks().keep(),
            config.sweepEvery());
    sweep.start();
    scope.onClose(sweep::close);
    Takeaway.serve(scope, database);
    DepartureLog.follow(
        scope, database, new Farewell(database, scope.node().redis().api())::forget);
  }
}
