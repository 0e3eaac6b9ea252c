package io.moneyprinter.storage;

import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.audit.AuditTrail;
import io.moneyprinter.platform.blobs.BlobLayout;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.departures.DepartureLog;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.moneyprinter.platform.vault.VaultConfig;
import io.moneyprinter.storage.cache.LocalCache;
import io.moneyprinter.storage.cleanup.Cleanup;
import io.moneyprinter.storage.exchange.Exchange;
import io.moneyprinter.storage.exchange.Places;
import io.moneyprinter.storage.exchange.StoreId;
import io.moneyprinter.storage.home.BucketHealth;
import io.moneyprinter.storage.home.Homes;
import io.moneyprinter.storage.orphans.Orphans;
import io.moneyprinter.storage.quota.Charging;
import io.moneyprinter.storage.quota.Quota;
import io.moneyprinter.storage.quota.UsageReport;
import io.moneyprinter.storage.retention.Farewell;
import io.moneyprinter.storage.retention.HoldDesk;
import io.moneyprinter.storage.retention.Namers;
import io.moneyprinter.storage.retention.PastHolders;
import io.moneyprinter.storage.retention.ReleaseDesk;
import io.moneyprinter.storage.retention.Retention;
import io.moneyprinter.storage.retention.Takeaway;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service that keeps finished files and knows what is in them. */
public final class StorageVerticle extends ServiceVerticle {
  private static final Logger LOG = LoggerFactory.getLogger(StorageVerticle.class);

  private static final Duration FORGETTING = Duration.ofHours(6);

  private final StorageConfig config;
  private final VaultConfig vault;

  /** Without Vault. */
  public StorageVerticle(StorageConfig config, Node node) {
    this(config, node, VaultConfig.none());
  }

  /**
   * @param vault where a key of storage.encryption.vault is
   */
  public StorageVerticle(StorageConfig config, Node node, VaultConfig vault) {
    super("storage", node);
    this.config = config;
    this.vault = vault;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    Node node = scope.node();
    FreeSpace space =
        new FreeSpace(scope.vertx().fileSystem(), node.data().root(), config.minimumFree());
    LocalStorage files =
        new LocalStorage(
            space, new FileIntake(node.data()), new BlobLayout(node.data()), node.pools());
    scope.health("space", space::demand);
    return scope
        .database()
        .compose(
            database ->
                node.pools()
                    .run(Pool.CRYPTO, () -> StoreId.of(node.data().root()))
                    .compose(store -> serve(scope, files, database, store)))
        .compose(ready -> files.sweep(Instant.now().minus(config.stagingLife())))
        .onSuccess(StorageVerticle::report);
  }

  private Future<Void> serve(
      ServiceScope scope, LocalStorage files, Database database, UUID store) {
    Node node = scope.node();
    Places places = new Places(database, store);
    HotMetadata hot = new HotMetadata(node.redis().api());
    MetadataManager books = new MetadataManager(database, hot);
    Quota quota = new Quota(config.quota(), config.tenants());
    Charging charging = new Charging(quota);
    Registrar registrar =
        new Registrar(
            database, store, hot, charging, new Retention(config.retention(), config.tenants()));
    Homes homes = new Homes(config, vault, node, database, store);
    scope.onClose(homes::close);
    PresentFiles present = new PresentFiles(books, files);
    BlobFetch alone = new BlobFetch(files, places, homes.fetch(), Optional.empty());
    DiskFiles disk = new DiskFiles(present, files, homes.fetch(), alone);
    Optional<Exchange> exchange =
        node.peers().map(link -> new Exchange(scope.vertx(), places, node.info().id(), link, disk));
    BlobFetch fetch = new BlobFetch(files, places, homes.fetch(), exchange);
    FileManager manager = new FileManager(files, books, registrar, places, homes.keeper(), fetch);
    scope.serve(StorageMessages.COMMIT, manager::commit);
    scope.serve(StorageMessages.FETCH, manager::fetch);
    scope.serve(StorageMessages.FIND, manager::find);
    scope.serve(StorageMessages.REMEMBER, manager::remember);
    scope.serve(StorageMessages.RECALL, manager::recall);
    UsageReport usage = new UsageReport(database, quota, charging);
    scope.serve(StorageMessages.DEMAND_ROOM, usage::demand);
    scope.serve(StorageMessages.USAGE, usage::show);
    serveHolds(scope, database);
    Takeaway.serve(scope, database);
    DepartureLog.follow(scope, database, new Farewell(database)::forget);
    homes
        .stores()
        .buckets()
        .forEach(
            bucket ->
                scope.health(
                    "bucket " + bucket.name(), new BucketHealth(scope.vertx(), bucket)::probe));
    homes.invalidations().ifPresent(told -> scope.health("cdn", told::check));
    homes.rotation().ifPresent(rotation -> scope.health("keys", rotation::check));
    LocalCache cache =
        new LocalCache(
            database,
            store,
            node.data().blobs(),
            node.pools(),
            config.cache(),
            homes.stores().names());
    Cleanup cleanup =
        new Cleanup(config, node, database, store, homes.removal(), files::remove, hot::forget);
    scope.serve(StorageMessages.CLEAN, cleanup.cleaner()::clean);
    Orphans orphans =
        new Orphans(config, node, database, store, homes.stores().buckets(), hot::forget);
    scope.serve(StorageMessages.CHECK, orphans::check);
    new Upkeep(config, homes, cache, homes.homecoming(present::here), cleanup, orphans)
        .begin(scope);
    RangeRead ranges = new RangeRead(disk, homes.fetch(), exchange, manager::find, fetch::bring);
    return new HandingOut(config, books, homes.books(), manager::find, ranges)
        .open(scope, database)
        .compose(
            open -> exchange.isEmpty() ? Future.succeededFuture() : open(scope, exchange.get()));
  }

  private static void serveHolds(ServiceScope scope, Database database) {
    HoldDesk holds = new HoldDesk(database, new AuditTrail(scope.bus()));
    scope.serve(StorageMessages.SET_HOLDS, holds::set);
    scope.serve(StorageMessages.LIFT_HOLDS, holds::lift);
    scope.serve(StorageMessages.LIST_HOLDS, holds::list);
    scope.serve(StorageMessages.LIST_HOLD_EVENTS, holds::events);
    ReleaseDesk releases = new ReleaseDesk(database, holds, new Namers(scope.bus()));
    scope.serve(StorageMessages.RELEASE, releases::release);
    PastHolders past = new PastHolders(database);
    scope.serve(StorageMessages.EXPLAIN_ABSENCE, past::explain);
    Upkeep.repeat(scope, FORGETTING, past::forget, "Reasons of old");
  }

  private Future<Void> open(ServiceScope scope, Exchange exchange) {
    scope.onClose(exchange::close);
    return exchange.open(config.exchangePort());
  }

  private static void report(int swept) {
    if (swept > 0) {
      LOG.info("Removed {} left-over staged files", swept);
    }
  }
}
