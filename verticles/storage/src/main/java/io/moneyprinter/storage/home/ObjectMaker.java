package io.moneyprinter.storage.home;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.moneyprinter.storage.objects.DiskFailure;
import io.moneyprinter.storage.sealing.Packer;
import io.moneyprinter.storage.sealing.Seal;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Makes of a file what is sent to its home. What has to be compressed or encrypted lies in a folder
 * of its own until it has arrived, so that an upload can go on after a restart.
 */
final class ObjectMaker {
  private static final int NAME_BYTES = 8;

  private final Path outbox;
  private final Packer packer;
  private final WorkerPools pools;
  private final SecureRandom random = new SecureRandom();

  /**
   * @param outbox folder of what is being sent
   */
  ObjectMaker(Path outbox, Packer packer, WorkerPools pools) {
    this.outbox = outbox;
    this.packer = packer;
    this.pools = pools;
  }

  /** Makes an object of a file. */
  Future<OutgoingObject> make(Blob blob, Path file, HomePlan plan) {
    return packer
        .seal(blob, plan.encrypt())
        .compose(
            seal ->
                seal.plain()
                    ? Future.succeededFuture(asItIs(blob, file, plan))
                    : packed(blob, file, seal, plan));
  }

  private static OutgoingObject asItIs(Blob blob, Path file, HomePlan plan) {
    String key = blob.key();
    Home home =
        new Home(key, plan.store().name(), "plain/" + folders(key), blob.size(), Seal.none());
    return new OutgoingObject(new Upload(home, key, Optional.empty()), file, false);
  }

  /** Every packing has a name of its own: what is sent anew never replaces what is in use. */
  private Future<OutgoingObject> packed(Blob blob, Path file, Seal seal, HomePlan plan) {
    byte[] bytes = new byte[NAME_BYTES];
    random.nextBytes(bytes);
    String object = "packed/" + folders(blob.key()) + "-" + HexFormat.of().formatHex(bytes);
    Path target = fileOf(object);
    return pools
        .run(Pool.CRYPTO, () -> Files.createDirectories(outbox))
        .compose(made -> packer.pack(blob, file, seal, target))
        .compose(
            digest ->
                pools.run(
                    Pool.CRYPTO,
                    () -> {
                      long size = Files.size(target);
                      Home home = new Home(blob.key(), plan.store().name(), object, size, seal);
                      Upload upload = new Upload(home, digest, Optional.empty());
                      return new OutgoingObject(upload, target, true);
                    }))
        .onFailure(cause -> discard(target))
        .recover(cause -> Future.failedFuture(DiskFailure.told(outbox, cause)));
  }

  private static String folders(String key) {
    return key.substring(0, 2) + "/" + key.substring(2, 4) + "/" + key;
  }

  private Path fileOf(String object) {
    return outbox.resolve(object.substring(object.lastIndexOf('/') + 1));
  }

  /** What was made before the process ended, if it is still there to the byte. */
  Future<Optional<OutgoingObject>> again(Upload upload, Path file) {
    boolean plain = upload.home().seal().plain();
    Path made = plain ? file : fileOf(upload.home().object());
    return pools.run(
        Pool.CRYPTO,
        () ->
            Files.isRegularFile(made)
                    && Files.size(made) == upload.home().storedSize()
                    && (plain || Sha256.hex(made).equals(upload.digest()))
                ? Optional.of(new OutgoingObject(upload, made, !plain))
                : Optional.empty());
  }

  Future<Void> arrived(OutgoingObject sent) {
    return sent.ownFile()
        ? pools.run(Pool.CRYPTO, () -> Files.deleteIfExists(sent.file())).mapEmpty()
        : Future.succeededFuture();
  }

  /** Removes what nobody sends any more; answers how many. */
  Future<Integer> sweep(Instant before) {
    return pools.run(
        Pool.CRYPTO,
        () -> {
          int swept = 0;
          if (Files.isDirectory(outbox)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(outbox)) {
              for (Path file : files) {
                boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(before);
                swept += old && Files.deleteIfExists(file) ? 1 : 0;
              }
            }
          }
          return swept;
        });
  }

  private void discard(Path file) {
    pools.run(
        Pool.CRYPTO,
        () -> {
          try {
            return Files.deleteIfExists(file);
          } catch (IOException e) {
            return false; // Swept when it is old.
          }
        });
  }
}
