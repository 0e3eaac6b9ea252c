package io.moneyprinter.content.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.digest.Sha256;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps scripts that were paid for, so that equal work of any job is not paid again. */
public final class ScriptMemory {
  private static final Logger LOG = LoggerFactory.getLogger(ScriptMemory.class);

  private final Vertx vertx;
  private final Blobs blobs;

  public ScriptMemory(Vertx vertx, Blobs blobs) {
    this.vertx = vertx;
    this.blobs = blobs;
  }

  /** Names a piece of work by everything that decides its result. */
  static String key(Record request) {
    try {
      byte[] canonical = RecordJson.wire().writeValueAsBytes(request);
      return Sha256.hex(canonical);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every Java has SHA-256 and every record is JSON", e);
    }
  }

  /** The script of equal work. A file that cannot be read any more counts as none. */
  Future<Optional<Script>> recall(String key) {
    return blobs
        .recall(key)
        .compose(
            blob ->
                blob.isEmpty()
                    ? Future.succeededFuture(Optional.<Script>empty())
                    : read(blob.get()).recover(ScriptMemory::unreadable));
  }

  private Future<Optional<Script>> read(Blob blob) {
    return blobs
        .local(blob)
        .compose(file -> vertx.fileSystem().readFile(file.toString()))
        .map(
            bytes -> {
              try {
                return Optional.of(RecordJson.wire().readValue(bytes.getBytes(), Script.class));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static Future<Optional<Script>> unreadable(Throwable cause) {
    LOG.warn("A stored script cannot be read and is written anew: {}", cause.toString());
    return Future.succeededFuture(Optional.empty());
  }

  /** Stores a script. Fails when it cannot: the step is tried again then, and pays nothing anew. */
  Future<Script> remember(String key, Script script) {
    return store(key, script).map(stored -> script);
  }

  private Future<Blob> store(String key, Script script) {
    StagedFile file = blobs.stage(".json");
    try {
      Buffer json = Buffer.buffer(RecordJson.wire().writeValueAsBytes(script));
      return vertx
          .fileSystem()
          .writeFile(file.path().toString(), json)
          .compose(written -> blobs.commit(file, "application/json", "content"))
          .compose(blob -> blobs.remember(key, blob));
    } catch (JsonProcessingException e) {
      return Future.failedFuture(e);
    }
  }
}
