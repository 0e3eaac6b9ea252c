package io.moneyprinter.gateway.archive;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.gateway.http.Refusal;
import io.moneyprinter.gateway.http.SecurityHeaders;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.pools.Pool;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Answers with a ZIP that is nowhere but in the answer: its length is known beforehand, the files
 * go from the disk to the caller as fast as he takes them, and each is read once more before, for
 * its checksum. A file that is lost meanwhile breaks the answer off.
 */
public final class ZipAnswer {
  public static final String MEDIA_TYPE = "application/zip";

  private static final int PIECE = 1 << 18;

  private final Vertx vertx;
  private final Blobs blobs;
  private final WorkerPools pools;
  private final ZipRecords records = new ZipRecords();

  public ZipAnswer(Vertx vertx, Blobs blobs, WorkerPools pools) {
    this.vertx = vertx;
    this.blobs = blobs;
    this.pools = pools;
  }

  /**
   * Sends them.
   *
   * @param members one or more, each with a name of its own
   * @param disposition value of the header {@code Content-Disposition}
   */
  public Future<Void> send(RoutingContext ctx, List<ZipMember> members, String disposition) {
    return blobs
        .held(members.stream().map(ZipMember::blob).toList())
        .compose(held -> held ? summed(members.get(0)) : gone())
        .compose(
            first -> {
              HttpServerResponse response = ctx.response();
              response
                  .putHeader("Content-Type", MEDIA_TYPE)
                  .putHeader("Content-Length", Long.toString(length(members)))
                  .putHeader("Content-Disposition", disposition)
                  .putHeader("Content-Security-Policy", SecurityHeaders.SANDBOX_POLICY)
                  .putHeader("Cache-Control", "private, no-cache");
              return ctx.request().method().equals(HttpMethod.HEAD)
                  ? response.end()
                  : new Transfer(response, members).run(first);
            });
  }

  private static <T> Future<T> gone() {
    throw new Refusal(
        410,
        "Some of these files are kept no longer: ask for the others alone; a video can be made again");
  }

  private long length(List<ZipMember> members) {
    long at = 0;
    long directory = 0;
    for (ZipMember member : members) {
      directory += records.central(member, 0, at).length();
      at += records.local(member, 0).length() + member.blob().size();
    }
    return at + directory + records.end(members.size(), at, directory).length();
  }

  /**
   * A file that lies here.
   *
   * @param crc its checksum (CRC-32)
   */
  private record Summed(Path path, int crc) {}

  private Future<Summed> summed(ZipMember member) {
    return blobs
        .local(member.blob())
        .compose(path -> pools.run(Pool.MEDIA, () -> new Summed(path, crc(path, member.blob()))));
  }

  private static int crc(Path path, Blob blob) throws IOException {
    CRC32 sum = new CRC32();
    long length = 0;
    byte[] piece = new byte[PIECE];
    try (InputStream in = Files.newInputStream(path)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        sum.update(piece, 0, read);
        length += read;
      }
    }
    if (length != blob.size()) {
      throw new IOException("The stored file " + blob.key() + " has not its length");
    }
    return (int) sum.getValue();
  }

  /** One answer on its way, file after file, the next one looked at while one is sent. */
  private final class Transfer {
    private final HttpServerResponse response;
    private final List<ZipMember> members;
    private final Buffer directory = Buffer.buffer();
    private long at;

    Transfer(HttpServerResponse response, List<ZipMember> members) {
      this.response = response;
      this.members = members;
    }

    Future<Void> run(Summed first) {
      return file(0, Future.succeededFuture(first));
    }

    private Future<Void> file(int number, Future<Summed> ready) {
      if (number == members.size()) {
        Buffer end = records.end(number, at, directory.length());
        return response.end(Buffer.buffer().appendBuffer(directory).appendBuffer(end));
      }
      ZipMember member = members.get(number);
      return ready.compose(
          found -> {
            Buffer head = records.local(member, found.crc());
            directory.appendBuffer(records.central(member, found.crc(), at));
            at += head.length() + member.blob().size();
            Future<Summed> next =
                number + 1 < members.size() ? summed(members.get(number + 1)) : null;
            return response
                .write(head)
                .compose(headed -> pump(found.path(), member.blob().size()))
                .compose(sent -> file(number + 1, next));
          });
    }

    private Future<Void> pump(Path path, long size) {
      if (size == 0) {
        return Future.succeededFuture();
      }
      return vertx
          .fileSystem()
          .open(path.toString(), new OpenOptions().setRead(true).setWrite(false).setCreate(false))
          .compose(
              open ->
                  open.setReadBufferSize(PIECE)
                      .setReadLength(size)
                      .pipe()
                      .endOnComplete(false)
                      .to(response)
                      .eventually(open::close));
    }
  }
}
