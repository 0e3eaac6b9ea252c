package io.moneyprinter.storage.s3;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says what went wrong with a bucket, and what to do. The codes are those of the <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 error
 * responses</a>.
 */
final class S3Failures {
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER = 500;
  private static final Set<String> KEYS =
      Set.of(
          "InvalidAccessKeyId",
          "SignatureDoesNotMatch",
          "AuthorizationHeaderMalformed",
          // Google's own: https://cloud.google.com/storage/docs/xml-api/reference-status
          "InvalidSecurity");

  private final String settings;
  private final String place;

  /**
   * @param name of the bucket in the settings
   */
  S3Failures(String name, BucketConfig config) {
    this.settings = "storage.buckets." + name + ".";
    this.place = config.place();
  }

  Throwable of(Throwable cause) {
    if (cause instanceof AwsServiceException answer) {
      return answered(answer);
    }
    if (cause instanceof SdkClientException unsent && credentials(unsent)) {
      return resource(
          "There are no credentials for the bucket "
              + place
              + ": set "
              + settings
              + "access-key and secret-key");
    }
    boolean broken =
        cause instanceof SdkException || cause instanceof UncheckedIOException io && !ofDisk(io);
    return broken
        ? ServiceFailure.unavailable(
            "The bucket " + place + " cannot be reached (" + root(cause) + ")")
        : cause;
  }

  /** Whether it is this machine's disk that failed, not the connection. */
  static boolean ofDisk(UncheckedIOException cause) {
    return cause.getCause() instanceof FileSystemException;
  }

  private static boolean credentials(SdkClientException cause) {
    return String.valueOf(cause.getMessage()).contains("credentials");
  }

  private ServiceFailure answered(AwsServiceException answer) {
    String code = code(answer);
    int status = answer.statusCode();
    if (code.equals("NoSuchBucket")) {
      return resource("There is no bucket " + place + ": make it, or mend " + settings + "bucket");
    }
    if (code.equals("NoSuchUpload") || code.equals("NoSuchKey")) {
      return ServiceFailure.notFound("The bucket " + place + " holds no such object");
    }
    if (code.equals("RequestTimeTooSkewed")) {
      return resource("The bucket " + place + " finds this machine's clock wrong: set it");
    }
    if (KEYS.contains(code)) {
      return resource(
          "The bucket "
              + place
              + " refuses the credentials ("
              + code
              + "): mend "
              + settings
              + "access-key and secret-key");
    }
    if (status == FORBIDDEN) {
      return resource(
          "The bucket "
              + place
              + " does not allow this ("
              + code
              + "): the key of "
              + settings
              + "access-key has to be allowed to list, read, write and delete");
    }
    if (status == NOT_FOUND) {
      return ServiceFailure.notFound("The bucket " + place + " holds no such object");
    }
    return status >= SERVER || status == TOO_MANY || code.equals("RequestTimeout")
        ? ServiceFailure.unavailable(
            "The bucket " + place + " cannot answer now (" + status + " " + code + ")")
        : resource("The bucket " + place + " refused (" + status + " " + code + ")");
  }

  private static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
        ? "status " + answer.statusCode()
        : answer.awsErrorDetails().errorCode();
  }

  private static String root(Throwable cause) {
    Throwable deepest = cause;
    while (deepest.getCause() != null && deepest.getCause() != deepest) {
      deepest = deepest.getCause();
    }
    return deepest.toString();
  }

  private static ServiceFailure resource(String text) {
    return new ServiceFailure(FailureCode.RESOURCE, text);
  }
}
