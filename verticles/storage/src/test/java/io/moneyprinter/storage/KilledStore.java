package io.moneyprinter.storage;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.sealing.EncryptionConfig;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.storage.cache.CacheConfig;
import io.moneyprinter.storage.home.ClassConfig;
import io.moneyprinter.storage.home.ClassesConfig;
import io.moneyprinter.storage.s3.S3Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A process that stores files until it is killed, and says of each when it is stored. */
final class KilledStore {
  private static final int MB = 1 << 20;

  private KilledStore() {}

  public static void main(String[] arguments) {
    int port = Integer.parseInt(arguments[1]);
    DatabaseAccess access =
        new DatabaseAccess(
            "127.0.0.1", port, arguments[2], arguments[3], List.of(), arguments[4], 4);
    StorageConfig config = config(Integer.parseInt(arguments[6]), arguments[7]);
    int round = Integer.parseInt(arguments[8]);
    StorageNode node = StorageNode.start(Path.of(arguments[0]), access, arguments[5], config, null);
    for (int i = 0; i < 300; i++) {
      StorageClass as = StorageClass.values()[i % StorageClass.values().length];
      Blob blob = node.store(bytes(round, i), "application/octet-stream", as);
      System.out.println("stored " + blob.key() + " " + blob.size());
    }
  }

  private static byte[] bytes(int round, int i) {
    byte[] bytes = new byte[(i % 5 == 4 ? 6 * MB : 400_000) + i];
    new Random(1_000L * round + i).nextBytes(bytes);
    return bytes;
  }

  /** Results encrypted in a bucket, parts encrypted on the disk, the rest plain on the disk. */
  static StorageConfig config(int bucketPort, String currentKey) {
    ClassConfig usual = ClassConfig.usual();
    Map<String, EncryptionConfig.Key> keys = new HashMap<>();
    for (String name : List.of("even", "odd")) {
      byte[] key = Arrays.copyOf(name.getBytes(StandardCharsets.UTF_8), 32);
      keys.put(name, new EncryptionConfig.Key(Base64.getEncoder().encodeToString(key)));
    }
    return new StorageConfig(
        new DataSize(1),
        Duration.ZERO,
        Duration.ofMillis(200),
        true,
        0,
        new ClassesConfig(
            usual,
            usual,
            new ClassConfig(Optional.empty(), true, true),
            usual,
            new ClassConfig(Optional.of("cloud"), true, true)),
        CacheConfig.usual(),
        new EncryptionConfig(Optional.of(currentKey), keys),
        Map.of("cloud", S3Server.bucket(bucketPort)));
  }
}
