package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Rendition;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.video.CutFootage;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.web.PublicDownload;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Fetches only the beginning of a long clip, where its server knows ranges (RFC 9110, section 14)
 * and its index stands in front, and has a whole file made of it.
 */
final class HeadFetcher {
  private static final long FIRST = 256 << 10;

  /** A clip is not equally dense everywhere. */
  private static final double DENSER = 1.4;

  /** Up to this share of a file its beginning is worth the trouble. */
  private static final double WORTH = 0.7;

  private final Node node;
  private final PublicDownload download;
  private final SourceMeters meters;

  HeadFetcher(Node node, PublicDownload download, SourceMeters meters) {
    this.node = node;
    this.download = download;
    this.meters = meters;
  }

  /** Whether so much more would come than is needed that the beginning is asked for. */
  static boolean worth(Candidate candidate, double seconds) {
    return candidate.kind() == Candidate.Kind.VIDEO
        && candidate.seconds() != null
        && seconds < candidate.seconds() * WORTH;
  }

  /** The clip's beginning as a whole file. Fails where it cannot be had; then fetch the whole. */
  Future<Blob> fetch(Candidate candidate, Rendition file, double seconds) {
    StagedFile first = node.blobs().stage(".head");
    return download
        .to(first.path(), FileFetcher.POINTER, file.url(), FIRST)
        .onSuccess(got -> meters.fetched(candidate.source(), got.bytes()))
        .compose(
            got ->
                node.pools()
                    .run(
                        Pool.MEDIA, () -> enough(got, first.path(), seconds / candidate.seconds())))
        .eventually(() -> discarded(first))
        .compose(bytes -> head(candidate, file, bytes))
        .compose(
            head ->
                VideoMessages.CUT_FOOTAGE.ask(
                    node.vertx().eventBus(), new CutFootage(head, seconds)));
  }

  private Future<Void> discarded(StagedFile file) {
    return node.pools()
        .run(
            Pool.MEDIA,
            () -> {
              node.blobs().discard(file);
              return null;
            });
  }

  private static long enough(PublicDownload.Got got, Path first, double share) throws IOException {
    byte[] beginning;
    try (InputStream in = Files.newInputStream(first)) {
      beginning = in.readNBytes((int) FIRST);
    }
    long media = got.partial() && got.total() > 0 ? FastStart.mediaAt(beginning) : -1;
    long bytes = media + FIRST + (long) ((got.total() - media) * share * DENSER);
    if (media < 0 || bytes > got.total() * WORTH) {
      throw ServiceFailure.invalid(FileFetcher.POINTER, "The beginning alone is not to be had");
    }
    return bytes;
  }

  private Future<Blob> head(Candidate candidate, Rendition file, long bytes) {
    StagedFile staged = node.blobs().stage(".head");
    return download
        .to(staged.path(), FileFetcher.POINTER, file.url(), bytes)
        .onSuccess(got -> meters.fetched(candidate.source(), got.bytes()))
        .compose(
            got ->
                // Only until the whole file is made of it.
                node.blobs().commit(staged, "video/mp4", "materials", StorageClass.TEMPORARY))
        .onFailure(cause -> node.blobs().discard(staged));
  }
}
