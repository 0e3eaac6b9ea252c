package io.moneyprinter.materials.folder;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.ProbeMedia;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.materials.folder.FolderMemory.Kept;
import io.moneyprinter.materials.inspection.FileInspector;
import io.moneyprinter.materials.look.Appearances;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.settings.DataSize;
import io.vertx.core.Future;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;

/**
 * Brings files of folders into the store: each is looked at before it gets there, as what is
 * uploaded is, and one that has not changed since is not read again.
 */
public final class FolderIntake {
  private final Node node;
  private final Intake intake;
  private final FileInspector inspector;
  private final Appearances appearances;
  private final FolderMemory memory;

  public FolderIntake(
      Node node, FileInspector inspector, Appearances appearances, FolderMemory memory) {
    this.node = node;
    this.intake = new Intake(node);
    this.inspector = inspector;
    this.appearances = appearances;
    this.memory = memory;
  }

  <T> Future<T> blocking(Callable<T> work) {
    return node.pools().run(Pool.MEDIA, work);
  }

  /**
   * The file as it is in the store. Fails with {@code INVALID} for what the file is to blame for.
   *
   * @param most bytes that are copied
   */
  Future<Kept> bring(FoundFile file, DataSize most) {
    return blocking(() -> form(file))
        .compose(
            form ->
                memory
                    .recall(form)
                    .compose(
                        known ->
                            known.isPresent()
                                ? Future.succeededFuture(known.get())
                                : fresh(file, most).compose(kept -> memory.remember(form, kept))));
  }

  private static String form(FoundFile file) throws Exception {
    try {
      return FolderMemory.form(file.file());
    } catch (NoSuchFileException e) {
      throw ServiceFailure.invalid("/folder", "it went away while it was read");
    }
  }

  private Future<Kept> fresh(FoundFile file, DataSize most) {
    return file.type() == MediaType.CUBE
        ? intake.take(file, most).map(blob -> new Kept(blob, null))
        : intake.copy(file, most).compose(this::looked);
  }

  private Future<Kept> looked(StagedFile copy) {
    return inspector
        .look(copy)
        .compose(
            found ->
                node.blobs()
                    .commit(copy, found.type().mediaType(), "materials")
                    .compose(
                        blob ->
                            (found.info() == null
                                    ? VideoMessages.PROBE.ask(
                                        node.vertx().eventBus(), new ProbeMedia(blob))
                                    : Future.succeededFuture(found.info()))
                                .compose(info -> seen(new Kept(blob, info)))))
        .onFailure(cause -> node.blobs().discard(copy));
  }

  private Future<Kept> seen(Kept kept) {
    MediaInfo info = kept.info();
    return appearances.see(Appearances.Subject.of(kept.blob(), info)).map(kept);
  }
}
