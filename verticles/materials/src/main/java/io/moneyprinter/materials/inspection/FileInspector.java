package io.moneyprinter.materials.inspection;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.MediaPortrait;
import io.moneyprinter.codecs.video.PortrayMedia;
import io.moneyprinter.codecs.video.ProbeMedia;
import io.moneyprinter.codecs.video.ProbeStaged;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.materials.asset.AssetFile;
import io.moneyprinter.materials.folder.MediaType;
import io.moneyprinter.materials.look.Appearances;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what a file is by its bytes, before it goes into the store, and keeps it there. What
 * its sender said of it plays no part.
 */
public final class FileInspector {
  private static final Logger LOG = LoggerFactory.getLogger(FileInspector.class);

  private static final Set<MediaType> TAKEN = EnumSet.complementOf(EnumSet.of(MediaType.CUBE));

  private final Node node;
  private final Appearances appearances;

  public FileInspector(Node node, Appearances appearances) {
    this.appearances = appearances;
    this.node = node;
  }

  /**
   * What a staged file was found to be.
   *
   * @param info {@code null} when this node cannot look at it before it is in the store
   */
  public record Finding(StagedFile file, MediaType type, MediaInfo info) {}

  /** Looks at a staged file; {@code INVALID} for what cannot be kept. */
  public Future<Finding> look(StagedFile file) {
    return node.pools()
        .run(Pool.MEDIA, () -> sniff(file.path()))
        .compose(
            type ->
                probe(file)
                    .recover(
                        cause ->
                            unseen(cause)
                                ? Future.succeededFuture(null)
                                : Future.failedFuture(cause))
                    .map(info -> new Finding(file, type, info)));
  }

  private Future<MediaInfo> probe(StagedFile file) {
    return node.pools()
        .run(Pool.MEDIA, () -> Files.size(file.path()))
        .compose(
            size ->
                VideoMessages.PROBE_STAGED.askHere(
                    node.vertx().eventBus(), new ProbeStaged(file.name(), size)));
  }

  private static boolean unseen(Throwable cause) {
    FailureCode code = ServiceFailure.from(cause).code();
    return code == FailureCode.NOT_FOUND || code == FailureCode.UNAVAILABLE;
  }

  private static MediaType sniff(Path file) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw ServiceFailure.invalid("/file", "This is no plain file: send the file itself");
    }
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      MediaType type =
          MediaType.of(in.readNBytes(MediaType.HEAD))
              .filter(TAKEN::contains)
              .orElseThrow(
                  () ->
                      ServiceFailure.invalid(
                          "/file",
                          "The file is none of JPEG, PNG, WebP, MP4, MOV, WebM, MKV, WAV, MP3, M4A,"
                              + " OGG and FLAC, whatever its name says: save it as one of these"));
      Polyglot.refuse(file);
      return type;
    }
  }

  /** Takes a file that was looked at into the store, and has it portrayed. */
  public Future<AssetFile> keep(Finding found, UploadDetails details) {
    return node.blobs()
        .commit(found.file(), mediaType(found), "materials")
        .compose(
            blob ->
                (found.info() == null
                        ? VideoMessages.PROBE.ask(node.vertx().eventBus(), new ProbeMedia(blob))
                        : Future.succeededFuture(found.info()))
                    .compose(
                        info ->
                            portray(blob, info)
                                .compose(
                                    portrait ->
                                        appearances
                                            .see(Appearances.Subject.of(blob, info))
                                            .map(
                                                seen ->
                                                    new AssetFile(
                                                        details, blob, info, portrait)))));
  }

  /** A clip without a picture is a sound, whatever its container. */
  private static String mediaType(Finding found) {
    String type = found.type().mediaType();
    boolean sound = found.info() != null && found.info().kind() == MediaInfo.Kind.AUDIO;
    return sound ? type.replaceFirst("^video/", "audio/") : type;
  }

  /** A material without a thumbnail is better than none. */
  private Future<MediaPortrait> portray(Blob blob, MediaInfo info) {
    if (info.kind() == MediaInfo.Kind.AUDIO) {
      return Future.succeededFuture(null);
    }
    return VideoMessages.PORTRAY
        .ask(node.vertx().eventBus(), new PortrayMedia(blob, info))
        .recover(
            cause -> {
              LOG.warn("No thumbnail of {}: {}", blob.key(), cause.getMessage());
              return Future.succeededFuture(null);
            });
  }
}
