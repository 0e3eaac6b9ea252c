package io.moneyprinter.gateway.upload;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.CheckUpload;
import io.moneyprinter.codecs.materials.CheckedUpload;
import io.moneyprinter.codecs.materials.DropUpload;
import io.moneyprinter.codecs.materials.FinishUpload;
import io.moneyprinter.codecs.materials.GetUpload;
import io.moneyprinter.codecs.materials.LibraryMessages;
import io.moneyprinter.codecs.materials.OpenUpload;
import io.moneyprinter.codecs.materials.Upload;
import io.moneyprinter.codecs.materials.UploadDetails;
import io.moneyprinter.gateway.http.Refusal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.streams.ReadStream;

/** Brings files to the materials service: it keeps the books, the bytes are received here. */
public final class UploadGate {
  private static final int TOO_LARGE = 413;

  private final EventBus bus;
  private final PartialFiles files;
  private final UploadHome home;
  private final UploadPeers peers;

  /**
   * @param home of the files
   */
  public UploadGate(EventBus bus, PartialFiles files, UploadHome home) {
    this.home = home;
    this.peers = new UploadPeers(bus);
    this.bus = bus;
    this.files = files;
  }

  /**
   * Makes room for a file.
   *
   * @param length {@code null} when it is not known
   */
  public Future<Upload> open(Long length, UploadDetails details, CallContext caller) {
    return LibraryMessages.OPEN_UPLOAD
        .ask(bus, new OpenUpload(length, details, home.id()), caller)
        .recover(UploadGate::tooLong)
        .compose(
            upload ->
                files
                    .demandSpace(length == null ? 0 : length)
                    .recover(
                        full ->
                            drop(upload.id(), caller).transform(any -> Future.failedFuture(full)))
                    .map(upload));
  }

  private static Future<Upload> tooLong(Throwable cause) {
    ServiceFailure failure = ServiceFailure.from(cause);
    boolean length =
        failure.violations().stream().anyMatch(wrong -> wrong.pointer().equals("/length"));
    boolean empty = failure.getMessage().contains("(0 bytes)");
    return Future.failedFuture(
        length && !empty ? new Refusal(TOO_LARGE, failure.getMessage()) : cause);
  }

  /** {@code NOT_FOUND} for another tenant's as for none. */
  public Future<Upload> get(String id, CallContext caller) {
    return LibraryMessages.GET_UPLOAD.ask(bus, new GetUpload(id), caller);
  }

  /** Bytes that are there of an upload. */
  public Future<Long> offset(Upload upload) {
    boolean whole = upload.state() == Upload.State.DONE || upload.state() == Upload.State.FINISHING;
    return whole && upload.length() != null
        ? Future.succeededFuture(upload.length())
        : here(upload) ? files.size(upload.id()) : peers.offset(upload);
  }

  /** Whether the bytes of an upload lie, or will lie, in this node's folder. */
  private boolean here(Upload upload) {
    return upload.home() == null || upload.home().equals(home.id());
  }

  /** Receives bytes, or hands them on to the node that has the others. */
  public Future<Long> receive(Upload upload, long from, ReadStream<Buffer> bytes) {
    long most = upload.length() == null ? upload.limit() : upload.length();
    return here(upload)
        ? files.append(upload.id(), from, most, bytes)
        : peers.receive(upload, from, most, bytes);
  }

  /** Fails with {@code RESOURCE} when the rest of a file would fill the disk. */
  public Future<Void> demandSpace(Upload upload, long bytes) {
    return here(upload) ? files.demandSpace(bytes) : Future.succeededFuture();
  }

  /**
   * Has a file that came whole taken into the library, by the node that has the bytes if it can.
   *
   * @param details what is said of it by now; {@code null} for what was said at first
   */
  public Future<Upload> finish(Upload upload, UploadDetails details, CallContext caller) {
    FinishUpload wish = new FinishUpload(upload.id(), details);
    if (!here(upload)) {
      return peers.finish(upload, wish, caller);
    }
    return LibraryMessages.FINISH_UPLOAD
        .askHere(bus, wish, caller)
        .recover(
            cause ->
                ServiceFailure.from(cause).code() == FailureCode.UNAVAILABLE
                    ? LibraryMessages.FINISH_UPLOAD.ask(bus, wish, caller)
                    : Future.failedFuture(cause));
  }

  /** Has a file that came whole to this node looked at as if it came to stay. */
  public Future<CheckedUpload> check(Upload upload, UploadDetails details, CallContext caller) {
    CheckUpload wish = new CheckUpload(upload.id(), details);
    return LibraryMessages.CHECK_UPLOAD
        .askHere(bus, wish, caller)
        .recover(
            cause ->
                ServiceFailure.from(cause).code() == FailureCode.UNAVAILABLE
                    ? LibraryMessages.CHECK_UPLOAD.ask(bus, wish, caller)
                    : Future.failedFuture(cause));
  }

  /** Gives an upload up, with its bytes. */
  public Future<Void> drop(String id, CallContext caller) {
    return LibraryMessages.DROP_UPLOAD
        .ask(bus, new DropUpload(id), caller)
        .compose(dropped -> here(dropped) ? files.delete(id) : peers.drop(dropped));
  }
}
