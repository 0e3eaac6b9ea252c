package io.moneyprinter.codecs.notification;

import java.util.Locale;

/** What somebody may be told of. */
public enum NoticeKind {
  VIDEO_COMPLETED(Weight.SUCCESS),
  VIDEO_FAILED(Weight.WARNING),
  /** A video waits for somebody to look at it. */
  VIDEO_REVIEW(Weight.INFO),
  BATCH_FINISHED(Weight.SUCCESS),
  /** Four fifths of the month's videos are ordered. */
  QUOTA_NEAR(Weight.WARNING),
  QUOTA_REACHED(Weight.WARNING),
  /** Somebody logged in from an address that was not seen before. */
  SECURITY_LOGIN(Weight.URGENT),
  /** A password, a second factor, a key or a role was changed. */
  SECURITY_CREDENTIALS(Weight.URGENT),
  /** The gateway takes what came from somewhere for an attack. */
  SECURITY_THREAT(Weight.URGENT),
  /** Nothing is sent to a webhook any more. */
  WEBHOOK_DISABLED(Weight.WARNING),
  /** A share link is good for a day more. */
  LINK_EXPIRING(Weight.INFO);

  /** How much it matters; what is urgent is told in quiet hours too. */
  public enum Weight {
    INFO,
    SUCCESS,
    WARNING,
    URGENT
  }

  private final Weight weight;

  NoticeKind(Weight weight) {
    this.weight = weight;
  }

  public Weight weight() {
    return weight;
  }

  /** Its name as the type of a webhook's message, such as {@code video.completed}. */
  public String type() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** Whether webhooks may be told; what concerns one person's safety is not for all. */
  public boolean forWebhooks() {
    return weight != Weight.URGENT;
  }
}
