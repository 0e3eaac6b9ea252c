package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.notification.Digest;
import io.moneyprinter.codecs.notification.KindChannels;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.codecs.notification.QuietHours;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What may be chosen, and what holds for whom nothing was chosen. */
final class Choices {
  private static final String UTC = "UTC";

  /** Early enough to be read with the first coffee. */
  private static final int MORNING = 8;

  private Choices() {}

  /** Of somebody who never chose. */
  static NoticePreferences usual() {
    return new NoticePreferences(
        0, "en", UTC, null, Digest.NONE, MORNING, kinds(List.of()), null, List.of());
  }

  /** Complete and in order; {@code INVALID} with everything that is wrong. */
  static NoticePreferences checked(NoticePreferences wish) {
    List<Violation> wrong = new ArrayList<>();
    String language = wish.language() == null ? "en" : wish.language();
    if (!Wording.LANGUAGES.contains(language)) {
      wrong.add(
          new Violation("/language", "must be one of " + String.join(", ", Wording.LANGUAGES)));
    }
    String zone = wish.zone() == null ? UTC : wish.zone();
    if (!isZone(zone)) {
      wrong.add(new Violation("/zone", "must be a time zone, such as Europe/Berlin"));
    }
    if (wish.quiet() != null) {
      check(wish.quiet(), wrong);
    }
    int hour = wish.digestAt() == null ? MORNING : wish.digestAt();
    if (hour < 0 || hour > 23) {
      wrong.add(new Violation("/digestAt", "must be an hour from 0 to 23"));
    }
    Set<NoticeKind> seen = new HashSet<>();
    for (int i = 0; i < wish.kinds().size(); i++) {
      NoticeKind kind = wish.kinds().get(i).kind();
      if (kind == null || !seen.add(kind)) {
        wrong.add(new Violation("/kinds/" + i + "/kind", "must be there, each kind once"));
      }
    }
    if (!wrong.isEmpty()) {
      throw ServiceFailure.invalid("The preferences cannot be kept", wrong);
    }
    return new NoticePreferences(
        wish.version(),
        language,
        zone,
        wish.quiet(),
        wish.digest() == null ? Digest.NONE : wish.digest(),
        hour,
        kinds(wish.kinds()),
        null,
        List.of());
  }

  private static void check(QuietHours quiet, List<Violation> wrong) {
    LocalTime from = time(quiet.from(), "/quiet/from", wrong);
    LocalTime until = time(quiet.until(), "/quiet/until", wrong);
    if (from != null && from.equals(until)) {
      wrong.add(
          new Violation(
              "/quiet/until",
              "must be another time than from; to be told nothing, switch the ways off"));
    }
  }

  private static LocalTime time(String text, String pointer, List<Violation> wrong) {
    try {
      if (text != null && text.matches("\\d\\d:\\d\\d")) {
        return LocalTime.parse(text);
      }
    } catch (DateTimeException e) {
      wrong.add(new Violation(pointer, "must be a time of the day: " + e.getMessage()));
      return null;
    }
    wrong.add(new Violation(pointer, "must be a time of the day, such as 22:00"));
    return null;
  }

  private static boolean isZone(String zone) {
    try {
      return ZoneId.of(zone) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Every kind once; those that were not chosen in their usual ways. */
  private static List<KindChannels> kinds(List<KindChannels> chosen) {
    return Arrays.stream(NoticeKind.values())
        .map(
            kind ->
                chosen.stream()
                    .filter(one -> one.kind() == kind)
                    .findFirst()
                    .orElseGet(() -> new KindChannels(kind, usual(kind))))
        .toList();
  }

  private static List<NoticeChannel> usual(NoticeKind kind) {
    return switch (kind) {
      case VIDEO_COMPLETED -> List.of(NoticeChannel.LIVE, NoticeChannel.PUSH);
      case QUOTA_NEAR -> List.of(NoticeChannel.LIVE);
      default -> List.of(NoticeChannel.values());
    };
  }
}
