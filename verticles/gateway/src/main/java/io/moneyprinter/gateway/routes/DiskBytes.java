package io.moneyprinter.gateway.routes;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Path;

/**
 * A plain file of this machine. A body that is one stretch of it goes from the disk to the
 * connection without passing through this process, where the connection is not encrypted.
 */
record DiskBytes(Vertx vertx, Path file) implements FileBytes {
  @Override
  public Future<Void> write(HttpServerResponse response, long from, long length) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setRead(true).setWrite(false).setCreate(false))
        .compose(
            open ->
                open.setReadPos(from)
                    .setReadLength(length)
                    .pipe()
                    .endOnComplete(false)
                    .to(response)
                    .eventually(open::close));
  }

  @Override
  public Future<Void> end(HttpServerResponse response, long from, long length) {
    return response.sendFile(file.toString(), from, length);
  }
}
