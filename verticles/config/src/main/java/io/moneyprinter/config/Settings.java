package io.moneyprinter.config;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.GetSetting;
import io.moneyprinter.codecs.config.ListSettings;
import io.moneyprinter.codecs.config.PutSetting;
import io.moneyprinter.codecs.config.Setting;
import io.moneyprinter.codecs.config.SettingList;
import io.vertx.core.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The settings of the installation that may change while nodes run. Every write is a new version,
 * and is announced once it is durable.
 */
final class Settings {
  private final SettingStore store;
  private final Consumer<Setting> announce;
  private final Supplier<String> subject;

  /**
   * @param announce tells those who watch
   * @param subject who makes the present call
   */
  Settings(SettingStore store, Consumer<Setting> announce, Supplier<String> subject) {
    this.store = store;
    this.announce = announce;
    this.subject = subject;
  }

  /** Answers {@link io.moneyprinter.codecs.config.ConfigMessages#GET}. */
  Future<Setting> get(GetSetting request) {
    return store
        .find(request.key())
        .map(
            found ->
                found.orElseThrow(
                    () -> ServiceFailure.notFound("There is no setting " + request.key())));
  }

  /** Answers {@link io.moneyprinter.codecs.config.ConfigMessages#PUT}. */
  Future<Setting> put(PutSetting request) {
    SettingRules.check(request);
    return store
        .write(request, subject.get())
        .compose(
            written -> written.map(Future::succeededFuture).orElseGet(() -> overtaken(request)))
        .onSuccess(announce::accept);
  }

  /** Answers {@link io.moneyprinter.codecs.config.ConfigMessages#LIST}. */
  Future<SettingList> list(ListSettings request) {
    return store.list(request.prefix()).map(SettingList::new);
  }

  private Future<Setting> overtaken(PutSetting request) {
    return store
        .find(request.key())
        .map(
            found -> {
              throw ServiceFailure.conflict(
                  request.key()
                      + found
                          .map(s -> " is at version " + s.version())
                          .orElse(" does not exist yet")
                      + ", not at "
                      + request.expectedVersion()
                      + ": read it again and decide anew");
            });
  }
}
