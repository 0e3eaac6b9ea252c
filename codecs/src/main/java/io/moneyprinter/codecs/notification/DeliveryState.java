package io.moneyprinter.codecs.notification;

/** How far a message to a webhook is. */
public enum DeliveryState {
  /** To be sent, for the first time or once more. */
  WAITING,
  DELIVERED,
  /** Given up; it can be replayed. */
  FAILED
}
