package io.moneyprinter.platform.mail;

import io.vertx.core.Future;

/** Takes a letter out of the house; a failed future means that it may be tried again. */
@FunctionalInterface
public interface MailCarrier {
  Future<?> carry(Mail mail);
}
