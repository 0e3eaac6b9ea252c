package io.moneyprinter.notification.mail;

import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.Unsubscribe;
import io.moneyprinter.codecs.notification.Unsubscribed;
import io.moneyprinter.notification.notice.PreferenceStore;
import io.moneyprinter.notification.sealing.Sealer;
import io.vertx.core.Future;
import java.util.Arrays;
import java.util.List;

/** Ends e-mails for whoever holds one of them, without a login (RFC 8058). */
public final class UnsubscribeDesk {
  private final PreferenceStore preferences;
  private final Sealer sealer;

  public UnsubscribeDesk(PreferenceStore preferences, Sealer sealer) {
    this.preferences = preferences;
    this.sealer = sealer;
  }

  /** Answers {@link io.moneyprinter.codecs.notification.NotificationMessages#UNSUBSCRIBE}. */
  public Future<Unsubscribed> unsubscribe(Unsubscribe wish) {
    UnsubscribeToken token = UnsubscribeToken.read(wish.token(), sealer);
    List<NoticeKind> kinds =
        token.kind().equals(UnsubscribeToken.DIGEST)
            ? Arrays.stream(NoticeKind.values())
                .filter(kind -> kind.weight() != NoticeKind.Weight.URGENT)
                .toList()
            : List.of(NoticeKind.valueOf(token.kind()));
    return preferences
        .withoutEmail(token.tenant(), token.subject(), kinds)
        .map(new Unsubscribed(kinds));
  }
}
