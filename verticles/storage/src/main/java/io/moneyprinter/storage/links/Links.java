package io.moneyprinter.storage.links;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CreateLink;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkList;
import io.moneyprinter.codecs.storage.ListLinks;
import io.moneyprinter.codecs.storage.RevokeLink;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Makes, lists and ends links. */
public final class Links {
  private static final int LONGEST_PAGE = 100;

  static final Supplier<ServiceFailure> NO_LINK =
      () -> ServiceFailure.notFound("There is no such link");

  /** What the service knows of files. */
  public interface Files {
    /** The entry of a file; {@code NOT_FOUND} when nobody has it. */
    Future<Blob> find(String key);

    /** Whether a tenant stored the file itself. */
    Future<Boolean> ownedBy(String key, String tenant);
  }

  private final Files files;
  private final LinkBooks books;
  private final LinkSigner signer;
  private final NewLink fresh;
  private final Clock clock;

  public Links(Files files, LinkBooks books, LinkSigner signer, LinksConfig config, Clock clock) {
    this.files = files;
    this.books = books;
    this.signer = signer;
    this.fresh = new NewLink(config);
    this.clock = clock;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#CREATE_LINK}. */
  public Future<Link> create(CreateLink wish) {
    CallContext caller = CallContext.currentOrSystem();
    return files
        .find(wish.key())
        .compose(blob -> allowed(wish, blob, caller))
        .compose(
            blob -> {
              StoredLink link = fresh.of(wish, blob, caller, clock.instant());
              return books.add(link).map(added -> link.shown(signer));
            });
  }

  /** Who asks for a file of a video or a material was shown by its service to be its owner. */
  private Future<Blob> allowed(CreateLink wish, Blob blob, CallContext caller) {
    if (wish.subject() != null) {
      return Future.succeededFuture(blob);
    }
    return files
        .ownedBy(blob.key(), caller.tenant())
        .map(
            own -> {
              if (!own) {
                throw ServiceFailure.notFound("The store holds no file " + blob.key());
              }
              return blob;
            });
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#LIST_LINKS}. */
  public Future<LinkList> list(ListLinks wish) {
    if (wish.limit() < 1 || wish.limit() > LONGEST_PAGE) {
      throw ServiceFailure.invalid("/limit", "limit must be 1 to " + LONGEST_PAGE);
    }
    String tenant = CallContext.currentOrSystem().tenant();
    return books
        .page(tenant, wish.subject(), wish.after(), wish.limit())
        .map(
            found -> {
              List<StoredLink> page = found.subList(0, Math.min(found.size(), wish.limit()));
              return new LinkList(
                  page.stream().map(link -> link.shown(signer)).toList(),
                  found.size() > wish.limit());
            });
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#REVOKE_LINK}. */
  public Future<Link> revoke(RevokeLink wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    return books
        .revoke(wish.id(), tenant, clock.instant())
        .compose(revoked -> books.find(wish.id()))
        .map(found -> found.filter(l -> l.tenant().equals(tenant)).orElseThrow(NO_LINK))
        .map(link -> link.shown(signer));
  }
}
