package io.moneyprinter.codecs.notification;

import java.util.List;

/**
 * How somebody wants to be told.
 *
 * @param version grows with every change; 0 while nothing was ever chosen
 * @param language of e-mails and of what the browser shows: en, zh, es or de
 * @param zone whose clocks the hours are of, such as {@code Europe/Berlin}
 * @param quiet {@code null} for none
 * @param digestAt hour of the day, 0 to 23, at which the daily e-mail leaves
 * @param kinds every kind once; one that is left out when they are kept has its usual ways
 * @param email address that e-mails go to; {@code null} where none is known, told by the account
 * @param available ways that this installation has; chosen by its operator
 */
public record NoticePreferences(
    int version,
    String language,
    String zone,
    QuietHours quiet,
    Digest digest,
    Integer digestAt,
    List<KindChannels> kinds,
    String email,
    List<NoticeChannel> available) {
  public NoticePreferences {
    kinds = kinds == null ? List.of() : List.copyOf(kinds);
    available = available == null ? List.of() : List.copyOf(available);
  }
}
