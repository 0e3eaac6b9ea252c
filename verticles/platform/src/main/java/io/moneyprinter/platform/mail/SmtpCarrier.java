package io.moneyprinter.platform.mail;

import io.moneyprinter.platform.secrets.LiveSecrets;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.Set;

/** Hands letters to a mail server (RFC 5321). */
public final class SmtpCarrier implements MailCarrier {
  private static final long LINGER_MILLIS = 60_000;

  private static final int POOL = 2;

  /** No such mailbox, not local, no room for ever, name not allowed. */
  private static final Set<Integer> NO_SUCH_RECIPIENT = Set.of(550, 551, 552, 553);

  private final Vertx vertx;
  private final MailConfig options;
  private final String from;
  private final Runnable unwatch;
  private MailClient client;

  /**
   * @param config with a host
   */
  public SmtpCarrier(Vertx vertx, SmtpConfig config) {
    this.vertx = vertx;
    this.from = config.from();
    this.options = options(config);
    this.client = MailClient.create(vertx, options);
    this.unwatch = LiveSecrets.of(vertx).use("users.smtp.password", this::change);
  }

  /** Letters on their way go on with the old password. */
  private synchronized void change(String password) {
    MailClient old = client;
    client = MailClient.create(vertx, options.setPassword(password));
    vertx.setTimer(LINGER_MILLIS, over -> old.close());
  }

  private synchronized MailClient current() {
    return client;
  }

  private static MailConfig options(SmtpConfig config) {
    MailConfig options =
        new MailConfig()
            .setHostname(config.host().orElseThrow())
            .setPort(config.port())
            .setMaxPoolSize(POOL)
            .setSsl(config.security() == SmtpConfig.Security.TLS)
            .setStarttls(
                config.security() == SmtpConfig.Security.STARTTLS
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED)
            .setLogin(config.user().isPresent() ? LoginOption.REQUIRED : LoginOption.DISABLED);
    if (config.security() != SmtpConfig.Security.NONE) {
      options.setHostnameVerificationAlgorithm("HTTPS");
    }
    config.user().ifPresent(options::setUsername);
    config.password().ifPresent(options::setPassword);
    return options;
  }

  @Override
  public Future<?> carry(Mail mail) {
    MailMessage message =
        new MailMessage()
            .setFrom(from)
            .setTo(mail.recipient())
            .setSubject(mail.subject())
            .setText(mail.body());
    mail.html().ifPresent(message::setHtml);
    if (!mail.headers().isEmpty()) {
      message.setHeaders(MultiMap.caseInsensitiveMultiMap().addAll(mail.headers()));
    }
    return current().sendMail(message).recover(SmtpCarrier::judged);
  }

  /** Nobody at the other end will ever take it (RFC 5321, section 4.2.1: 5yz to a recipient). */
  private static Future<MailResult> judged(Throwable cause) {
    boolean refused =
        cause instanceof SMTPException smtp
            && smtp.isPermanent()
            && NO_SUCH_RECIPIENT.contains(smtp.getReplyCode());
    return Future.failedFuture(
        refused ? new RecipientRefused(String.valueOf(cause.getMessage())) : cause);
  }

  /** Ends all connections to the server, and follows its password no more. */
  public Future<Void> close() {
    unwatch.run();
    return current().close();
  }
}
