package io.moneyprinter.storage.s3;

import java.util.Optional;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Answers that something is not there, where that is something to go on with. */
final class Absent {
  private Absent() {}

  /** An empty result where the store knows nothing of the upload; nothing for other failures. */
  static <T> Optional<Optional<T>> upload(Throwable cause) {
    boolean gone =
        cause instanceof NoSuchUploadException
            || cause instanceof S3Exception answer
                && answer.awsErrorDetails() != null
                && "NoSuchUpload".equals(answer.awsErrorDetails().errorCode());
    return gone ? Optional.of(Optional.empty()) : Optional.empty();
  }

  /** An empty result where there is no such object; nothing for other failures. */
  static <T> Optional<Optional<T>> object(Throwable cause) {
    return cause instanceof NoSuchKeyException ? Optional.of(Optional.empty()) : Optional.empty();
  }
}
