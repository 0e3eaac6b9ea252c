package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.blobs.BlobLayout;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.platform.service.ServiceVerticle;
import io.vertx.core.Future;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The service that keeps finished files and knows what is in them. */
public final class StorageVerticle extends ServiceVerticle {
  private static final Logger LOG = LoggerFactory.getLogger(StorageVerticle.class);

  private final StorageConfig config;

  public StorageVerticle(StorageConfig config, Node node) {
    super("storage", node);
    this.config = config;
  }

  @Override
  protected Future<?> open(ServiceScope scope) {
    Node node = scope.node();
    FreeSpace space =
        new FreeSpace(scope.vertx().fileSystem(), node.data().root(), config.minimumFree());
    LocalStorage files =
        new LocalStorage(
            space, new FileIntake(node.data()), new BlobLayout(node.data()), node.pools());
    scope.health("space", space::demand);
    return scope
        .database()
        .onSuccess(database -> serve(scope, files, database))
        .compose(ready -> files.sweep(Instant.now().minus(config.stagingLife())))
        .onSuccess(StorageVerticle::report);
  }

  private static void serve(ServiceScope scope, LocalStorage files, Database database) {
    FileManager manager =
        new FileManager(
            files, new MetadataManager(database), () -> CallContext.currentOrSystem().tenant());
    scope.serve(StorageMessages.COMMIT, manager::commit);
    scope.serve(StorageMessages.FIND, manager::find);
    scope.serve(StorageMessages.REMEMBER, manager::remember);
    scope.serve(StorageMessages.RECALL, manager::recall);
  }

  private static void report(int swept) {
    if (swept > 0) {
      LOG.info("Removed {} left-over staged files", swept);
    }
  }
}
