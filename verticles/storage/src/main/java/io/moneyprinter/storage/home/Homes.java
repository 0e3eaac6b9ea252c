package io.moneyprinter.storage.home;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.BlobLayout;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.platform.providers.ProviderBreaker;
import io.moneyprinter.platform.sealing.KeyWrappers;
import io.moneyprinter.platform.vault.VaultConfig;
import io.moneyprinter.storage.StorageConfig;
import io.moneyprinter.storage.cdn.CdnOrigin;
import io.moneyprinter.storage.cdn.Invalidations;
import io.moneyprinter.storage.objects.FolderStore;
import io.moneyprinter.storage.objects.GuardedStore;
import io.moneyprinter.storage.objects.ObjectStore;
import io.moneyprinter.storage.s3.S3Store;
import io.moneyprinter.storage.sealing.CipherWarmUp;
import io.moneyprinter.storage.sealing.Packer;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** All that has to do with where files are kept for good, wired together. */
public final class Homes {
  private final KeyWrappers keys;
  private final WorkerPools pools;
  private final ObjectStores stores;
  private final FolderStore vault;
  private final ObjectMaker maker;
  private final HomeBooks books;
  private final HomeKeeper keeper;
  private final HomeFetch fetch;
  private final HomeRemoval removal;
  private final Optional<KeyRotation> rotation;
  private final Optional<Invalidations> invalidations;

  /**
   * @param vaultConfig how Vault is reached, where a key is there
   * @param store of this node's data folder
   */
  public Homes(
      StorageConfig config, VaultConfig vaultConfig, Node node, Database database, UUID store) {
    this.pools = node.pools();
    this.keys = new KeyWrappers(node.vertx(), config.encryption(), vaultConfig);
    Path root = node.data().root();
    this.vault = new FolderStore("vault/" + store, root.resolve("vault"), node.pools());
    this.invalidations =
        config
            .cdn()
            .distribution()
            .map(id -> new Invalidations(node.vertx(), database, config.cdn()));
    this.stores = new ObjectStores(config.classes(), buckets(config, node), vault);
    Packer packer = new Packer(node.pools(), keys.wrapper(), config.compression());
    this.maker = new ObjectMaker(root.resolve("outbox"), packer, node.pools());
    this.books = new HomeBooks(database, store);
    this.keeper = new HomeKeeper(books, stores, maker, new BlobLayout(node.data()));
    this.fetch = new HomeFetch(books, stores, packer, node.pools());
    this.removal = new HomeRemoval(stores, store);
    this.rotation =
        keys.wrapper()
            .filter(any -> config.encryption().current().isPresent())
            .map(wrapper -> new KeyRotation(database, wrapper));
  }

  private Map<String, ObjectStore> buckets(StorageConfig config, Node node) {
    Map<String, ObjectStore> buckets = new HashMap<>();
    config
        .buckets()
        .forEach(
            (name, bucket) ->
                buckets.put(name, guarded(new S3Store(node.vertx(), name, bucket), node)));
    invalidations.ifPresent(
        told ->
            buckets.computeIfPresent(
                config.cdn().bucket().orElseThrow(),
                (name, bucket) ->
                    new CdnOrigin(bucket, config.buckets().get(name).prefix(), told)));
    return buckets;
  }

  private static ObjectStore guarded(ObjectStore store, Node node) {
    return new GuardedStore(
        store, new ProviderBreaker(node.vertx(), node.meters(), "bucket." + store.name()));
  }

  public HomeKeeper keeper() {
    return keeper;
  }

  public HomeFetch fetch() {
    return fetch;
  }

  /** Gets ready to encrypt, where anything is encrypted. */
  public Future<Void> warmUp() {
    return rotation.isPresent() ? new CipherWarmUp(pools).run() : Future.succeededFuture();
  }

  public HomeBooks books() {
    return books;
  }

  /** Empty where no CDN has to be told what was deleted. */
  public Optional<Invalidations> invalidations() {
    return invalidations;
  }

  public HomeRemoval removal() {
    return removal;
  }

  public ObjectStores stores() {
    return stores;
  }

  /** Empty where nothing is encrypted. */
  public Optional<KeyRotation> rotation() {
    return rotation;
  }

  /**
   * @param present the file of a key, if it lies plain on this node
   */
  public Homecoming homecoming(Function<String, Future<Optional<Blob>>> present) {
    return new Homecoming(books, keeper, present);
  }

  /** Removes what a process that was killed left behind; answers how many files. */
  public Future<Integer> sweep(Instant before) {
    return maker.sweep(before).compose(sent -> vault.sweep(before).map(kept -> sent + kept));
  }

  /** Frees connections. */
  public Future<Void> close() {
    stores.buckets().forEach(ObjectStore::close);
    return invalidations
        .map(Invalidations::close)
        .orElseGet(Future::succeededFuture)
        .eventually(keys::close);
  }
}
