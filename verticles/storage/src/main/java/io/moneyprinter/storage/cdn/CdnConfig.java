package io.moneyprinter.storage.cdn;

import io.moneyprinter.platform.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** A CloudFront distribution in front of one of the buckets. */
public record CdnConfig(
    @Setting(
            doc =
                "Domain of the CloudFront distribution, such as d111111abcdef8.cloudfront.net; links"
                    + " are served by the nodes when empty")
        Optional<String> domain,
    @Setting(doc = "Name of the bucket below storage.buckets that is its origin")
        Optional<String> bucket,
    @Setting(
            doc = "Path of the origin in the bucket, which addresses leave out; such as /public",
            value = "")
        String originPath,
    @Setting(doc = "Id of the public key in CloudFront, such as K2JCJMDEHXQW5F")
        Optional<String> keyPairId,
    @Setting(doc = "Private RSA key that belongs to it, in PEM", secret = true)
        Optional<String> privateKey,
    @Setting(
            doc = "How long an address of the CDN is good for, at most as long as its link",
            value = "1h")
        Duration life,
    @Setting(
            doc =
                "Whether an address of the CDN is good only for the IPv4 address that followed the"
                    + " link; who comes by IPv6 is served by the node",
            value = "false")
        boolean bindAddress,
    @Setting(
            doc =
                "Whether addresses tell the bucket the type and name of the file; the distribution"
                    + " has to pass response-content-type and response-content-disposition on",
            value = "true")
        boolean fileNames,
    @Setting(
            doc =
                "Id of the distribution, such as EDFDVBD6EXAMPLE, to have it forget files that were"
                    + " deleted; it keeps them until they expire when empty")
        Optional<String> distribution,
    @Setting(
            doc = "Address of the CloudFront API; AWS's own by default",
            value = "https://cloudfront.amazonaws.com")
        String endpoint,
    @Setting(
            doc = "Access key for the CloudFront API; the machine's own credentials when empty",
            secret = true)
        Optional<String> accessKey,
    @Setting(doc = "Secret key that belongs to the access key", secret = true)
        Optional<String> secretKey) {

  public CdnConfig {
    if (domain.isPresent()) {
      if (!domain.get().matches("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?")) {
        throw new IllegalArgumentException(
            "domain takes the name of a host, without https://, not '" + domain.get() + "'");
      }
      if (bucket.isEmpty() || keyPairId.isEmpty() || privateKey.isEmpty()) {
        throw new IllegalArgumentException(
            "domain needs bucket, key-pair-id and private-key beside it");
      }
      RsaKey.of(privateKey.get());
    }
    if (distribution.isPresent() && bucket.isEmpty()) {
      throw new IllegalArgumentException("distribution needs bucket beside it");
    }
    if (accessKey.isPresent() != secretKey.isPresent()) {
      throw new IllegalArgumentException("access-key and secret-key go together");
    }
    if (!originPath.isEmpty() && !originPath.matches("(/[A-Za-z0-9._-]+)+")) {
      throw new IllegalArgumentException("origin-path begins with / and ends without");
    }
    if (life.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("life takes 1m or more");
    }
  }

  /** No CDN. */
  public static CdnConfig none() {
    return new CdnConfig(
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        Duration.ofHours(1),
        false,
        true,
        Optional.empty(),
        "https://cloudfront.amazonaws.com",
        Optional.empty(),
        Optional.empty());
  }

  /**
   * The path at the CDN of an object.
   *
   * @param key whole name in the bucket, its prefix included
   * @return empty for what does not lie below the origin's path
   */
  Optional<String> path(String key) {
    String path = "/" + key;
    return path.startsWith(originPath + "/")
        ? Optional.of(path.substring(originPath.length()))
        : Optional.empty();
  }
}
