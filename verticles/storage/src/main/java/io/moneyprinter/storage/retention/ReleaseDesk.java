package io.moneyprinter.storage.retention;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.FileList;
import io.moneyprinter.codecs.storage.HoldList;
import io.moneyprinter.codecs.storage.LegalHold;
import io.moneyprinter.codecs.storage.ListHolds;
import io.moneyprinter.codecs.storage.ReleaseFiles;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Lets tenants give up files. */
public final class ReleaseDesk {
  /** What is held is left out even if the hold was set a moment ago. */
  static final String GIVE_UP =
      """
      DELETE FROM holder WHERE blob_key = $1 AND tenant = $2
        AND NOT EXISTS (SELECT 1 FROM legal_hold l WHERE l.blob_key = $1 AND l.tenant = $2)""";

  /** The same, and why it was. */
  private static final String RELEASE =
      "WITH gone AS ("
          + GIVE_UP
          + " RETURNING blob_key, tenant)"
          + " INSERT INTO past_holder (blob_key, tenant, reason)"
          + " SELECT blob_key, tenant, 'GIVEN_UP' FROM gone"
          + " ON CONFLICT (blob_key, tenant) DO UPDATE SET reason = excluded.reason, at = now()";

  private final Database database;
  private final HoldDesk holds;
  private final Namers namers;

  public ReleaseDesk(Database database, HoldDesk holds, Namers namers) {
    this.database = database;
    this.holds = holds;
    this.namers = namers;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#RELEASE}. */
  public Future<FileList> release(ReleaseFiles wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    return holds
        .list(new ListHolds(wish.keys()))
        .compose(
            held -> {
              refuse(held);
              return namers.named(wish.keys(), tenant, wish.except());
            })
        .compose(
            named ->
                each(tenant, wish.keys().stream().filter(key -> !named.contains(key)).toList()));
  }

  private static void refuse(HoldList held) {
    held.holds().stream()
        .findFirst()
        .ifPresent(
            hold -> {
              throw refusal(hold);
            });
  }

  private static ServiceFailure refusal(LegalHold hold) {
    return ServiceFailure.conflict(
        "The file "
            + hold.key()
            + " is under legal hold since "
            + hold.setAt()
            + " by "
            + hold.setBy()
            + " ("
            + hold.reason()
            + "): it can be deleted once the hold is lifted");
  }

  /** One after the other: each takes the lock of a sum, and two lists could lock crosswise. */
  private Future<FileList> each(String tenant, List<String> keys) {
    List<String> released = new ArrayList<>();
    Future<?> all = Future.succeededFuture();
    for (String key : keys) {
      all =
          all.compose(
              before ->
                  database
                      .writer()
                      .preparedQuery(RELEASE)
                      .execute(Tuple.of(key, tenant))
                      .onSuccess(
                          rows -> {
                            if (rows.rowCount() > 0) {
                              released.add(key);
                            }
                          }));
    }
    return all.map(done -> new FileList(released));
  }
}
