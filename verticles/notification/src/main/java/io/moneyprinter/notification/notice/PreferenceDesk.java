package io.moneyprinter.notification.notice;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.GetNoticePreferences;
import io.moneyprinter.codecs.notification.NoticeChannel;
import io.moneyprinter.codecs.notification.NoticePreferences;
import io.moneyprinter.codecs.notification.PutNoticePreferences;
import io.vertx.core.Future;
import java.util.List;

/** Where people choose how they are told. */
final class PreferenceDesk {
  private final PreferenceStore store;
  private final Receivers receivers;
  private final List<NoticeChannel> available;

  /**
   * @param available ways that this installation has
   */
  PreferenceDesk(PreferenceStore store, Receivers receivers, List<NoticeChannel> available) {
    this.store = store;
    this.receivers = receivers;
    this.available = List.copyOf(available);
  }

  Future<NoticePreferences> get(GetNoticePreferences wish) {
    CallContext caller = CallContext.currentOrSystem();
    return store.of(caller.tenant(), caller.subject()).compose(found -> shown(caller, found));
  }

  Future<NoticePreferences> put(PutNoticePreferences wish) {
    CallContext caller = CallContext.currentOrSystem();
    NoticePreferences chosen = Choices.checked(wish.preferences());
    return store
        .put(caller.tenant(), caller.subject(), chosen, wish.expected())
        .compose(kept -> shown(caller, kept));
  }

  /** The address is a courtesy: without the users service the rest is shown all the same. */
  private Future<NoticePreferences> shown(CallContext caller, NoticePreferences chosen) {
    return receivers
        .person(caller.tenant(), caller.subject())
        .map(person -> person.flatMap(Receiver::email).orElse(null))
        .otherwise(away -> null)
        .map(
            email ->
                new NoticePreferences(
                    chosen.version(),
                    chosen.language(),
                    chosen.zone(),
                    chosen.quiet(),
                    chosen.digest(),
                    chosen.digestAt(),
                    chosen.kinds(),
                    email,
                    available));
  }
}
