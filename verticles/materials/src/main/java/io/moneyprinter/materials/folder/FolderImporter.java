package io.moneyprinter.materials.folder;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.materials.Collection;
import io.moneyprinter.codecs.materials.ImportFolder;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.materials.library.CollectionStore;
import io.moneyprinter.platform.settings.DataSize;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a collection of a folder: every picture, clip and sound is looked at and copied into the
 * store, and colour tables are copied with them. A folder with one bad file is refused whole, with
 * all that is wrong, so that nobody wonders later why a picture never shows.
 */
public final class FolderImporter {
  private static final Logger LOG = LoggerFactory.getLogger(FolderImporter.class);

  private final FolderIntake intake;
  private final CollectionStore store;
  private final int maxFiles;
  private final DataSize maxFileSize;

  public FolderImporter(
      FolderIntake intake, CollectionStore store, int maxFiles, DataSize maxFileSize) {
    this.intake = intake;
    this.store = store;
    this.maxFiles = maxFiles;
    this.maxFileSize = maxFileSize;
  }

  /** Either an item of the collection or what is wrong with the file. */
  private record Outcome(Collection.Item item, Violation problem) {}

  /**
   * The collection of a folder's content; the same content gives the same id. Fails with {@code
   * NOT_FOUND}, {@code RESOURCE} (permission, disk) or {@code INVALID} with one violation for each
   * bad file.
   */
  public Future<Collection> importFolder(ImportFolder request) {
    String tenant = CallContext.currentOrSystem().tenant();
    Path folder = Path.of(request.folder());
    return intake
        .blocking(() -> FolderScan.of(folder, maxFiles, maxFileSize))
        .compose(listing -> outcomes(listing, 0, new ArrayList<>()).map(all -> all(listing, all)))
        .map(items -> new Collection(CollectionId.of(items), nameOf(folder), items))
        .compose(collection -> store.save(tenant, collection));
  }

  /** One file after the other: each keeps a disk and a decoder busy by itself. */
  private Future<List<Outcome>> outcomes(FolderListing listing, int at, List<Outcome> done) {
    if (at == listing.files().size()) {
      return Future.succeededFuture(done);
    }
    FoundFile file = listing.files().get(at);
    return intake
        .bring(file, maxFileSize)
        .map(kept -> outcome(file, kept))
        .recover(cause -> blamed(file, cause))
        .compose(
            outcome -> {
              done.add(outcome);
              return outcomes(listing, at + 1, done);
            });
  }

  private static Outcome outcome(FoundFile file, FolderMemory.Kept kept) {
    Blob blob = kept.blob();
    MediaInfo info = kept.info();
    if (info == null) {
      return other(file, blob, null);
    }
    return switch (info.kind()) {
      case STILL -> picture(file, new Picture.Still(blob, info.width(), info.height()));
      case VIDEO ->
          picture(
              file,
              new Picture.Footage(
                  blob,
                  info.width(),
                  info.height(),
                  info.seconds(),
                  info.audio() ? true : null,
                  info.hdr(),
                  info.alpha()));
      case AUDIO -> other(file, blob, info.seconds());
    };
  }

  private static Outcome picture(FoundFile file, Picture picture) {
    return new Outcome(new Collection.Item(file.name(), file.tags(), picture), null);
  }

  private static Outcome other(FoundFile file, Blob blob, Double seconds) {
    return new Outcome(new Collection.Item(file.name(), file.tags(), null, blob, seconds), null);
  }

  /** What the file is to blame for becomes a problem of the file; all else ends the import. */
  private static Future<Outcome> blamed(FoundFile file, Throwable cause) {
    ServiceFailure failure = ServiceFailure.from(cause);
    if (failure.code() != FailureCode.INVALID) {
      return Future.failedFuture(failure);
    }
    return Future.succeededFuture(
        new Outcome(
            null,
            FolderScan.problem(
                file.name(),
                "cannot be used: "
                    + failure.getMessage()
                    + ". Save it again with another program, or remove it")));
  }

  private List<Collection.Item> all(FolderListing listing, List<Outcome> outcomes) {
    List<Violation> problems = new ArrayList<>(listing.problems());
    outcomes.stream().filter(o -> o.problem() != null).forEach(o -> problems.add(o.problem()));
    if (!problems.isEmpty()) {
      throw ServiceFailure.invalid(
          problems.stream().map(Violation::message).collect(Collectors.joining("; ")), problems);
    }
    if (outcomes.isEmpty()) {
      throw ServiceFailure.invalid(
          "/folder",
          "The folder holds no picture or clip, nor a sound or a colour table. Put JPEG, PNG, WebP,"
              + " MP4, MOV, WebM, MKV, WAV, MP3, M4A, OGG, FLAC or CUBE files"
              + " into it, or leave materials.folder out to have everything drawn");
    }
    if (!listing.skipped().isEmpty()) {
      LOG.info(
          "Passed over what is no picture, clip, sound or colour table: {}", listing.skipped());
    }
    return outcomes.stream().map(Outcome::item).toList();
  }

  private static String nameOf(Path folder) {
    Path last = folder.normalize().getFileName();
    return last == null ? "materials" : last.toString();
  }
}
