package io.moneyprinter.materials.look;

import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.video.Appearance;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.web.PublicDownload;
import io.moneyprinter.platform.web.PublicHosts;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the thumbnails of candidates, which are fetched as safely as files are, but with less
 * patience. Safe to use from any thread.
 */
public final class Thumbnails implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
  private static final Duration TIME = Duration.ofSeconds(5);
  private static final long MOST_BYTES = 2L << 20;

  /** Sources that count a thumbnail as a request, of which they allow few. */
  private static final Set<String> COUNTING = Set.of("openverse");

  private final Node node;
  private final Appearances appearances;
  private final PublicDownload download;

  /**
   * @param hosts from which is fetched
   * @param agent what the program calls itself
   */
  public Thumbnails(Node node, Appearances appearances, PublicHosts hosts, String agent) {
    this.node = node;
    this.appearances = appearances;
    this.download =
        new PublicDownload(
            node.vertx(),
            node.pools(),
            hosts,
            new PublicDownload.Limits(TIME, TIME, MOST_BYTES, agent));
  }

  /** Whether a candidate has a thumbnail that may be fetched. */
  public boolean has(Candidate candidate) {
    String address = candidate.thumbnailUrl();
    return address != null && address.startsWith("http") && !COUNTING.contains(candidate.source());
  }

  /** How a candidate looks by its thumbnail; empty when that cannot be had. Never fails. */
  public Future<Optional<Appearance>> look(Candidate candidate) {
    return fetch(candidate)
        .compose(
            blob ->
                appearances.look(
                    candidate.key(), new Appearances.Subject(blob, MediaInfo.Kind.STILL, 0)))
        .map(Optional::ofNullable)
        .recover(
            cause -> {
              LOG.info("No thumbnail of {}: {}", candidate.key(), cause.getMessage());
              return Future.succeededFuture(Optional.empty());
            });
  }

  /** The thumbnail of a candidate that {@link #has} one, as it came. */
  public Future<Blob> fetch(Candidate candidate) {
    StagedFile staged = node.blobs().stage(".part");
    return download
        .to(staged.path(), "/materials/source", candidate.thumbnailUrl(), 0)
        .compose(
            got -> node.blobs().commit(staged, "image/jpeg", "materials", StorageClass.TEMPORARY))
        .onFailure(cause -> node.blobs().discard(staged));
  }

  @Override
  public void close() {
    download.close();
  }
}
