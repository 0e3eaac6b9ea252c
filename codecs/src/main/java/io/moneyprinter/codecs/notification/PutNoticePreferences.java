package io.moneyprinter.codecs.notification;

import java.util.Objects;

/**
 * Keeps how the caller wants to be told; address and available ways are not read.
 *
 * @param expected version that it is to follow; {@code null} for whichever, else {@code CONFLICT}
 */
public record PutNoticePreferences(NoticePreferences preferences, Integer expected) {
  public PutNoticePreferences {
    Objects.requireNonNull(preferences, "preferences");
  }
}
