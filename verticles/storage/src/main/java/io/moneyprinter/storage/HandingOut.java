package io.moneyprinter.storage;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.FindBlob;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.storage.links.LinkBooks;
import io.moneyprinter.storage.links.LinkKeyStore;
import io.moneyprinter.storage.links.Links;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** How files leave the store: by links, and in stretches. */
final class HandingOut {
  private static final Duration TIDYING = Duration.ofHours(6);

  private final StorageConfig config;
  private final MetadataManager books;
  private final Function<FindBlob, Future<Blob>> find;
  private final RangeRead ranges;

  /**
   * @param find the entry of a file; {@code NOT_FOUND} when nobody has it
   */
  HandingOut(
      StorageConfig config,
      MetadataManager books,
      Function<FindBlob, Future<Blob>> find,
      RangeRead ranges) {
    this.config = config;
    this.books = books;
    this.find = find;
    this.ranges = ranges;
  }

  /** Serves the messages. */
  Future<Void> open(ServiceScope scope, Database database) {
    LinkBooks links = new LinkBooks(database);
    scope.serve(StorageMessages.READ_STRETCH, ranges::read);
    Upkeep.repeat(scope, TIDYING, () -> links.forget(Instant.now()), "Links of old");
    return Links.open(
            new Entries(), links, new LinkKeyStore(database), config.links(), Clock.systemUTC())
        .onSuccess(
            open -> {
              scope.serve(StorageMessages.CREATE_LINK, open::create);
              scope.serve(StorageMessages.LIST_LINKS, open::list);
              scope.serve(StorageMessages.REVOKE_LINK, open::revoke);
              scope.serve(StorageMessages.OPEN_LINK, open::open);
              scope.serve(StorageMessages.TAKE_LINK, open::take);
            })
        .mapEmpty();
  }

  private final class Entries implements Links.Files {
    @Override
    public Future<Blob> find(String key) {
      return find.apply(new FindBlob(key));
    }

    @Override
    public Future<Boolean> ownedBy(String key, String tenant) {
      return books.ownedBy(key, tenant);
    }
  }
}
