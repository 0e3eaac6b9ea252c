package io.moneyprinter.storage.objects;

import io.vertx.core.Future;
import java.util.Optional;

/** Remembers the begun upload of one object beyond the life of the process. */
public interface UploadJournal {
  /** What was begun earlier, of exactly these bytes. */
  Future<Optional<BegunUpload>> begun();

  /** Writes down what is about to be sent. */
  Future<Void> begin(BegunUpload upload);

  /** Forgets at the end of the process. */
  static UploadJournal none() {
    return new UploadJournal() {
      @Override
      public Future<Optional<BegunUpload>> begun() {
        return Future.succeededFuture(Optional.empty());
      }

      @Override
      public Future<Void> begin(BegunUpload upload) {
        return Future.succeededFuture();
      }
    };
  }
}
