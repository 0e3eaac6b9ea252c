package io.moneyprinter.storage.s3;

import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import java.net.URI;
import java.util.Optional;

/** One bucket that speaks the S3 protocol: AWS, MinIO, Cloudflare R2, Google Cloud Storage. */
public record BucketConfig(
    @Setting(
            doc =
                "Address of the service, such as https://storage.googleapis.com; AWS's own when"
                    + " empty")
        Optional<String> endpoint,
    @Setting(doc = "Region of the bucket; 'auto' for R2 and Google", value = "us-east-1")
        String region,
    @Setting(doc = "Name of the bucket; it has to exist") String bucket,
    @Setting(doc = "What the names of all objects begin with, such as moneyprinter/", value = "")
        String prefix,
    @Setting(
            doc = "Access key; the machine's own AWS credentials are used when empty",
            secret = true)
        Optional<String> accessKey,
    @Setting(doc = "Secret key that belongs to the access key", secret = true)
        Optional<String> secretKey,
    @Setting(
            doc = "Whether the bucket's name stands in the path instead of the host's name (MinIO)",
            value = "true")
        boolean pathStyle,
    @Setting(
            doc = "Files larger than this are sent in parts of this size, from 5MB to 1GB",
            value = "16MB")
        DataSize partSize,
    @Setting(doc = "Parts of one file that are sent at once", value = "3", min = 1, max = 16)
        int parallel,
    @Setting(
            doc =
                "Whose it is: s3 for AWS and whatever speaks its protocol, gcs for Google Cloud"
                    + " Storage, which needs neither endpoint nor region then",
            value = "s3")
        BucketService service) {
  /** The least that the protocol allows for a part that is not the last. */
  private static final long LEAST_PART = 5L << 20;

  private static final long LARGEST_PART = 1L << 30;

  public BucketConfig {
    if (bucket.isBlank()) {
      throw new IllegalArgumentException("bucket is missing: write the name of the bucket");
    }
    if (accessKey.isPresent() != secretKey.isPresent()) {
      throw new IllegalArgumentException("access-key and secret-key go together");
    }
    if (!prefix.matches("[A-Za-z0-9._/-]*")) {
      throw new IllegalArgumentException("prefix takes letters, digits and . _ / -");
    }
    if (partSize.bytes() < LEAST_PART || partSize.bytes() > LARGEST_PART) {
      throw new IllegalArgumentException("part-size takes 5MB to 1GB, not " + partSize);
    }
    if (service == BucketService.GCS && accessKey.isEmpty()) {
      throw new IllegalArgumentException(
          "access-key and secret-key are needed for gcs: make an HMAC key for a service account");
    }
    endpoint = endpoint.or(service::endpoint);
    region = service.region().orElse(region);
    endpoint.ifPresent(BucketConfig::demandAddress);
  }

  /** Of AWS, or whatever speaks its protocol. */
  public BucketConfig(
      Optional<String> endpoint,
      String region,
      String bucket,
      String prefix,
      Optional<String> accessKey,
      Optional<String> secretKey,
      boolean pathStyle,
      DataSize partSize,
      int parallel) {
    this(
        endpoint,
        region,
        bucket,
        prefix,
        accessKey,
        secretKey,
        pathStyle,
        partSize,
        parallel,
        BucketService.S3);
  }

  private static void demandAddress(String text) {
    URI uri = URI.create(text);
    if (uri.getHost() == null
        || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "endpoint takes an address such as https://s3.example.com, not '" + text + "'");
    }
  }

  /** For people: where it is. */
  String place() {
    return bucket + " at " + endpoint.orElse("AWS " + region);
  }
}
