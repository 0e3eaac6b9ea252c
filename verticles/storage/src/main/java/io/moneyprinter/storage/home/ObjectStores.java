package io.moneyprinter.storage.home;

import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.storage.objects.ObjectStore;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The object stores of this node: buckets by their names, and the encrypted folder of its own. */
public final class ObjectStores {
  private final ClassesConfig classes;
  private final Map<String, ObjectStore> buckets;
  private final ObjectStore vault;

  /**
   * @param buckets by the names in the settings
   * @param vault on this node's disk, for what is encrypted and goes into no bucket
   */
  public ObjectStores(ClassesConfig classes, Map<String, ObjectStore> buckets, ObjectStore vault) {
    this.classes = classes;
    this.buckets = Map.copyOf(buckets);
    this.vault = vault;
  }

  /** Where files of the class go; empty when the plain file on the disk is all there is. */
  Optional<HomePlan> plan(StorageClass kind) {
    ClassConfig config = classes.of(kind);
    if (config.bucket().isEmpty() && !config.encrypt()) {
      return Optional.empty();
    }
    ObjectStore store = config.bucket().map(buckets::get).orElse(vault);
    return Optional.of(new HomePlan(store, config.encrypt(), config.localFallback()));
  }

  /** The store that a home is in; empty for the disk of another node, or a bucket of old. */
  Optional<ObjectStore> of(String bucket) {
    return bucket.equals(vault.name())
        ? Optional.of(vault)
        : Optional.ofNullable(buckets.get(bucket));
  }

  /** Whether a home is on this node's own disk. */
  boolean own(Home home) {
    return home.bucket().equals(vault.name());
  }

  /** Of all that this node can read from. */
  public Collection<String> names() {
    return Stream.concat(buckets.keySet().stream(), Stream.of(vault.name())).toList();
  }

  public Collection<ObjectStore> buckets() {
    return buckets.values();
  }
}
