package io.moneyprinter.gateway;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.testsupport.Await;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads a stream of server-sent events as a browser would. */
final class EventReader {
  private static final Pattern ID = Pattern.compile("(?m)^id: (\\d+)$");
  private static final Pattern NAME = Pattern.compile("(?m)^event: (\\w+)$");

  private final HttpClient client;
  private final StringBuffer text = new StringBuffer();
  private HttpClientRequest request;
  private HttpClientResponse response;
  private volatile boolean ended;

  EventReader(Vertx vertx) {
    client = vertx.createHttpClient();
  }

  EventReader open(int port, String path, String... headers) {
    response =
        answer(
            client
                .request(HttpMethod.GET, port, "127.0.0.1", path)
                .compose(
                    q -> {
                      request = q;
                      for (int i = 0; i < headers.length; i += 2) {
                        q.putHeader(headers[i], headers[i + 1]);
                      }
                      return q.send()
                          .onSuccess(
                              r -> {
                                r.handler(part -> text.append(part));
                                r.endHandler(end -> ended = true);
                                r.exceptionHandler(broken -> ended = true);
                              });
                    }));
    return this;
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.getHeader(name);
  }

  String text() {
    return text.toString();
  }

  List<Integer> ids() {
    return ID.matcher(text()).results().map(m -> Integer.valueOf(m.group(1))).toList();
  }

  List<String> names() {
    return NAME.matcher(text()).results().map((MatchResult m) -> m.group(1)).toList();
  }

  boolean ended() {
    return ended;
  }

  void awaitIds(int count) {
    Await.until(
        "there are " + count + " events", Duration.ofSeconds(10), () -> ids().size() >= count);
  }

  void awaitEnd() {
    Await.until("the stream has ended", Duration.ofSeconds(10), () -> ended);
  }

  void pause() {
    response.pause();
  }

  void resume() {
    response.resume();
  }

  void leave() {
    request.connection().close();
  }
}
