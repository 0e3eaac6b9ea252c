package io.moneyprinter.storage.orphans;

import io.moneyprinter.storage.objects.ObjectStore;
import io.moneyprinter.storage.objects.OpenUpload;
import io.moneyprinter.storage.objects.StoredObject;
import io.moneyprinter.storage.orphans.FolderScan.Findings;
import io.moneyprinter.storage.orphans.Orphan.Kind;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks a bucket through for objects and uploads in parts that the books do not have. */
final class BucketScan {
  private static final int PAGE = 1_000;

  private final OrphanBooks books;

  BucketScan(OrphanBooks books) {
    this.books = books;
  }

  Future<Findings> run(ObjectStore bucket) {
    List<Orphan> found = new ArrayList<>();
    return objects(bucket, "", 0, found)
        .compose(count -> uploads(bucket, found).map(done -> new Findings(found, count)));
  }

  private Future<Long> objects(ObjectStore bucket, String after, long count, List<Orphan> found) {
    return bucket
        .list(after, PAGE)
        .compose(
            page -> {
              if (page.isEmpty()) {
                return Future.succeededFuture(count);
              }
              List<StoredObject> ours =
                  page.stream().filter(object -> isOurs(object.name())).toList();
              return books
                  .housed(bucket.name(), ours.stream().map(StoredObject::name).toList())
                  .compose(
                      known -> {
                        ours.stream()
                            .filter(object -> !known.contains(object.name()))
                            .forEach(
                                object ->
                                    found.add(
                                        Orphan.of(Kind.OBJECT, object.name(), object.size())));
                        String last = page.get(page.size() - 1).name();
                        return objects(bucket, last, count + ours.size(), found);
                      });
            });
  }

  /** Whatever else somebody keeps in the bucket is none of our business. */
  private static boolean isOurs(String object) {
    return object.matches("(plain|packed)/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}(-[0-9a-f]{16})?");
  }

  private Future<Void> uploads(ObjectStore bucket, List<Orphan> found) {
    return bucket
        .openUploads()
        .compose(
            open -> {
              List<OpenUpload> ours =
                  open.stream().filter(upload -> isOurs(upload.object())).toList();
              return books
                  .uploaded(bucket.name(), ours.stream().map(OpenUpload::id).toList())
                  .map(
                      known -> {
                        ours.stream()
                            .filter(upload -> !known.contains(upload.id()))
                            .forEach(
                                upload ->
                                    found.add(
                                        new Orphan(
                                            Kind.MULTIPART,
                                            upload.object() + " " + upload.id(),
                                            0,
                                            Optional.of(upload.id()))));
                        return null;
                      });
            });
  }
}
