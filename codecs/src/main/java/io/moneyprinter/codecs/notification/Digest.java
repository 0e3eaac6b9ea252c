package io.moneyprinter.codecs.notification;

/** How e-mails about what is not urgent are put together. */
public enum Digest {
  /** One for each notice, at once. */
  NONE,
  HOURLY,
  DAILY
}
