package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.ProbeMedia;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.materials.folder.MediaType;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.web.PublicDownload;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts files of sources into the store, and finds out what they really are. */
final class PictureStore {
  private final Node node;
  private final PublicDownload download;
  private final SourceMeters meters;

  PictureStore(Node node, PublicDownload download, SourceMeters meters) {
    this.node = node;
    this.download = download;
    this.meters = meters;
  }

  /** Puts a picture that came as bytes into the store. */
  Future<Blob> store(Buffer bytes) {
    StagedFile staged = node.blobs().stage(".part");
    return node.pools()
        .run(Pool.MEDIA, () -> Files.write(staged.path(), bytes.getBytes()))
        .compose(written -> store(staged));
  }

  /** Fetches a file into the store that a source says nothing else of. */
  Future<Blob> store(String source, String address) {
    StagedFile staged = node.blobs().stage(".part");
    return download
        .to(staged.path(), FileFetcher.POINTER, address, 0)
        .onSuccess(got -> meters.fetched(source, got.bytes()))
        .compose(got -> store(staged));
  }

  private Future<Blob> store(StagedFile staged) {
    return node.pools()
        .run(Pool.MEDIA, () -> typeOf(staged.path()))
        .compose(type -> node.blobs().commit(staged, type.mediaType(), "materials"))
        .onFailure(cause -> node.blobs().discard(staged));
  }

  private static MediaType typeOf(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(MediaType.HEAD);
    }
    return MediaType.of(head)
        .filter(MediaType::shown)
        .orElseThrow(
            () ->
                ServiceFailure.invalid(
                    FileFetcher.POINTER, "What came is no picture or clip that is known"));
  }

  /** Looks at a stored file with the video service, as at every file from outside. */
  Future<Picture> look(Candidate candidate, Blob blob) {
    return VideoMessages.PROBE
        .ask(node.vertx().eventBus(), new ProbeMedia(blob))
        .map(info -> picture(candidate, blob, info));
  }

  private static Picture picture(Candidate candidate, Blob blob, MediaInfo info) {
    if (info.kind() == MediaInfo.Kind.STILL && candidate.kind() == Candidate.Kind.STILL) {
      return new Picture.Still(blob, info.width(), info.height());
    }
    if (info.kind() == MediaInfo.Kind.VIDEO && candidate.kind() == Candidate.Kind.VIDEO) {
      return new Picture.Footage(
          blob,
          info.width(),
          info.height(),
          info.seconds(),
          info.audio() ? true : null,
          info.hdr(),
          info.alpha());
    }
    throw ServiceFailure.invalid(
        FileFetcher.POINTER,
        candidate.key() + " is not what its source says: it is " + info.kind());
  }
}
