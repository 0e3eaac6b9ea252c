package io.moneyprinter.users.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;

/** Hands letters to a mail server (RFC 5321). */
public final class SmtpCarrier implements MailCarrier {
  private static final int POOL = 2;

  private final MailClient client;
  private final String from;

  /**
   * @param config with a host
   */
  public SmtpCarrier(Vertx vertx, SmtpConfig config) {
    this.from = config.from();
    this.client = MailClient.create(vertx, options(config));
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
    return client.sendMail(
        new MailMessage()
            .setFrom(from)
            .setTo(mail.recipient())
            .setSubject(mail.subject())
            .setText(mail.body()));
  }

  public Future<Void> close() {
    return client.close();
  }
}
