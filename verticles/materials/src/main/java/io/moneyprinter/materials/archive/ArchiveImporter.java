package io.moneyprinter.materials.archive;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.materials.asset.AssetFile;
import io.moneyprinter.materials.folder.Tags;
import io.moneyprinter.materials.inspection.FileInspector;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Makes stored files of a ZIP archive. One with anything bad in it is refused whole, with all that
 * is wrong, and nothing of it is kept; nothing is put into the store before all of it was looked
 * at. Names in the archive never become paths.
 */
public final class ArchiveImporter {
  private static final byte[] SIGNATURE = {'P', 'K', 3, 4};
  private static final byte[] EMPTY = {'P', 'K', 5, 6};

  private final Node node;
  private final FileInspector inspector;
  private final ArchiveLimits limits;

  public ArchiveImporter(Node node, FileInspector inspector, ArchiveLimits limits) {
    this.node = node;
    this.inspector = inspector;
    this.limits = limits;
  }

  /** A file with its place in the archive, taken out of it. */
  private record Unpacked(PackedFile packed, StagedFile file) {}

  /** A file that can be kept. */
  private record Good(PackedFile packed, FileInspector.Finding finding) {}

  /** Whether a file is a ZIP archive, by its first bytes. Blocking. */
  public boolean recognises(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] head = in.readNBytes(SIGNATURE.length);
      return Arrays.equals(head, SIGNATURE) || Arrays.equals(head, EMPTY);
    }
  }

  /**
   * The archive's files in the store. Fails with {@code INVALID} and one violation for each bad
   * entry, or {@code RESOURCE} for want of space.
   *
   * @param details what goes for all files
   * @param room bytes that they may have, all together
   */
  public Future<List<AssetFile>> unpack(Path archive, UploadDetails details, long room) {
    List<StagedFile> staged = new ArrayList<>();
    return node.pools()
        .run(Pool.MEDIA, () -> unpackAll(archive, room, staged))
        .compose(files -> look(files, 0, new ArrayList<>(), new ArrayList<>()))
        .compose(good -> keep(good, details, 0, new ArrayList<>()))
        .onComplete(any -> staged.forEach(node.blobs()::discard));
  }

  private List<Unpacked> unpackAll(Path archive, long room, List<StagedFile> staged)
      throws IOException {
    try (ZipFile zip = open(archive)) {
      List<PackedFile> files = ZipListing.of(zip, limits);
      long bytes = files.stream().mapToLong(file -> file.entry().getSize()).sum();
      if (bytes > room) {
        throw ServiceFailure.invalid(
            "/file",
            "The archive unpacks to "
                + bytes
                + " bytes, and the library has room for "
                + room
                + ": delete what is not needed, or raise materials.library.tenant-size");
      }
      demandSpace(bytes);
      List<Unpacked> all = new ArrayList<>();
      for (PackedFile file : files) {
        StagedFile target = node.blobs().stage("");
        staged.add(target);
        Unpacker.unpack(zip, file, target.path());
        all.add(new Unpacked(file, target));
      }
      return all;
    }
  }

  private static ZipFile open(Path archive) {
    try {
      return ZipFile.builder().setPath(archive).get();
    } catch (IOException | RuntimeException e) {
      // The library throws both at directories that lead nowhere.
      throw ServiceFailure.invalid(
          "/file", "The ZIP archive is damaged (" + e.getMessage() + "): pack it again");
    }
  }

  private void demandSpace(long bytes) throws IOException {
    long free = Files.getFileStore(node.data().staging()).getUsableSpace();
    if (bytes > free) {
      throw new ServiceFailure(
          FailureCode.RESOURCE,
          "The archive unpacks to "
              + bytes
              + " bytes, and only "
              + free
              + " are free: free some space, then finish the upload again");
    }
  }

  /** One file after the other: each keeps a decoder busy by itself. */
  private Future<List<Good>> look(
      List<Unpacked> files, int at, List<Good> good, List<Violation> problems) {
    if (at == files.size()) {
      return problems.isEmpty()
          ? Future.succeededFuture(good)
          : Future.failedFuture(ServiceFailure.invalid(Problems.sentence(problems), problems));
    }
    Unpacked file = files.get(at);
    return inspector
        .look(file.file())
        .onSuccess(found -> good.add(new Good(file.packed(), found)))
        .recover(
            cause -> {
              ServiceFailure failure = ServiceFailure.from(cause);
              if (failure.code() != FailureCode.INVALID) {
                return Future.failedFuture(failure);
              }
              problems.add(
                  Problems.of(file.packed().path(), "cannot be used. " + failure.getMessage()));
              return Future.succeededFuture(null);
            })
        .compose(looked -> look(files, at + 1, good, problems));
  }

  private Future<List<AssetFile>> keep(
      List<Good> good, UploadDetails details, int at, List<AssetFile> kept) {
    if (at == good.size()) {
      return Future.succeededFuture(kept);
    }
    Good file = good.get(at);
    UploadDetails own =
        new UploadDetails(
            file.packed().name(),
            null,
            details.description(),
            Tags.joined(details.tags(), Tags.ofName(file.packed().path())),
            details.collections(),
            null);
    return inspector
        .keep(file.finding(), own)
        .onSuccess(kept::add)
        .compose(one -> keep(good, details, at + 1, kept));
  }
}
