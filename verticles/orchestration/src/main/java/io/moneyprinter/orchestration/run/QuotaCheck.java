package io.moneyprinter.orchestration.run;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.users.AccessMessages;
import io.moneyprinter.codecs.users.CheckQuota;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Instant;
import java.util.UUID;

/** Asks the users service whether a tenant may still order so many videos. */
public final class QuotaCheck {
  private final EventBus bus;

  public QuotaCheck(EventBus bus) {
    this.bus = bus;
  }

  /**
   * Fails with {@code QUOTA} when the videos of the month do not suffice. Where there is no users
   * service nothing is counted: whoever comes over the network was let in by it just now.
   *
   * @param at when the videos are made; {@code null} for now
   */
  public Future<Void> demand(CallContext caller, int videos, Instant at) {
    return ask(caller, new CheckQuota(videos, at));
  }

  /**
   * Has a job count that is about to be made, or to go on after it failed or was called off. Fails
   * as {@link #demand}; what passed and then was not made counts no more after a minute.
   */
  public Future<Void> hold(CallContext caller, UUID job) {
    return ask(caller, CheckQuota.holding(job.toString()));
  }

  private Future<Void> ask(CallContext caller, CheckQuota wish) {
    return AccessMessages.CHECK_QUOTA
        .ask(bus, wish, caller)
        .<Void>mapEmpty()
        .recover(
            cause ->
                ServiceFailure.from(cause).code() == FailureCode.UNAVAILABLE
                    ? Future.succeededFuture()
                    : Future.failedFuture(cause));
  }
}
