package io.moneyprinter.storage.links;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CreateLink;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkList;
import io.moneyprinter.codecs.storage.ListLinks;
import io.moneyprinter.codecs.storage.OpenLink;
import io.moneyprinter.codecs.storage.OpenedLink;
import io.moneyprinter.codecs.storage.RevokeLink;
import io.moneyprinter.codecs.storage.TakeLink;
import io.moneyprinter.codecs.storage.TakenLink;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Makes, lists, checks and ends links. */
public final class Links {
  /** How long after its beginning a download may go on without being counted again. */
  private static final Duration REST = Duration.ofHours(1);

  private static final int LONGEST_PAGE = 100;

  private static final Supplier<ServiceFailure> NO_LINK =
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

  private Links(Files files, LinkBooks books, LinkSigner signer, LinksConfig config, Clock clock) {
    this.files = files;
    this.books = books;
    this.signer = signer;
    this.fresh = new NewLink(config);
    this.clock = clock;
  }

  /** Reads the keys, or makes the first one. */
  public static Future<Links> open(
      Files files, LinkBooks books, LinkKeyStore keys, LinksConfig config, Clock clock) {
    return keys.signer(config).map(signer -> new Links(files, books, signer, config, clock));
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
              return books.add(link).map(added -> shown(link));
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
                  page.stream().map(this::shown).toList(), found.size() > wish.limit());
            });
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#REVOKE_LINK}. */
  public Future<Link> revoke(RevokeLink wish) {
    String tenant = CallContext.currentOrSystem().tenant();
    return books
        .revoke(wish.id(), tenant, clock.instant())
        .compose(revoked -> books.find(wish.id()))
        .map(found -> shown(found.filter(l -> l.tenant().equals(tenant)).orElseThrow(NO_LINK)));
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#OPEN_LINK}. */
  public Future<OpenedLink> open(OpenLink wish) {
    return books
        .find(wish.id())
        .map(
            found -> {
              StoredLink link = found.orElseThrow(NO_LINK);
              if (!signed(link, wish)) {
                throw new ServiceFailure(
                    FailureCode.FORBIDDEN,
                    "This link is not whole, or was changed: ask for it once more");
              }
              OpenedLink.State state = state(link, clock.instant());
              if (state == OpenedLink.State.GOOD && link.size() == 0) {
                throw ServiceFailure.notFound("The file of this link is gone");
              }
              return new OpenedLink(shown(link), state, null);
            });
  }

  /** What stands in the address has to be what was signed, to the letter. */
  private boolean signed(StoredLink link, OpenLink wish) {
    return wish.expires() != null
        && wish.signature() != null
        && wish.expires().equals(Long.toString(link.claims().expires()))
        && signer.accepts(link.claims(), wish.signature());
  }

  private static OpenedLink.State state(StoredLink link, Instant now) {
    if (link.revokedAt() != null) {
      return OpenedLink.State.REVOKED;
    }
    if (!now.isBefore(link.expiresAt())) {
      return OpenedLink.State.EXPIRED;
    }
    return spent(link) && !underWay(link, now) ? OpenedLink.State.SPENT : OpenedLink.State.GOOD;
  }

  private static boolean spent(StoredLink link) {
    return link.maxDownloads() != null && link.downloads() >= link.maxDownloads();
  }

  private static boolean underWay(StoredLink link, Instant now) {
    return link.takenAt() != null && now.isBefore(link.takenAt().plus(REST));
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#TAKE_LINK}. */
  public Future<TakenLink> take(TakeLink wish) {
    Instant now = clock.instant();
    return books
        .find(wish.id())
        .compose(
            found -> {
              boolean rest = !wish.fromBeginning() && underWay(found.orElseThrow(NO_LINK), now);
              return rest ? Future.succeededFuture(true) : books.take(wish.id(), now);
            })
        .map(TakenLink::new);
  }

  private Link shown(StoredLink link) {
    long expires = link.claims().expires();
    return new Link(
        link.id(),
        link.tenant(),
        link.subject(),
        new Blob(link.blobKey(), link.size(), link.mediaType()),
        link.fileName(),
        link.disposition(),
        "/files/" + link.id() + "?exp=" + expires + "&sig=" + signer.sign(link.claims()),
        link.createdAt(),
        link.expiresAt(),
        link.maxDownloads(),
        link.downloads(),
        link.revokedAt());
  }
}
