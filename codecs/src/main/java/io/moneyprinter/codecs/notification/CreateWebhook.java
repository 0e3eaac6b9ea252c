package io.moneyprinter.codecs.notification;

import java.util.List;

/**
 * Adds a webhook to the caller's tenant.
 *
 * @param url https, or http to a host that the operator allows although it is not public
 * @param description of at most 200 characters; {@code null} for none
 * @param kinds empty for all
 */
public record CreateWebhook(String url, String description, List<NoticeKind> kinds) {
  public CreateWebhook {
    kinds = kinds == null ? List.of() : List.copyOf(kinds);
  }
}
