package io.moneyprinter.platform.mail;

import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where no mail server is set, shows a letter to the admin, once. */
public final class LogCarrier implements MailCarrier {
  private static final Logger LOG = LoggerFactory.getLogger(LogCarrier.class);

  @Override
  public Future<?> carry(Mail mail) {
    LOG.warn(
        "No mail server is set (users.smtp.host). To {}: {}\n{}",
        mail.recipient(),
        mail.subject(),
        mail.body());
    return Future.succeededFuture();
  }
}
