package io.moneyprinter.storage;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.config.Flag;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.FindBlob;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.database.Database;
import io.moneyprinter.platform.flags.Flags;
import io.moneyprinter.platform.service.ServiceScope;
import io.moneyprinter.storage.cdn.CdnAddresses;
import io.moneyprinter.storage.cdn.CdnConfig;
import io.moneyprinter.storage.home.HomeBooks;
import io.moneyprinter.storage.links.LinkBooks;
import io.moneyprinter.storage.links.LinkGate;
import io.moneyprinter.storage.links.LinkKeyStore;
import io.moneyprinter.storage.links.LinkReminder;
import io.moneyprinter.storage.links.Links;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** How files leave the store: by links, and in stretches. */
final class HandingOut {
  private static final Duration TIDYING = Duration.ofHours(6);
  private static final Duration REMINDING = Duration.ofMinutes(15);

  private final StorageConfig config;
  private final MetadataManager books;
  private final HomeBooks homes;
  private final Function<FindBlob, Future<Blob>> find;
  private final RangeRead ranges;

  /**
   * @param find the entry of a file; {@code NOT_FOUND} when nobody has it
   */
  HandingOut(
      StorageConfig config,
      MetadataManager books,
      HomeBooks homes,
      Function<FindBlob, Future<Blob>> find,
      RangeRead ranges) {
    this.config = config;
    this.books = books;
    this.homes = homes;
    this.find = find;
    this.ranges = ranges;
  }

  /** Serves the messages. */
  Future<Void> open(ServiceScope scope, Database database) {
    LinkBooks links = new LinkBooks(database);
    Flags flags = Flags.follow(scope);
    scope.serve(StorageMessages.READ_STRETCH, ranges::read);
    Upkeep.repeat(scope, TIDYING, () -> links.forget(Instant.now()), "Links of old");
    LinkReminder reminder = new LinkReminder(database, scope.bus());
    Upkeep.repeat(scope, REMINDING, () -> reminder.round(Instant.now()), "Links that expire");
    Clock clock = Clock.systemUTC();
    return new LinkKeyStore(database)
        .signer(config.links())
        .onSuccess(
            signer -> {
              Links desk = new Links(new Entries(), links, signer, config.links(), clock);
              scope.serve(
                  StorageMessages.CREATE_LINK,
                  wish -> {
                    demandLinks(flags, CallContext.currentOrSystem().tenant());
                    return desk.create(wish);
                  });
              scope.serve(StorageMessages.LIST_LINKS, desk::list);
              scope.serve(StorageMessages.REVOKE_LINK, desk::revoke);
              LinkGate gate = new LinkGate(links, signer, elsewhere(), clock);
              scope.serve(
                  StorageMessages.OPEN_LINK,
                  wish ->
                      gate.open(wish)
                          .map(
                              opened -> {
                                demandLinks(flags, opened.link().tenant());
                                return opened;
                              }));
              scope.serve(StorageMessages.TAKE_LINK, gate::take);
            })
        .mapEmpty();
  }

  private static void demandLinks(Flags flags, String tenant) {
    if (!flags.on(Flag.SHARE_LINKS, tenant)) {
      throw ServiceFailure.unavailable(
          "Links to files rest for now: the operators have switched them off ("
              + Flag.SHARE_LINKS.key()
              + ")");
    }
  }

  private LinkGate.Elsewhere elsewhere() {
    CdnConfig cdn = config.cdn();
    if (cdn.domain().isEmpty()) {
      return LinkGate.Elsewhere.nowhere();
    }
    String prefix = config.buckets().get(cdn.bucket().orElseThrow()).prefix();
    return new CdnAddresses(cdn, prefix, homes)::of;
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
