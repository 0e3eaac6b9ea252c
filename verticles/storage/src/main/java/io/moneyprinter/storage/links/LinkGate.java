package io.moneyprinter.storage.links;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.OpenLink;
import io.moneyprinter.codecs.storage.OpenedLink;
import io.moneyprinter.codecs.storage.TakeLink;
import io.moneyprinter.codecs.storage.TakenLink;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Lets those through who come with a link, as long as it is good. */
public final class LinkGate {
  /** How long after its beginning a download may go on without being counted again. */
  private static final Duration REST = Duration.ofHours(1);

  /** Who may have a file besides the nodes. */
  @FunctionalInterface
  public interface Elsewhere {
    /**
     * Where the file of a link is to be fetched now; empty for from a node.
     *
     * @param caller network address of who followed the link; may be {@code null}
     */
    Future<Optional<String>> of(Link link, String caller, Instant now);

    /** The nodes hand everything out themselves. */
    static Elsewhere nowhere() {
      return (link, caller, now) -> Future.succeededFuture(Optional.empty());
    }
  }

  private final LinkBooks books;
  private final LinkSigner signer;
  private final Elsewhere elsewhere;
  private final Clock clock;

  public LinkGate(LinkBooks books, LinkSigner signer, Elsewhere elsewhere, Clock clock) {
    this.books = books;
    this.signer = signer;
    this.elsewhere = elsewhere;
    this.clock = clock;
  }

  /** Answers {@link io.moneyprinter.codecs.storage.StorageMessages#OPEN_LINK}. */
  public Future<OpenedLink> open(OpenLink wish) {
    return books
        .find(wish.id())
        .compose(
            found -> {
              StoredLink link = found.orElseThrow(Links.NO_LINK);
              if (!signed(link, wish)) {
                throw new ServiceFailure(
                    FailureCode.FORBIDDEN,
                    "This link is not whole, or was changed: ask for it once more");
              }
              OpenedLink.State state = state(link, clock.instant());
              if (state == OpenedLink.State.GOOD && link.size() == 0) {
                throw ServiceFailure.notFound("The file of this link is gone");
              }
              Link open = link.shown(signer);
              return place(open, state, wish.caller())
                  .map(place -> new OpenedLink(open, state, place.orElse(null)));
            });
  }

  private Future<Optional<String>> place(Link link, OpenedLink.State state, String caller) {
    return state == OpenedLink.State.GOOD
        ? elsewhere.of(link, caller, clock.instant())
        : Future.succeededFuture(Optional.empty());
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
              boolean rest =
                  !wish.fromBeginning() && underWay(found.orElseThrow(Links.NO_LINK), now);
              return rest ? Future.succeededFuture(true) : books.take(wish.id(), now);
            })
        .map(TakenLink::new);
  }
}
