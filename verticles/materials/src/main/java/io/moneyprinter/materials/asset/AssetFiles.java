package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.LegalHold;
import io.moneyprinter.codecs.storage.ListHolds;
import io.moneyprinter.codecs.storage.ReleaseFiles;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stored files of materials: what is under legal hold cannot be deleted, and what is purged is
 * given up in the store.
 */
public final class AssetFiles {
  private static final Logger LOG = LoggerFactory.getLogger(AssetFiles.class);

  private static final String KEYS =
      """
      SELECT DISTINCT found[1] AS key FROM asset_version,
        regexp_matches(blob::text || coalesce(portrait::text, ''), '\\m([0-9a-f]{64})\\M', 'g') AS found
      WHERE tenant = $1 AND asset = $2""";

  private static final String DUE =
      """
      SELECT tenant, id FROM asset WHERE deleted_at < now() - $1 * interval '1 s'
      ORDER BY deleted_at LIMIT 100""";

  private static final String PURGE =
      """
      DELETE FROM asset WHERE tenant = $1 AND id = $2
        AND deleted_at < now() - $3 * interval '1 s'""";

  private final EventBus bus;
  private final Database database;

  public AssetFiles(EventBus bus, Database database) {
    this.bus = bus;
    this.database = database;
  }

  /** Fails with {@code CONFLICT}, naming the hold, when a file of it is under legal hold. */
  public Future<Void> demandFree(String tenant, String id) {
    return keys(tenant, id)
        .compose(
            keys ->
                keys.isEmpty()
                    ? Future.succeededFuture()
                    : StorageMessages.LIST_HOLDS
                        .ask(bus, new ListHolds(keys), CallContext.system(tenant))
                        .map(
                            found -> {
                              found.holds().stream()
                                  .findFirst()
                                  .ifPresent(
                                      hold -> {
                                        throw refusal(hold);
                                      });
                              return null;
                            }));
  }

  private static ServiceFailure refusal(LegalHold hold) {
    return ServiceFailure.conflict(
        "A file of this material is under legal hold since "
            + hold.setAt()
            + " by "
            + hold.setBy()
            + " ("
            + hold.reason()
            + "): it can be deleted once the hold is lifted");
  }

  /** Forgets what was deleted longer ago, with its files; answers how many. */
  public Future<Integer> purge(Duration life) {
    double seconds = life.toSeconds();
    return database
        .writer()
        .preparedQuery(DUE)
        .execute(Tuple.of(seconds))
        .compose(
            due -> {
              Future<Integer> all = Future.succeededFuture(0);
              for (Row row : due) {
                all = all.compose(n -> purge(row, seconds).map(gone -> n + gone));
              }
              return all;
            });
  }

  /** The files first: cut off after that, the next round does the same again. */
  private Future<Integer> purge(Row row, double seconds) {
    String tenant = row.getString("tenant");
    String id = row.getString("id");
    return keys(tenant, id)
        .compose(
            keys ->
                keys.isEmpty()
                    ? Future.succeededFuture()
                    : StorageMessages.RELEASE
                        .ask(bus, new ReleaseFiles(keys, id), CallContext.system(tenant))
                        .mapEmpty())
        .compose(
            released ->
                database.writer().preparedQuery(PURGE).execute(Tuple.of(tenant, id, seconds)))
        .map(rows -> rows.rowCount())
        .recover(cause -> kept(id, cause));
  }

  private static Future<Integer> kept(String id, Throwable cause) {
    if (ServiceFailure.from(cause).code() != FailureCode.CONFLICT) {
      LOG.info("The deleted material {} is purged later: {}", id, cause.getMessage());
    }
    return Future.succeededFuture(0);
  }

  private Future<List<String>> keys(String tenant, String id) {
    return database
        .writer()
        .preparedQuery(KEYS)
        .execute(Tuple.of(tenant, id))
        .map(
            rows -> {
              List<String> keys = new ArrayList<>();
              rows.forEach(row -> keys.add(row.getString("key")));
              return keys;
            });
  }
}
