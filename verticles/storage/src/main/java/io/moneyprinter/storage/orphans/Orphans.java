package io.moneyprinter.storage.orphans;

import io.moneyprinter.codecs.storage.CheckStorage;
import io.moneyprinter.codecs.storage.StorageCheck;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.storage.StorageConfig;
import io.moneyprinter.storage.objects.ObjectStore;
import io.moneyprinter.storage.orphans.FolderScan.Findings;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for files that the books do not have, and for entries whose file is nowhere; removes them
 * some time after they were found first. Each node looks through its own data folder, and one of
 * all through each bucket.
 */
public final class Orphans {
  private static final Logger LOG = LoggerFactory.getLogger(Orphans.class);

  /** The place under which entries without a file are noted. */
  private static final String BOOKS = "books";

  /**
   * Up to so many are removed in any case. Where there are more, and more than what is known, then
   * most likely the books were lost, or a disk is not there.
   */
  private static final int FEW = 10;

  private final OrphanBooks books;
  private final FolderScan folder;
  private final BucketScan bucketScan;
  private final OrphanRemoval removal;
  private final OrphanReport report;
  private final Collection<ObjectStore> buckets;
  private final String store;
  private final String node;
  private final Duration every;
  private final Duration grace;

  /**
   * @param store of this node's data folder
   * @param forget takes a file out of what is remembered of files asked for lately
   */
  public Orphans(
      StorageConfig config,
      Node node,
      Database database,
      UUID store,
      Collection<ObjectStore> buckets,
      Function<String, Future<Void>> forget) {
    this.books = new OrphanBooks(database);
    this.folder =
        new FolderScan(
            database, books, store, node.data().root(), node.pools(), config.stagingLife());
    this.bucketScan = new BucketScan(books);
    this.removal =
        new OrphanRemoval(
            database, books, store.toString(), node.data().root(), node.pools(), forget);
    this.grace = config.cleanup().grace();
    this.report = new OrphanReport(database, grace);
    this.buckets = buckets;
    this.store = store.toString();
    this.node = node.info().id();
    this.every = config.cleanup().scan();
  }

  /** Looks through what is due to be, and removes what was found long enough ago. */
  public Future<Void> round() {
    return places(every, true);
  }

  /**
   * Answers {@link io.moneyprinter.codecs.storage.StorageMessages#CHECK}: looks, removes nothing.
   */
  public Future<StorageCheck> check(CheckStorage wish) {
    return places(Duration.ZERO, false).compose(done -> report.make());
  }

  private Future<Void> places(Duration pause, boolean remove) {
    Future<Void> all =
        place(store, pause, folder::run, remove ? removal::ofFolder : null)
            .compose(done -> place(BOOKS, pause, this::lost, remove ? removal::ofFolder : null));
    for (ObjectStore bucket : buckets) {
      all =
          all.compose(
              done ->
                  place(
                          bucket.name(),
                          pause,
                          () -> bucketScan.run(bucket),
                          remove ? orphan -> removal.ofBucket(bucket, orphan) : null)
                      .recover(cause -> away(bucket, cause)));
    }
    return all;
  }

  private static Future<Void> away(ObjectStore bucket, Throwable cause) {
    LOG.warn("The bucket '{}' is looked through later: {}", bucket.name(), cause.getMessage());
    return Future.succeededFuture();
  }

  private Future<Findings> lost() {
    return books
        .lost()
        .compose(found -> books.entries().map(entries -> new Findings(found, entries)));
  }

  private Future<Void> place(
      String name,
      Duration pause,
      Supplier<Future<Findings>> scan,
      Function<Orphan, Future<Void>> remove) {
    return books
        .begin(name, node, pause)
        .compose(
            begun ->
                begun.isEmpty()
                    ? Future.succeededFuture()
                    : scan.get()
                        .compose(found -> note(name, found, begun.get()).map(found))
                        .compose(
                            found ->
                                remove == null
                                    ? Future.succeededFuture()
                                    : remove(name, found, remove)));
  }

  private Future<Void> note(String name, Findings found, OffsetDateTime scan) {
    Future<Void> all = Future.succeededFuture();
    for (Orphan orphan : found.orphans()) {
      all = all.compose(before -> books.note(name, orphan, scan));
    }
    return all.compose(noted -> books.end(name, scan, found.files()));
  }

  private Future<Void> remove(String name, Findings found, Function<Orphan, Future<Void>> remove) {
    int orphans = found.orphans().size();
    if (orphans > FEW && orphans > found.files() / 2) {
      LOG.warn(
          "{} of {} in {} have no counterpart: they stay, for the books, or a disk, may be what is"
              + " missing",
          orphans,
          found.files(),
          name);
      return Future.succeededFuture();
    }
    return books.due(name, grace).compose(due -> each(name, due, remove));
  }

  private Future<Void> each(String name, List<Orphan> due, Function<Orphan, Future<Void>> remove) {
    Future<Void> all = Future.succeededFuture();
    for (Orphan orphan : due) {
      all =
          all.compose(before -> remove.apply(orphan)).compose(gone -> books.cleared(name, orphan));
    }
    return all.onSuccess(
        done -> {
          if (!due.isEmpty()) {
            LOG.info("Removed {} leftovers from {}", due.size(), name);
          }
        });
  }
}
