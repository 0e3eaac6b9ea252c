package io.moneyprinter.gateway.http;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.upload.PartialFiles;
import io.moneyprinter.platform.settings.DataSize;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Callers who leave while their request still waits for something, before its body is read. */
class ArrivingBodyTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  @RegisterExtension final TestNode test = TestNode.plain();
  @TempDir private Path folder;

  /** What comes of reading a body only once its caller has left. */
  private <T> Future<T> readTooLate(Function<HttpServerRequest, Future<T>> reading)
      throws IOException {
    Promise<Void> arrived = Promise.promise();
    Promise<T> result = Promise.promise();
    HttpServer server =
        answer(
            test.vertx()
                .createHttpServer()
                .requestHandler(
                    request -> {
                      request
                          .response()
                          .closeHandler(left -> reading.apply(request).onComplete(result));
                      arrived.complete();
                    })
                .listen(0, "127.0.0.1"));
    try (Socket caller = new Socket("127.0.0.1", server.actualPort())) {
      caller
          .getOutputStream()
          .write(
              "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\nshort"
                  .getBytes(StandardCharsets.US_ASCII));
      Await.until("the request is there", SOON, arrived.future()::isComplete);
    }
    Await.until("it comes to an end", SOON, result.future()::isComplete);
    answer(server.close());
    return result.future();
  }

  @Test
  void anUploadOfSomebodyWhoLeftEndsAndCanBeGoneOnWith() throws IOException {
    PartialFiles files = new PartialFiles(test.vertx(), test.node().data(), DataSize.parse("0KB"));

    Future<Long> upload =
        readTooLate(request -> files.append("upload", 0, 100_000, ArrivingBody.of(request)));

    assertThat(ServiceFailure.from(upload.cause()).code()).isEqualTo(FailureCode.CANCELLED);
    Future<Long> again =
        readTooLate(request -> files.append("upload", 0, 100_000, ArrivingBody.of(request)));
    assertThat(ServiceFailure.from(again.cause()).code())
        .as("nobody holds it any more, or it were a refusal")
        .isEqualTo(FailureCode.CANCELLED);
  }

  @Test
  void aFileOfSomebodyWhoLeftEndsToo() throws IOException {
    Future<Long> file =
        readTooLate(
            request ->
                ReceivedFile.write(test.vertx(), request, folder.resolve("music.mp3"), 1 << 20));

    assertThat(file.cause()).hasMessageContaining("broken off");
  }
}
