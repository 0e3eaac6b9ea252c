package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.notification.Digest;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.codecs.notification.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** When somebody is to be told, by their own clocks. */
record Timing(NoticePreferences preferences, Instant now) {
  /** Whether the person has switched this way on for this kind. */
  boolean wanted(NoticeKind kind, NoticeChannel channel) {
    return preferences.kinds().stream()
        .anyMatch(one -> one.kind() == kind && one.channels().contains(channel));
  }

  boolean quiet(NoticeKind kind) {
    return kind.weight() != NoticeKind.Weight.URGENT && quietUntil(here()).isAfter(here());
  }

  /** Whether e-mails of this kind are put together with others. */
  boolean digested(NoticeKind kind, NoticeChannel channel) {
    return channel == NoticeChannel.EMAIL
        && kind.weight() != NoticeKind.Weight.URGENT
        && preferences.digest() != Digest.NONE;
  }

  /** The moment at which it may leave; now for what is urgent. */
  Instant due(NoticeKind kind, NoticeChannel channel) {
    if (kind.weight() == NoticeKind.Weight.URGENT) {
      return now;
    }
    if (!digested(kind, channel)) {
      return quietUntil(here()).toInstant();
    }
    // The hour of the daily one was chosen by the person; it holds in quiet hours too.
    return preferences.digest() == Digest.DAILY
        ? nextDaily().toInstant()
        : quietUntil(here().truncatedTo(ChronoUnit.HOURS).plusHours(1)).toInstant();
  }

  private ZonedDateTime here() {
    return now.atZone(ZoneId.of(preferences.zone()));
  }

  private ZonedDateTime nextDaily() {
    ZonedDateTime today = here().truncatedTo(ChronoUnit.DAYS).withHour(preferences.digestAt());
    return today.isAfter(here()) ? today : today.plusDays(1);
  }

  /** The end of the quiet hours that this moment is in; the moment itself outside of them. */
  private ZonedDateTime quietUntil(ZonedDateTime moment) {
    QuietHours quiet = preferences.quiet();
    if (quiet == null) {
      return moment;
    }
    LocalTime from = LocalTime.parse(quiet.from());
    LocalTime until = LocalTime.parse(quiet.until());
    LocalTime time = moment.toLocalTime();
    boolean overMidnight = until.isBefore(from);
    boolean within =
        overMidnight
            ? !time.isBefore(from) || time.isBefore(until)
            : !time.isBefore(from) && time.isBefore(until);
    if (!within) {
      return moment;
    }
    ZonedDateTime end = moment.with(until);
    return end.isAfter(moment) ? end : end.plusDays(1);
  }
}
