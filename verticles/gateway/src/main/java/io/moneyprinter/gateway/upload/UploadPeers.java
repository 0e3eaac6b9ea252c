package io.moneyprinter.gateway.upload;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.AskUploaded;
import io.moneyprinter.codecs.materials.FinishUpload;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.codecs.materials.Upload;
import io.moneyprinter.codecs.materials.UploadPiece;
import io.moneyprinter.codecs.materials.UploadedBytes;
import io.moneyprinter.gateway.http.Refusal;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.streams.ReadStream;
import java.util.Base64;
import java.util.UUID;

/**
 * Uploads whose beginning another node has: what comes here is handed on to that node, piece by
 * piece, and what it has to say is said here.
 */
public final class UploadPeers {
  private static final String PIECE = "/piece";
  private static final int CONFLICT = 409;
  private static final int TOO_LARGE = 413;
  private static final int LOCKED = 423;

  private final EventBus bus;

  UploadPeers(EventBus bus) {
    this.bus = bus;
  }

  /** Lets other nodes hand on what belongs to this node's files. */
  public static void serve(ServiceScope scope, UploadHome home, PartialFiles files) {
    scope.serve(
        LibraryMessages.uploaded(home.id()),
        q -> files.size(plain(q.id())).map(UploadedBytes::new));
    scope.serve(
        LibraryMessages.dropUploaded(home.id()),
        q -> files.delete(plain(q.id())).map(new UploadedBytes(0)));
    scope.serve(LibraryMessages.piece(home.id()), piece -> take(files, piece));
    scope.serve(
        LibraryMessages.finishThere(home.id()),
        q -> LibraryMessages.FINISH_UPLOAD.askHere(scope.bus(), q));
  }

  /** Nothing but an id of ours ever becomes a file's name. */
  private static String plain(String id) {
    return UUID.fromString(id).toString();
  }

  private static Future<UploadedBytes> take(PartialFiles files, UploadPiece piece) {
    Buffer bytes = Buffer.buffer(Base64.getDecoder().decode(piece.data()));
    return files
        .demandSpace(bytes.length())
        .compose(
            room ->
                files.append(plain(piece.id()), piece.from(), piece.most(), new OneBuffer(bytes)))
        .map(UploadedBytes::new)
        .recover(cause -> Future.failedFuture(travelling(cause)));
  }

  /** A refusal that only HTTP knows, in the words of the bus. */
  private static Throwable travelling(Throwable cause) {
    if (!(cause instanceof Refusal refusal)) {
      return cause;
    }
    return switch (refusal.status()) {
      case TOO_LARGE -> ServiceFailure.invalid(PIECE, refusal.getMessage());
      case CONFLICT, LOCKED -> ServiceFailure.conflict(refusal.getMessage());
      default -> refusal;
    };
  }

  Future<Long> offset(Upload upload) {
    return LibraryMessages.uploaded(upload.home())
        .ask(bus, new AskUploaded(upload.id()))
        .map(UploadedBytes::size)
        .recover(UploadPeers::told);
  }

  /** Hands on a stream as it comes; what was handed on before it broke off stays. */
  Future<Long> receive(Upload upload, long from, long most, ReadStream<Buffer> bytes) {
    return new PieceSender(
            bytes,
            (at, piece) ->
                LibraryMessages.piece(upload.home())
                    .ask(
                        bus,
                        new UploadPiece(
                            upload.id(),
                            at,
                            most,
                            Base64.getEncoder().encodeToString(piece.getBytes())))
                    .map(UploadedBytes::size))
        .send(from)
        .recover(UploadPeers::told);
  }

  Future<Upload> finish(Upload upload, FinishUpload wish, CallContext caller) {
    return LibraryMessages.finishThere(upload.home())
        .ask(bus, wish, caller)
        .recover(UploadPeers::told);
  }

  Future<Void> drop(Upload upload) {
    return LibraryMessages.dropUploaded(upload.home())
        .ask(bus, new AskUploaded(upload.id()))
        .<Void>mapEmpty()
        // Bytes that belong to no upload are removed by their node by and by.
        .otherwiseEmpty();
  }

  private static <T> Future<T> told(Throwable cause) {
    ServiceFailure failure = ServiceFailure.from(cause);
    boolean large = failure.violations().stream().anyMatch(wrong -> wrong.pointer().equals(PIECE));
    if (large) {
      return Future.failedFuture(new Refusal(TOO_LARGE, failure.getMessage()));
    }
    return Future.failedFuture(
        failure.code() == FailureCode.UNAVAILABLE
            ? ServiceFailure.unavailable(
                "The node that has the beginning of this file is away: go on when it is back, or"
                    + " begin anew")
            : cause);
  }
}
