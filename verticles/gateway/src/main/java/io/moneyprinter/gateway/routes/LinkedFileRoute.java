package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.LinkDisposition;
import io.moneyprinter.codecs.storage.OpenedLink;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.storage.TakeLink;
import io.moneyprinter.gateway.archive.ZipAnswer;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.SecurityHeaders;
import io.moneyprinter.platform.blobs.Blobs;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.Set;

/** Hands files to whoever has a link to them. The link is the credential. */
public final class LinkedFileRoute {
  static final String PATH = "/files/";

  private final Vertx vertx;
  private final Blobs blobs;
  private final LinkVisit visits;
  private final ZipAnswer archives;

  public LinkedFileRoute(Vertx vertx, Blobs blobs, ZipAnswer archives) {
    this.vertx = vertx;
    this.blobs = blobs;
    this.archives = archives;
    this.visits = new LinkVisit(vertx.eventBus());
  }

  public void mount(Api api) {
    api.get(PATH + ":id", Scope.PUBLIC, this::open);
  }

  private Future<?> open(RoutingContext ctx) {
    return visits
        .of(ctx)
        .compose(
            found -> {
              OpenedLink opened = found.opened();
              if (leadsToAll(opened.link())) {
                return sendAll(ctx, opened.link(), found.job());
              }
              return opened.elsewhere() == null
                  ? send(ctx, opened.link()).mapEmpty()
                  : sendOn(ctx, opened);
            });
  }

  /** Whether it is to all files of a video, which no bucket has as one. */
  static boolean leadsToAll(Link link) {
    return link.subject() != null && link.subject().endsWith("/" + ArchiveRoutes.FILE);
  }

  private Future<Void> sendAll(RoutingContext ctx, Link link, Optional<Job> job) {
    if (job.isEmpty() || job.get().result() == null) {
      throw ServiceFailure.notFound("The video of this link is gone");
    }
    boolean counts = ctx.request().method().equals(HttpMethod.GET);
    return (counts ? take(link, new ByteRange.Whole()) : Future.<Void>succeededFuture())
        .compose(
            granted -> ArchiveRoutes.send(ctx, archives, job.get(), Set.of(), link.fileName()));
  }

  /** Where it is to be fetched is good for a short while only, and only for this caller. */
  private Future<Void> sendOn(RoutingContext ctx, OpenedLink opened) {
    boolean counts = ctx.request().method().equals(HttpMethod.GET);
    Future<Void> taken =
        counts
            ? take(
                opened.link(),
                ByteRange.of(ctx.request().getHeader("Range"), opened.link().blob().size()))
            : Future.succeededFuture();
    return taken.compose(
        granted ->
            ctx.response()
                .setStatusCode(302)
                .putHeader("Location", opened.elsewhere())
                .putHeader("Cache-Control", "no-store")
                .end());
  }

  private Future<?> send(RoutingContext ctx, Link link) {
    HttpServerResponse response = ctx.response();
    response
        .putHeader("Cache-Control", "private, no-cache")
        .putHeader("Content-Security-Policy", SecurityHeaders.SANDBOX_POLICY)
        .putHeader("Content-Disposition", disposition(link));
    // A link is made to be followed from elsewhere.
    response.putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    Blob blob = link.blob();
    return new RangedAnswer(ctx.request(), blob, blob.mediaType())
        .send(range -> take(link, range).compose(taken -> bytes(blob)));
  }

  private Future<Void> take(Link link, ByteRange range) {
    return StorageMessages.TAKE_LINK
        .ask(vertx.eventBus(), new TakeLink(link.id(), range.fromBeginning()))
        .map(
            taken -> {
              if (!taken.granted()) {
                throw LinkVisit.spent();
              }
              return null;
            });
  }

  private Future<FileBytes> bytes(Blob blob) {
    return blobs
        .here(blob)
        .map(
            here ->
                here.<FileBytes>map(file -> new DiskBytes(vertx, file))
                    .orElseGet(() -> new StoredBytes(vertx.eventBus(), blob)));
  }

  private static String disposition(Link link) {
    String kind = link.disposition() == LinkDisposition.ATTACHMENT ? "attachment" : "inline";
    return kind + DownloadName.parameters(link.fileName());
  }
}
