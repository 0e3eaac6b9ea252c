package io.moneyprinter.storage.cleanup;

import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.storage.StorageConfig;
import io.moneyprinter.storage.home.HomeRemoval;
import io.moneyprinter.storage.retention.Namers;
import io.moneyprinter.storage.retention.Retention;
import io.vertx.core.Future;
import java.util.UUID;
import java.util.function.Function;

/** All that has to do with removing files, wired together. */
public final class Cleanup {
  private final Removal removal;
  private final Cleaner cleaner;

  /**
   * @param store of this node's data folder
   * @param plain removes the plain file of a key from this node
   * @param forget takes a file out of what is remembered of files asked for lately
   */
  public Cleanup(
      StorageConfig config,
      Node node,
      Database database,
      UUID store,
      HomeRemoval homes,
      Function<String, Future<Void>> plain,
      Function<String, Future<Void>> forget) {
    CleanupMeters meters = new CleanupMeters(node.meters());
    CleanupConfig cleanup = config.cleanup();
    this.removal = new Removal(database, store, plain, homes, meters);
    this.cleaner =
        new Cleaner(
            new CleanupLease(database, node.info().id(), cleanup.lease()),
            new DueFiles(database, cleanup.idle(), cleanup.batch()),
            new ExpiryRules(
                database,
                new Retention(config.retention(), config.tenants()),
                config.tenants().keySet()),
            new Namers(node.vertx().eventBus()),
            forget,
            removal,
            meters,
            config.retention().segments().bytes(),
            cleanup.every());
  }

  public Cleaner cleaner() {
    return cleaner;
  }

  public Removal removal() {
    return removal;
  }
}
