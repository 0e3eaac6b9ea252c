package io.moneyprinter.codecs.notification;

import java.util.List;
import java.util.Objects;

/**
 * Changes a webhook; what is {@code null} stays.
 *
 * @param enabled true also switches one on again that the service switched off
 */
public record EditWebhook(
    String id, String url, String description, List<NoticeKind> kinds, Boolean enabled) {
  public EditWebhook {
    Objects.requireNonNull(id, "id");
    kinds = kinds == null ? null : List.copyOf(kinds);
  }
}
