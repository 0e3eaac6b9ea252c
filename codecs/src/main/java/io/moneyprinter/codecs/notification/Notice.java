package io.moneyprinter.codecs.notification;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Something that one person is told.
 *
 * @param number grows with time; the place in the list
 * @param subject whom it is for
 * @param title one line, in the language that was asked for
 * @param text a sentence or two in the same language
 * @param href path of what it is about, on this server; {@code null} for none
 * @param data what it is about, in words for programs, such as {@code video}
 * @param readAt {@code null} while it is unread
 */
public record Notice(
    String id,
    long number,
    String tenant,
    String subject,
    NoticeKind kind,
    NoticeKind.Weight weight,
    String title,
    String text,
    String href,
    Map<String, String> data,
    Instant at,
    Instant readAt) {
  public Notice {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(at, "at");
    data = data == null ? Map.of() : Map.copyOf(data);
  }
}
