package io.moneyprinter.storage.home;

import io.moneyprinter.platform.settings.Setting;
import java.util.Optional;

/** Where files of one class are kept, beside the plain copies that work is done with. */
public record ClassConfig(
    @Setting(doc = "Name of a bucket below storage.buckets; on the nodes' own disks when empty")
        Optional<String> bucket,
    @Setting(
            doc =
                "Whether what is kept is encrypted; plain copies that work is done with go after"
                    + " storage.cache.keep",
            value = "false")
        boolean encrypt,
    @Setting(
            doc =
                "Whether a file may stay on the node's disk for the time being when the bucket"
                    + " cannot be reached; else what made the file is tried again",
            value = "true")
        boolean localFallback) {

  /** On the nodes' disks, as it is. */
  public static ClassConfig usual() {
    return new ClassConfig(Optional.empty(), false, true);
  }
}
