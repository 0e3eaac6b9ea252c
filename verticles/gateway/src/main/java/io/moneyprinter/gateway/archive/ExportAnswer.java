package io.moneyprinter.gateway.archive;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.export.ExportKind;
import io.moneyprinter.codecs.export.ExportMessages;
import io.moneyprinter.codecs.export.ExportRows;
import io.moneyprinter.codecs.export.ExportedRows;
import io.moneyprinter.gateway.http.SecurityHeaders;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers with a ZIP of all that the services keep of somebody. A page of rows is a file of it, so
 * that only one page is ever in memory. Nothing is sent before every service has answered once: one
 * that is away is named, rather than its part left out. One that goes away later breaks the answer
 * off, and the ZIP, which has no end then, is refused by whatever reads it.
 */
public final class ExportAnswer {
  private final EventBus bus;

  public ExportAnswer(EventBus bus) {
    this.bus = bus;
  }

  /**
   * Sends it.
   *
   * @param wholeTenant whether the rows of everybody in the caller's tenant are wanted, to which
   *     the caller has to have been found entitled
   * @param disposition value of the header {@code Content-Disposition}
   */
  public Future<Void> send(
      RoutingContext ctx, CallContext caller, boolean wholeTenant, String disposition) {
    List<ExportKind> kinds = ExportedFiles.kinds(wholeTenant);
    return present(kinds, caller, wholeTenant)
        .compose(
            all -> {
              HttpServerResponse response = ctx.response();
              response
                  .setChunked(!ctx.request().method().equals(HttpMethod.HEAD))
                  .putHeader("Content-Type", ZipAnswer.MEDIA_TYPE)
                  .putHeader("Content-Disposition", disposition)
                  .putHeader("Content-Security-Policy", SecurityHeaders.SANDBOX_POLICY)
                  .putHeader("Cache-Control", "private, no-store");
              return ctx.request().method().equals(HttpMethod.HEAD)
                  ? response.end()
                  : new Transfer(response, caller, wholeTenant, kinds).kind(0);
            });
  }

  private Future<?> present(List<ExportKind> kinds, CallContext caller, boolean wholeTenant) {
    List<Future<?>> asked = new ArrayList<>();
    List<String> services = new ArrayList<>();
    for (ExportKind kind : kinds) {
      if (!services.contains(kind.service())) {
        services.add(kind.service());
        asked.add(page(kind, "", caller, wholeTenant).recover(cause -> away(kind, cause)));
      }
    }
    return Future.all(asked);
  }

  private static Future<ExportedRows> away(ExportKind kind, Throwable cause) {
    ServiceFailure failure = ServiceFailure.from(cause);
    return Future.failedFuture(
        failure.code() == FailureCode.UNAVAILABLE || failure.code() == FailureCode.TIMEOUT
            ? new ServiceFailure(
                FailureCode.UNAVAILABLE,
                "The "
                    + kind.service()
                    + " service is away, and an export without its part would not be whole;"
                    + " try again later")
            : failure);
  }

  private Future<ExportedRows> page(
      ExportKind kind, String after, CallContext caller, boolean wholeTenant) {
    return ExportMessages.of(kind).ask(bus, new ExportRows(kind, after, wholeTenant), caller);
  }

  /** One answer on its way. */
  private final class Transfer {
    private final HttpServerResponse response;
    private final CallContext caller;
    private final boolean wholeTenant;
    private final List<ExportKind> kinds;
    private final ExportedFiles files;

    Transfer(
        HttpServerResponse response,
        CallContext caller,
        boolean wholeTenant,
        List<ExportKind> kinds) {
      this.response = response;
      this.caller = caller;
      this.wholeTenant = wholeTenant;
      this.kinds = kinds;
      this.files = new ExportedFiles(caller.tenant(), caller.subject(), wholeTenant);
    }

    Future<Void> kind(int number) {
      if (number == kinds.size()) {
        return response.write(files.manifest()).compose(sent -> response.end(files.end()));
      }
      return pages(kinds.get(number), 1, "").compose(sent -> kind(number + 1));
    }

    private Future<Void> pages(ExportKind kind, int number, String after) {
      return page(kind, after, caller, wholeTenant)
          .compose(
              found -> {
                Buffer file = files.rows(kind, number, found.rows());
                Future<Void> sent =
                    file.length() == 0 ? Future.succeededFuture() : response.write(file);
                return found.next() == null
                    ? sent
                    : sent.compose(written -> pages(kind, number + 1, found.next()));
              });
    }
  }
}
