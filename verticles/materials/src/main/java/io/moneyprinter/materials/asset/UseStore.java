package io.moneyprinter.materials.asset;

import io.moneyprinter.codecs.materials.AssetUses;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Which videos show which assets. */
public final class UseStore {
  private static final int MOST = 500;

  /** Every asset with these bytes, in the newest version that has them. */
  private static final String ADD =
      """
      INSERT INTO asset_use (tenant, video, scene, asset, version)
      SELECT tenant, $2, $3, asset, max(version) FROM asset_version
      WHERE tenant = $1 AND blob->>'key' = $4 GROUP BY tenant, asset
      ON CONFLICT DO NOTHING""";

  private static final String LIST =
      "SELECT video, scene, version, chosen_at FROM asset_use WHERE tenant = $1 AND asset = $2"
          + " ORDER BY chosen_at DESC, video, scene LIMIT "
          + MOST;

  private final Database database;
  private final AssetStore assets;

  public UseStore(Database database, AssetStore assets) {
    this.database = database;
    this.assets = assets;
  }

  /**
   * A picture of a video.
   *
   * @param key of the bytes that are shown
   */
  record Shown(int scene, String key) {}

  /** Notes what a video shows; doing so again changes nothing. */
  Future<Void> add(String tenant, String video, List<Shown> shown) {
    List<Tuple> rows = new ArrayList<>();
    shown.forEach(one -> rows.add(Tuple.of(tenant, video, one.scene(), one.key())));
    return rows.isEmpty()
        ? Future.succeededFuture()
        : database.writer().preparedQuery(ADD).executeBatch(rows).mapEmpty();
  }

  /** Answers {@link io.moneyprinter.codecs.materials.LibraryMessages#LIST_USES}. */
  public Future<AssetUses> list(String tenant, String asset) {
    return assets
        .get(tenant, asset)
        .compose(found -> database.writer().preparedQuery(LIST).execute(Tuple.of(tenant, asset)))
        .map(
            rows ->
                new AssetUses(
                    StreamSupport.stream(rows.spliterator(), false)
                        .map(
                            row ->
                                new AssetUses.Use(
                                    row.getString("video"),
                                    row.getInteger("scene"),
                                    row.getInteger("version"),
                                    row.getOffsetDateTime("chosen_at").toInstant()))
                        .toList()));
  }
}
