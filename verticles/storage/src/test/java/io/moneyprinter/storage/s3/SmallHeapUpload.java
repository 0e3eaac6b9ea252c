package io.moneyprinter.storage.s3;

import io.moneyprinter.storage.objects.UploadJournal;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Sends one file from a process of its own, whose heap the caller has chosen. */
final class SmallHeapUpload {
  private SmallHeapUpload() {}

  public static void main(String[] arguments) throws Exception {
    Vertx vertx = Vertx.vertx();
    S3Store store = new S3Store(vertx, "cloud", S3Server.bucket(Integer.parseInt(arguments[0])));
    store
        .put(arguments[1], Path.of(arguments[2]), UploadJournal.none())
        .await(120, TimeUnit.SECONDS);
    store.get(arguments[1], Path.of(arguments[3])).await(120, TimeUnit.SECONDS);
    store.close();
    vertx.close().await(10, TimeUnit.SECONDS);
  }
}
