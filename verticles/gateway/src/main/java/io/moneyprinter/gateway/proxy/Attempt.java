package io.moneyprinter.gateway.proxy;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.http.ArrivingBody;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request on its way to a service. It is tried again with another server only where that is
 * safe: when no connection came about, so that nothing was sent; or when it changes nothing and
 * brings no body. Of one event loop.
 */
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<Integer> OF_THE_SERVER = Set.of(502, 503, 504);

  private final HttpClient client;
  private final Pool pool;
  private final RoutingContext ctx;
  private final InetAddress caller;
  private final String target;
  private final Set<Upstream> tried = new HashSet<>();
  private boolean bodySent;

  /**
   * @param target path and query at the server
   */
  Attempt(HttpClient client, Pool pool, RoutingContext ctx, InetAddress caller, String target) {
    this.client = client;
    this.pool = pool;
    this.ctx = ctx;
    this.caller = caller;
    this.target = target;
  }

  Future<Void> run() {
    return pool.choose(caller, tried)
        .map(this::ask)
        .orElseGet(
            () ->
                Future.failedFuture(
                    ServiceFailure.unavailable("No server of this service is there at present")));
  }

  private Future<Void> ask(Upstream server) {
    tried.add(server);
    server.begin();
    RequestOptions options =
        new RequestOptions()
            .setMethod(ctx.request().method())
            .setHost(server.host())
            .setPort(server.port())
            .setSsl(server.secure())
            .setURI(base(server) + target)
            .setConnectTimeout(pool.config().connectTimeout().toMillis())
            .setFollowRedirects(false);
    return client
        .request(options)
        .transform(
            connected ->
                connected.failed()
                    ? again(server, connected.cause(), true)
                    : send(server, connected.result()));
  }

  private static String base(Upstream server) {
    String path = server.address().getRawPath();
    return path == null ? "" : path.replaceAll("/+$", "");
  }

  private Future<Void> send(Upstream server, HttpClientRequest out) {
    HttpServerRequest in = ctx.request();
    Passing.request(ctx, pool.config(), caller, out.headers());
    boolean body = hasBody(in);
    bodySent |= body;
    ctx.response().closeHandler(gone -> out.reset());
    Future<HttpClientResponse> answer =
        body
            ? out.send(
                ArrivingBody.of(in)
                    .resume()) // streamed: what the server does not take, the caller keeps
            : out.send();
    return answer
        .timeout(pool.config().timeout().toMillis(), TimeUnit.MILLISECONDS)
        .transform(
            answered -> {
              if (answered.failed() && ctx.response().closed()) {
                server.leave();
                return Future.succeededFuture();
              }
              if (answered.failed()) {
                out.reset();
                return again(server, answered.cause(), safe());
              }
              HttpClientResponse response = answered.result();
              if (OF_THE_SERVER.contains(response.statusCode()) && safe() && more()) {
                response.request().reset();
                return again(
                    server,
                    ServiceFailure.unavailable("The server said " + response.statusCode()),
                    true);
              }
              return pass(server, response);
            });
  }

  private static boolean hasBody(HttpServerRequest in) {
    String length = in.getHeader("Content-Length");
    return in.headers().contains("Transfer-Encoding") || length != null && !length.equals("0");
  }

  private boolean safe() {
    return !bodySent && SAFE.contains(ctx.request().method());
  }

  private boolean more() {
    return tried.size() <= pool.config().retries() && pool.others(tried);
  }

  private Future<Void> again(Upstream server, Throwable cause, boolean harmless) {
    pool.failed(server);
    LOG.debug("{} did not answer: {}", server.address(), cause.getMessage());
    if (harmless && more() && !ctx.response().closed()) {
      return run();
    }
    boolean late = cause instanceof java.util.concurrent.TimeoutException;
    return Future.failedFuture(
        late
            ? new ServiceFailure(FailureCode.TIMEOUT, "The service did not answer in time")
            : ServiceFailure.unavailable("The service is not reachable at present"));
  }

  private Future<Void> pass(Upstream server, HttpClientResponse response) {
    HttpServerResponse back = ctx.response().setStatusCode(response.statusCode());
    Passing.answer(response.headers(), back.headers());
    if (!back.headers().contains("Content-Length")) {
      back.setChunked(true);
    }
    Future<Void> done =
        ctx.request().method().equals(HttpMethod.HEAD) ? back.end() : response.pipeTo(back);
    return done.onComplete(
        whole -> {
          if (whole.failed() && ctx.response().closed()) {
            server.leave(); // the caller left; that says nothing of the server
          } else if (whole.succeeded() && response.statusCode() < 500) {
            server.succeed();
          } else {
            pool.failed(server);
          }
        });
  }
}
