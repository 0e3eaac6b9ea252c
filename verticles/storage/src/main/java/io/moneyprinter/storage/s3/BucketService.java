package io.moneyprinter.storage.s3;

import java.util.Optional;

/** Whose a bucket is, which decides what need not be said of it. */
public enum BucketService {
  /** AWS, and whatever speaks its protocol at an address of its own. */
  S3(null, null),
  /**
   * Google Cloud Storage, by its XML API with HMAC keys. Every region is right there, since it
   * knows where a bucket is.
   *
   * @see <a href="https://cloud.google.com/storage/docs/interoperability">Interoperability</a>
   */
  GCS("https://storage.googleapis.com", "auto");

  private final String endpoint;
  private final String region;

  BucketService(String endpoint, String region) {
    this.endpoint = endpoint;
    this.region = region;
  }

  /** Where it is; empty where that follows from the region. */
  Optional<String> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** What requests are signed for; empty where that has to be said. */
  Optional<String> region() {
    return Optional.ofNullable(region);
  }
}
