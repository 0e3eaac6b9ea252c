package io.moneyprinter.orchestration.batch;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.notification.NoticeKind;
import io.moneyprinter.codecs.notification.NotificationMessages;
import io.moneyprinter.codecs.notification.RaiseNotice;
import io.vertx.core.eventbus.EventBus;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has whoever ordered a batch told of its end. */
final class BatchEnds {
  private static final Logger LOG = LoggerFactory.getLogger(BatchEnds.class);

  private final EventBus bus;

  BatchEnds(EventBus bus) {
    this.bus = bus;
  }

  /** The time of the end is part of the key: a batch that was retried ends once more. */
  void tell(FedBatch batch, FeedLeases.End end) {
    RaiseNotice notice =
        new RaiseNotice(
            "batch:" + batch.id() + ":" + end.at().toEpochMilli(),
            NoticeKind.BATCH_FINISHED,
            batch.subject(),
            end.at(),
            Map.of(
                "batch",
                batch.id().toString(),
                "title",
                end.name() == null ? batch.id().toString().substring(0, 8) : end.name()));
    NotificationMessages.RAISE
        .ask(bus, notice, CallContext.system(batch.tenant()))
        .onFailure(
            cause ->
                LOG.warn(
                    "Nobody was told that batch {} ended: {}", batch.id(), cause.getMessage()));
  }
}
