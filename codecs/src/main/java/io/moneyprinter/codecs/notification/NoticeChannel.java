package io.moneyprinter.codecs.notification;

/** A way to a person. Whatever is switched off, the list of notices has everything. */
public enum NoticeChannel {
  /** Shown at once in an open page. */
  LIVE,
  EMAIL,
  /** Shown by the browser, also while no page is open (web push). */
  PUSH
}
