package io.moneyprinter.storage.home;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.storage.objects.DiskFailure;
import io.moneyprinter.storage.objects.ObjectStore;
import io.moneyprinter.storage.sealing.Encoding;
import io.moneyprinter.storage.sealing.ObjectStretch;
import io.moneyprinter.storage.sealing.Packer;
import io.vertx.core.Future;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Reads files back from their homes. */
public final class HomeFetch {
  private final HomeBooks books;
  private final ObjectStores stores;
  private final Packer packer;
  private final WorkerPools pools;

  HomeFetch(HomeBooks books, ObjectStores stores, Packer packer, WorkerPools pools) {
    this.books = books;
    this.stores = stores;
    this.packer = packer;
    this.pools = pools;
  }

  /**
   * Writes the file as it was to {@code target}; answers whether there was a home to read it from.
   *
   * @param far whether buckets are asked too, or only this node's own disk
   */
  public Future<Boolean> read(String key, Path target, boolean far) {
    return homes(key, far)
        .compose(homes -> first(homes, home -> read(home, target).map(true)))
        .map(Optional::isPresent);
  }

  private Future<List<Home>> homes(String key, boolean far) {
    return books
        .homes(key)
        .map(
            homes ->
                homes.stream()
                    .filter(home -> stores.own(home) != far)
                    .filter(home -> stores.of(home.bucket()).isPresent())
                    .toList());
  }

  /** What the first home gives that gives anything; one without its object is struck out. */
  private <T> Future<Optional<T>> first(List<Home> homes, Function<Home, Future<T>> read) {
    if (homes.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    Home home = homes.get(0);
    List<Home> others = homes.subList(1, homes.size());
    return read.apply(home)
        .map(Optional::of)
        .recover(
            cause ->
                missing(cause)
                    ? books.leave(home).compose(left -> first(others, read))
                    : others.isEmpty() ? Future.failedFuture(cause) : first(others, read));
  }

  private static boolean missing(Throwable cause) {
    return cause instanceof ServiceFailure failure && failure.code() == FailureCode.NOT_FOUND;
  }

  private Future<Void> read(Home home, Path target) {
    ObjectStore store = stores.of(home.bucket()).orElseThrow();
    if (home.seal().plain()) {
      return store.get(home.object(), target);
    }
    return store
        .file(home.object())
        .map(object -> readInPlace(home, store, object, target))
        .orElseGet(() -> readCopy(home, store, target));
  }

  private Future<Void> readInPlace(Home home, ObjectStore store, Path object, Path target) {
    return store
        .size(home.object())
        .compose(
            size ->
                size.isEmpty()
                    ? Future.failedFuture(
                        ServiceFailure.notFound("The object of " + home.blobKey() + " is gone"))
                    : packer.unpack(home.blobKey(), object, home.seal(), target))
        .recover(cause -> Future.failedFuture(DiskFailure.told(target, cause)));
  }

  private Future<Void> readCopy(Home home, ObjectStore store, Path target) {
    Path object = target.resolveSibling(target.getFileName() + ".object");
    return store
        .get(home.object(), object)
        .compose(got -> packer.unpack(home.blobKey(), object, home.seal(), target))
        .recover(cause -> Future.failedFuture(DiskFailure.told(target, cause)))
        .eventually(() -> pools.run(Pool.CRYPTO, () -> Files.deleteIfExists(object)));
  }

  /**
   * A stretch of a file, read without the rest of it; empty where the file has no home that allows
   * that, as a compressed one does not.
   *
   * @param far whether buckets are asked, or this node's own disk
   */
  public Future<Optional<byte[]>> range(String key, long offset, int length, boolean far) {
    return homes(key, far)
        .map(
            homes ->
                homes.stream().filter(home -> home.seal().encoding() == Encoding.IDENTITY).toList())
        .compose(homes -> first(homes, home -> range(home, offset, length)));
  }

  private Future<byte[]> range(Home home, long offset, int length) {
    ObjectStore store = stores.of(home.bucket()).orElseThrow();
    if (home.seal().plain()) {
      return store.range(home.object(), offset, length);
    }
    return channel(home, store, offset, length)
        .compose(object -> packer.range(home.blobKey(), object, home.seal(), offset, length))
        .recover(
            cause ->
                Future.failedFuture(
                    cause instanceof NoSuchFileException
                        ? ServiceFailure.notFound("The object of " + home.blobKey() + " is gone")
                        : cause));
  }

  /**
   * What is needed of an object is there before a thread begins to decrypt it: one that waited for
   * it meanwhile would be missed by those who bring it.
   */
  private static Future<Callable<SeekableByteChannel>> channel(
      Home home, ObjectStore store, long offset, int length) {
    Optional<Path> file = store.file(home.object());
    if (file.isPresent()) {
      return Future.succeededFuture(() -> FileChannel.open(file.get(), StandardOpenOption.READ));
    }
    ObjectStretch wanted = Packer.objectStretch(offset, length, home.storedSize());
    Future<byte[]> stretch =
        store.range(home.object(), wanted.from(), (int) (wanted.to() - wanted.from()));
    Future<byte[]> head =
        wanted.from() == 0
            ? Future.succeededFuture(new byte[0])
            : store.range(home.object(), 0, Packer.OBJECT_HEAD);
    return Future.all(head, stretch)
        .map(
            fetched ->
                () ->
                    new FetchedChannel(
                        home.storedSize(), head.result(), wanted.from(), stretch.result()));
  }
}
