package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Rendition;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Brings files into the store and finds out what they really are. A file that was fetched before,
 * by any node, is taken from the store.
 */
public final class FileFetcher {
  /** What a failure points to: the brief says where pictures come from, not which. */
  static final String POINTER = "/materials/source";

  /** Files of one candidate that are tried. */
  private static final int TRIES = 2;

  private final Node node;
  private final PublicDownload download;
  private final SourceMeters meters;
  private final long mostBytes;

  /**
   * @param mostBytes of one file, as the download is limited to
   */
  public FileFetcher(Node node, PublicDownload download, SourceMeters meters, long mostBytes) {
    this.node = node;
    this.download = download;
    this.meters = meters;
    this.mostBytes = mostBytes;
  }

  /** The best of the candidate's files that turns out to be of use. */
  public Future<Fetched> fetch(Candidate candidate, Wanted wanted) {
    List<Rendition> files = RenditionChoice.inOrder(candidate, wanted, mostBytes);
    if (files.isEmpty()) {
      return Future.failedFuture(
          ServiceFailure.invalid(
              POINTER,
              candidate.key()
                  + " has no file of at most "
                  + mostBytes
                  + " bytes that can be shown"));
    }
    return fetch(candidate, files, 0);
  }

  private Future<Fetched> fetch(Candidate candidate, List<Rendition> files, int at) {
    return bring(candidate, files.get(at))
        .recover(
            cause ->
                at + 1 < Math.min(TRIES, files.size())
                        && ServiceFailure.from(cause).code() == FailureCode.INVALID
                    ? fetch(candidate, files, at + 1)
                    : Future.failedFuture(cause));
  }

  private Future<Fetched> bring(Candidate candidate, Rendition file) {
    String key = workKey(candidate, file);
    return node.blobs()
        .recall(key)
        .compose(
            known ->
                known.isPresent()
                    ? picture(candidate, known.get())
                        .onSuccess(found -> meters.came(candidate.source(), "reused"))
                        .map(found -> new Fetched(candidate, found, file, true))
                    : downloaded(candidate, file)
                        .compose(blob -> picture(candidate, blob).compose(p -> kept(key, blob, p)))
                        .onSuccess(found -> meters.came(candidate.source(), "fetched"))
                        .onFailure(cause -> meters.failed(candidate.source(), cause))
                        .map(found -> new Fetched(candidate, found, file, false)));
  }

  private Future<Picture> kept(String key, Blob blob, Picture picture) {
    return node.blobs().remember(key, blob).map(noted -> picture);
  }

  private Future<Blob> downloaded(Candidate candidate, Rendition file) {
    return store(candidate.source(), file.url());
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
        .to(staged.path(), POINTER, address, 0)
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
            () -> ServiceFailure.invalid(POINTER, "What came is no picture or clip that is known"));
  }

  /** Looks at a stored file with the video service, as at every file from outside. */
  Future<Picture> picture(Candidate candidate, Blob blob) {
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
        POINTER, candidate.key() + " is not what its source says: it is " + info.kind());
  }

  /** Addresses carry tokens that change; what does not is their path, and the size. */
  private static String workKey(Candidate candidate, Rendition file) {
    String path = file.url().replaceFirst("[?#].*", "");
    String text =
        String.join(
            "\n",
            "material-1",
            candidate.source(),
            candidate.id(),
            path,
            file.width() + "x" + file.height());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
