package io.moneyprinter.materials.upload;

import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.CheckUpload;
import io.moneyprinter.codecs.materials.CheckedUpload;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.materials.archive.ArchiveImporter;
import io.moneyprinter.materials.inspection.FileInspector;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.util.List;

/**
 * Looks at the bytes of an upload as if they came to stay, and keeps nothing. As when it is
 * finished, the file leaves the folder that can be written to before anybody looks at it; it goes
 * back afterwards. The upload is open all the time, so that nobody finishes it should the node die
 * meanwhile.
 */
public final class UploadTrial {
  private final Node node;
  private final UploadBytes bytes;
  private final UploadStore store;
  private final UploadDesk desk;
  private final UploadFinisher finisher;
  private final FileInspector inspector;
  private final ArchiveImporter archives;

  public UploadTrial(
      Node node,
      UploadStore store,
      UploadDesk desk,
      UploadFinisher finisher,
      FileInspector inspector,
      ArchiveImporter archives) {
    this.node = node;
    this.bytes = new UploadBytes(node);
    this.store = store;
    this.desk = desk;
    this.finisher = finisher;
    this.inspector = inspector;
    this.archives = archives;
  }

  /** Answers {@link io.moneyprinter.codecs.materials.LibraryMessages#CHECK_UPLOAD}. */
  public Future<CheckedUpload> check(String tenant, CheckUpload wish) {
    StagedFile staged = node.blobs().stage("");
    Future<UploadDetails> details =
        wish.details() == null ? Future.succeededFuture(null) : desk.check(tenant, wish.details());
    return store
        .get(tenant, wish.id())
        .compose(found -> finisher.complete(found.upload()))
        .compose(whole -> details)
        .compose(said -> look(wish.id(), staged));
  }

  private Future<CheckedUpload> look(String id, StagedFile staged) {
    return bytes
        .seal(id, staged)
        .compose(moved -> node.pools().run(Pool.MEDIA, () -> Files.size(staged.path())))
        .compose(
            size ->
                node.pools()
                    .run(Pool.MEDIA, () -> archives.recognises(staged.path()))
                    .compose(archive -> archive ? archive(size) : media(size, staged)))
        .eventually(() -> bytes.putBack(id, staged.name()));
  }

  private static Future<CheckedUpload> archive(long size) {
    return Future.succeededFuture(
        new CheckedUpload(
            size,
            true,
            null,
            List.of(
                new Violation(
                    "/file",
                    "This is an archive: what it holds is looked at when it is unpacked"))));
  }

  private Future<CheckedUpload> media(long size, StagedFile staged) {
    return inspector
        .look(staged)
        .map(
            found ->
                new CheckedUpload(
                    size,
                    false,
                    found.info(),
                    found.info() == null
                        ? List.of(
                            new Violation(
                                "/file",
                                "Whether it can be decoded cannot be seen now; by its first bytes"
                                    + " it is "
                                    + found.type().mediaType()))
                        : List.of()));
  }
}
