package io.moneyprinter.storage.cdn;

import io.moneyprinter.storage.objects.BegunUpload;
import io.moneyprinter.storage.objects.ObjectStore;
import io.moneyprinter.storage.objects.OpenUpload;
import io.moneyprinter.storage.objects.StoredObject;
import io.moneyprinter.storage.objects.UploadJournal;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A bucket behind a CDN, which is told to forget what is deleted here. Objects are named by their
 * content, so that none is ever replaced by another.
 */
public final class CdnOrigin implements ObjectStore {
  private final ObjectStore bucket;
  private final String prefix;
  private final Invalidations invalidations;

  /**
   * @param prefix that the names of all its objects begin with
   */
  public CdnOrigin(ObjectStore bucket, String prefix, Invalidations invalidations) {
    this.bucket = bucket;
    this.prefix = prefix;
    this.invalidations = invalidations;
  }

  /** Noted first: a process that is stopped in between leaves nothing that the CDN still shows. */
  @Override
  public Future<Void> delete(String object) {
    String key = prefix + object;
    return invalidations
        .announce(key)
        .compose(noted -> bucket.delete(object))
        .compose(deleted -> invalidations.gone(key));
  }

  @Override
  public String name() {
    return bucket.name();
  }

  @Override
  public Future<Void> put(String object, Path file, UploadJournal journal) {
    return bucket.put(object, file, journal);
  }

  @Override
  public Future<Void> get(String object, Path target) {
    return bucket.get(object, target);
  }

  @Override
  public Future<byte[]> range(String object, long offset, int length) {
    return bucket.range(object, offset, length);
  }

  @Override
  public Future<Optional<Long>> size(String object) {
    return bucket.size(object);
  }

  @Override
  public Future<Void> abandon(String object, BegunUpload upload) {
    return bucket.abandon(object, upload);
  }

  @Override
  public Future<List<StoredObject>> list(String after, int most) {
    return bucket.list(after, most);
  }

  @Override
  public Future<List<OpenUpload>> openUploads() {
    return bucket.openUploads();
  }

  @Override
  public Future<?> check() {
    return bucket.check();
  }

  @Override
  public void close() {
    bucket.close();
  }
}
