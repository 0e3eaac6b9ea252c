package io.moneyprinter.storage.quota;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.storage.ClassStorage;
import io.moneyprinter.codecs.storage.DemandRoom;
import io.moneyprinter.codecs.storage.ShowStorage;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageRoom;
import io.moneyprinter.codecs.storage.StorageUsage;
import io.moneyprinter.codecs.storage.TenantStorage;
import io.moneyprinter.platform.database.Database;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells tenants what they store, and whether more fits. */
public final class UsageReport {
  private static final String USAGE =
      """
      SELECT tenant, class, objects, bytes FROM tenant_usage
      WHERE objects > 0 AND ($1::text IS NULL OR tenant = $1) ORDER BY tenant, class_rank(class)""";

  private final Database database;
  private final Quota quota;
  private final Charging charging;

  public UsageReport(Database database, Quota quota, Charging charging) {
    this.database = database;
    this.quota = quota;
    this.charging = charging;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#DEMAND_ROOM}. */
  public Future<StorageRoom> demand(DemandRoom wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    Optional<Long> limit = quota.limit(tenant);
    return charging
        .used(database.writer(), tenant)
        .map(
            used -> {
              if (limit.isPresent() && used + wish.bytes() > limit.get()) {
                throw Quota.refusal(wish.bytes(), used, limit.get());
              }
              return new StorageRoom(used, limit.orElse(null));
            });
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#USAGE}. */
  public Future<StorageUsage> show(ShowStorage wish) {
    String own = CallContext.currentOrSystem().tenant();
    boolean all = Boolean.TRUE.equals(wish.all());
    return database
        .writer()
        .preparedQuery(USAGE)
        .execute(Tuple.of(all ? null : own))
        .map(
            rows -> {
              Map<String, List<ClassStorage>> tenants = new TreeMap<>();
              tenants.put(own, new ArrayList<>());
              rows.forEach(
                  row ->
                      tenants
                          .computeIfAbsent(row.getString("tenant"), any -> new ArrayList<>())
                          .add(classOf(row)));
              return new StorageUsage(
                  tenants.entrySet().stream()
                      .map(each -> tenant(each.getKey(), each.getValue()))
                      .toList());
            });
  }

  private static ClassStorage classOf(Row row) {
    return new ClassStorage(
        StorageClass.of(row.getString("class")).orElseThrow(),
        row.getLong("objects"),
        row.getLong("bytes"));
  }

  private TenantStorage tenant(String name, List<ClassStorage> classes) {
    return new TenantStorage(
        name,
        quota.tier(name).orElse(null),
        classes,
        classes.stream().mapToLong(ClassStorage::objects).sum(),
        classes.stream().mapToLong(ClassStorage::bytes).sum(),
        quota.limit(name).orElse(null));
  }
}
