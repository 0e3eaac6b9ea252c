package io.moneyprinter.gateway.proxy;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.ClientAddress;
import io.moneyprinter.platform.discovery.Discovery;
import io.moneyprinter.platform.service.ServiceScope;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes requests below {@code /v1/services/} on to services that speak HTTP, in whatever language.
 * Their servers are found by the service discovery, where this node puts those of its own
 * configuration. Of one event loop.
 */
public final class BackendRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(BackendRoutes.class);
  private static final String PATH = "/v1/services/:service/*";
  private static final String BEFORE = "/v1/services/";
  private static final int CONNECTIONS = 64;
  private static final long LOOK_MILLIS = 2_000;

  private final Vertx vertx;
  private final Discovery discovery;
  private final ClientAddress addresses;
  private final HttpClient client;
  private final Map<String, Pool> pools = new LinkedHashMap<>();
  private final List<String> published = new ArrayList<>();
  private long timer = -1;

  public BackendRoutes(
      ServiceScope scope, Map<String, BackendConfig> backends, ClientAddress addresses) {
    this.vertx = scope.vertx();
    this.discovery = scope.node().discovery();
    this.addresses = addresses;
    backends.forEach((name, backend) -> pools.put(name, new Pool(name, backend, scope.gauges())));
    this.client =
        vertx
            .httpClientBuilder()
            .with(new HttpClientOptions().setKeepAlive(true).setDecompressionSupported(false))
            .with(new PoolOptions().setHttp1MaxSize(CONNECTIONS))
            .build();
  }

  public void mount(Api api) {
    api.pass(PATH, Scope.VIDEOS_READ, Scope.VIDEOS_WRITE, this::pass);
  }

  /** Publishes the configured servers and looks for all there are. */
  public Future<?> open() {
    List<Future<?>> all = new ArrayList<>();
    pools.forEach(
        (name, pool) ->
            ServerList.parse(name, pool.config().servers())
                .forEach(
                    entry -> all.add(discovery.publish(name, entry).onSuccess(published::add))));
    if (!pools.isEmpty()) {
      timer = vertx.setPeriodic(LOOK_MILLIS, now -> look());
    }
    return Future.all(all).compose(done -> look());
  }

  private Future<?> look() {
    List<Future<?>> all = new ArrayList<>();
    pools.forEach((name, pool) -> all.add(discovery.servers(name).onSuccess(pool::update)));
    return Future.join(all)
        .onFailure(cause -> LOG.warn("Servers could not be looked up: {}", cause.getMessage()));
  }

  private Future<?> pass(RoutingContext ctx) {
    String name = ctx.pathParam("service");
    Pool pool = pools.get(name);
    if (pool == null) {
      throw ServiceFailure.notFound("There is no service of this name");
    }
    ctx.request().pause(); // until a server is ready for the body
    // Of the path as the router read it, so that no other way of writing it reaches anything else.
    String path = ctx.normalizedPath();
    int end = path.indexOf('/', BEFORE.length());
    String query = ctx.request().query();
    String target = (end < 0 ? "/" : path.substring(end)) + (query == null ? "" : "?" + query);
    return new Attempt(client, pool, ctx, addresses.of(ctx.request()), target).run();
  }

  public Future<?> close() {
    if (timer >= 0) {
      vertx.cancelTimer(timer);
    }
    pools.values().forEach(Pool::close);
    return Future.join(published.stream().map(discovery::withdraw).toList())
        .transform(withdrawn -> client.close());
  }
}
