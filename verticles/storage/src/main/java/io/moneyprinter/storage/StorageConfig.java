package io.moneyprinter.storage;

import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.platform.settings.Setting;
import io.moneyprinter.storage.cache.CacheConfig;
import io.moneyprinter.storage.cdn.CdnConfig;
import io.moneyprinter.storage.cleanup.CleanupConfig;
import io.moneyprinter.storage.home.ClassesConfig;
import io.moneyprinter.storage.links.LinksConfig;
import io.moneyprinter.storage.quota.QuotaConfig;
import io.moneyprinter.storage.retention.RetentionConfig;
import io.moneyprinter.storage.s3.BucketConfig;
import java.time.Duration;
import java.util.Map;

/** Settings of the storage service. */
public record StorageConfig(
    @Setting(
            doc = "Space that stays free on the disk of the data folder; less refuses new files.",
            value = "512MB")
        DataSize minimumFree,
    @Setting(
            doc = "Files begun but never stored are removed at start when older than this.",
            value = "1d")
        Duration stagingLife,
    @Setting(
            doc = "Pause after which files that wait for their bucket are tried again.",
            value = "30s")
        Duration retry,
    @Setting(
            doc =
                "Whether texts (JSON, subtitles) are compressed where they go to a bucket or are"
                    + " encrypted; media never are.",
            value = "true")
        boolean compression,
    @Setting(
            doc =
                "Port on which the other nodes of a cluster fetch files from this one; 0 for any"
                    + " free one.",
            value = "0",
            min = 0,
            max = 65535)
        int exchangePort,
    ClassesConfig classes,
    CacheConfig cache,
    EncryptionConfig encryption,
    Map<String, BucketConfig> buckets,
    @Setting(
            doc =
                "The tier of each tenant that has one, such as acme: free; what a tier may is said"
                    + " below storage.quota and storage.retention.")
        Map<String, String> tenants,
    QuotaConfig quota,
    RetentionConfig retention,
    CleanupConfig cleanup,
    LinksConfig links,
    CdnConfig cdn) {

  public StorageConfig {
    classes
        .all()
        .flatMap(each -> each.bucket().stream())
        .filter(bucket -> !buckets.containsKey(bucket))
        .findFirst()
        .ifPresent(
            bucket -> {
              throw new IllegalArgumentException(
                  "classes names the bucket '" + bucket + "', which buckets does not have");
            });
    cdn.bucket()
        .filter(bucket -> !buckets.containsKey(bucket))
        .ifPresent(
            bucket -> {
              throw new IllegalArgumentException(
                  "cdn names the bucket '" + bucket + "', which buckets does not have");
            });
    if (encryption.current().isEmpty() && classes.all().anyMatch(each -> each.encrypt())) {
      throw new IllegalArgumentException(
          "classes wants files encrypted, but encryption.current names no key");
    }
  }

  /** All files on this node's own disk, as they are. */
  public StorageConfig(DataSize minimumFree, Duration stagingLife) {
    this(
        minimumFree,
        stagingLife,
        Duration.ofSeconds(30),
        true,
        0,
        ClassesConfig.usual(),
        CacheConfig.usual(),
        EncryptionConfig.none(),
        Map.of());
  }

  /** Whoever stores something may store as much as there is room for. */
  public StorageConfig(
      DataSize minimumFree,
      Duration stagingLife,
      Duration retry,
      boolean compression,
      int exchangePort,
      ClassesConfig classes,
      CacheConfig cache,
      EncryptionConfig encryption,
      Map<String, BucketConfig> buckets) {
    this(
        minimumFree,
        stagingLife,
        retry,
        compression,
        exchangePort,
        classes,
        cache,
        encryption,
        buckets,
        Map.of(),
        QuotaConfig.none(),
        RetentionConfig.usual(),
        CleanupConfig.usual(),
        LinksConfig.usual());
  }

  /** All is handed out by the nodes themselves. */
  public StorageConfig(
      DataSize minimumFree,
      Duration stagingLife,
      Duration retry,
      boolean compression,
      int exchangePort,
      ClassesConfig classes,
      CacheConfig cache,
      EncryptionConfig encryption,
      Map<String, BucketConfig> buckets,
      Map<String, String> tenants,
      QuotaConfig quota,
      RetentionConfig retention,
      CleanupConfig cleanup,
      LinksConfig links) {
    this(
        minimumFree,
        stagingLife,
        retry,
        compression,
        exchangePort,
        classes,
        cache,
        encryption,
        buckets,
        tenants,
        quota,
        retention,
        cleanup,
        links,
        CdnConfig.none());
  }

  /** The same with other links. */
  public StorageConfig with(LinksConfig other) {
    return with(other, cdn);
  }

  /** The same with a CDN. */
  public StorageConfig with(CdnConfig other) {
    return with(links, other);
  }

  private StorageConfig with(LinksConfig otherLinks, CdnConfig otherCdn) {
    return new StorageConfig(
        minimumFree,
        stagingLife,
        retry,
        compression,
        exchangePort,
        classes,
        cache,
        encryption,
        buckets,
        tenants,
        quota,
        retention,
        cleanup,
        otherLinks,
        otherCdn);
  }
}
