package io.moneyprinter.testsupport;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CommitFile;
import io.moneyprinter.codecs.storage.FileList;
import io.moneyprinter.codecs.storage.FindBlob;
import io.moneyprinter.codecs.storage.HoldList;
import io.moneyprinter.codecs.storage.RecallResult;
import io.moneyprinter.codecs.storage.RecalledResult;
import io.moneyprinter.codecs.storage.RememberResult;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.storage.StorageRoom;
import io.moneyprinter.platform.blobs.BlobLayout;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.node.DataFolder;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers the storage messages over real files, with the books in memory. */
final class FileBlobs {
  private final BlobLayout layout;
  private final Map<String, Blob> blobs = new ConcurrentHashMap<>();
  private final Map<String, Blob> results = new ConcurrentHashMap<>();

  FileBlobs(DataFolder data) {
    layout = new BlobLayout(data);
  }

  void serve(EventBus bus) {
    StorageMessages.COMMIT.serve(bus, this::commit);
    StorageMessages.FETCH.serve(bus, request -> find(new FindBlob(request.key())));
    StorageMessages.FIND.serve(bus, this::find);
    StorageMessages.REMEMBER.serve(bus, this::remember);
    StorageMessages.RECALL.serve(bus, this::recall);
    StorageMessages.DEMAND_ROOM.serve(
        bus, wish -> Future.succeededFuture(new StorageRoom(0, null)));
    StorageMessages.LIST_HOLDS.serve(bus, wish -> Future.succeededFuture(new HoldList(List.of())));
    StorageMessages.RELEASE.serve(bus, wish -> Future.succeededFuture(new FileList(wish.keys())));
  }

  private Future<Blob> commit(CommitFile file) {
    try {
      Path staged = layout.staged(file.stagedName());
      byte[] bytes = Files.readAllBytes(staged);
      String key = Sha256.hex(bytes);
      Path target = layout.blob(key);
      Files.createDirectories(target.getParent());
      Files.move(staged, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Blob blob = new Blob(key, bytes.length, file.mediaType());
      blobs.put(key, blob);
      return Future.succeededFuture(blob);
    } catch (IOException e) {
      return Future.failedFuture(e);
    }
  }

  private Future<Blob> find(FindBlob wanted) {
    Blob blob = blobs.get(wanted.key());
    return !there(blob)
        ? Future.failedFuture(ServiceFailure.notFound("No such file"))
        : Future.succeededFuture(blob);
  }

  private Future<RecalledResult> remember(RememberResult note) {
    Blob kept =
        results.merge(
            note.workKey(), note.blob(), (first, second) -> there(first) ? first : second);
    return Future.succeededFuture(new RecalledResult(kept));
  }

  private Future<RecalledResult> recall(RecallResult wanted) {
    Blob known = results.get(wanted.workKey());
    return Future.succeededFuture(new RecalledResult(there(known) ? known : null));
  }

  private boolean there(Blob blob) {
    return blob != null && Files.exists(layout.blob(blob.key()));
  }
}
