package io.moneyprinter.storage;

import io.moneyprinter.platform.database.DatabaseAccess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that cleans up again and again until it is killed. */
final class KilledCleanup {
  private KilledCleanup() {}

  public static void main(String[] arguments) {
    DatabaseAccess access =
        new DatabaseAccess(
            "127.0.0.1",
            Integer.parseInt(arguments[1]),
            arguments[2],
            arguments[3],
            List.of(),
            arguments[4],
            4);
    StorageConfig config = CleanupRig.config(Integer.parseInt(arguments[6]), Duration.ofSeconds(1));
    CleanupRig.over(StorageNode.start(Path.of(arguments[0]), access, arguments[5], config, null));
  }
}
