package io.moneyprinter.gateway.http;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All routes, in the order in which they are mounted, found by the beginning of a path. A router
 * tries its routes one after the other, by regular expressions; of nearly two hundred that costs a
 * request more than all the rest of the chain. So there is one router with everything, and a small
 * one for each section of the API, such as paths of three parts below {@code /v1/videos}, with the
 * same chain but only the routes that can match there. A path that is written in an unusual way
 * goes to the one with everything. Of one event loop.
 */
public final class RouteTable implements Handler<HttpServerRequest> {
  /**
   * What is mounted.
   *
   * @param path pattern of what {@code routes} mounts; {@code null} for everywhere
   * @param link the next link of the chain; {@code null} where {@code routes} mounts something
   * @param prefix beginning of the paths that a link is for; {@code null} for all
   */
  private record Mount(
      String path, Consumer<Router> routes, Handler<RoutingContext> link, String prefix) {}

  private final Vertx vertx;
  private final List<Mount> mounts = new ArrayList<>();
  private final Map<String, Router[]> sections = new HashMap<>();
  private Router complete;

  public RouteTable(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Adds a link to the chain for all requests to what is mounted after it. */
  public void link(Handler<RoutingContext> link) {
    mounts.add(new Mount(null, null, link, null));
  }

  /**
   * The same for requests below a path.
   *
   * @param prefix one or more whole parts of a path, with a slash at its end
   */
  public void link(String prefix, Handler<RoutingContext> link) {
    mounts.add(new Mount(null, null, link, prefix));
  }

  /** Done with each router, such as setting what answers errors. */
  public void everywhere(Consumer<Router> setting) {
    mounts.add(new Mount(null, setting, null, null));
  }

  /** Mounts routes of one path; done again for each router that has it. */
  public void at(String path, Consumer<Router> routes) {
    mounts.add(new Mount(path, routes, null, null));
  }

  /** Makes the routers; nothing can be mounted after that. */
  public RouteTable open() {
    complete = router(null, 0);
    Set<String> open = new HashSet<>(); // sections with routes of any length
    mounts.stream()
        .map(Mount::path)
        .filter(path -> path != null && path.contains("*"))
        .forEach(path -> open.add(section(path)));
    for (Mount mount : List.copyOf(mounts)) {
      if (mount.path() == null || open.contains(section(mount.path()))) {
        continue;
      }
      int depth = depth(mount.path());
      Router[] byDepth =
          sections.merge(section(mount.path()), new Router[depth + 1], RouteTable::longer);
      if (byDepth[depth] == null) {
        byDepth[depth] = router(section(mount.path()), depth);
      }
    }
    return this;
  }

  private static Router[] longer(Router[] old, Router[] fresh) {
    if (old.length >= fresh.length) {
      return old;
    }
    System.arraycopy(old, 0, fresh, 0, old.length);
    return fresh;
  }

  /**
   * Makes one router.
   *
   * @param section {@code null} for the one with everything
   */
  private Router router(String section, int depth) {
    Router router = Router.router(vertx);
    Route chain = null; // neighbouring links share a route, which is tried once for all of them
    for (Mount mount : mounts) {
      if (mount.link() != null) {
        boolean everywhere = mount.prefix() == null;
        if (section == null && !everywhere) {
          router.route(mount.prefix() + "*").handler(mount.link());
          chain = null;
        } else if (everywhere || (section + "/").startsWith(mount.prefix())) {
          chain = chain == null ? router.route() : chain;
          chain.handler(mount.link());
        }
      } else if (section == null
          || mount.path() == null
          || section.equals(section(mount.path())) && depth == depth(mount.path())) {
        mount.routes().accept(router);
        chain = null;
      }
    }
    return router;
  }

  @Override
  public void handle(HttpServerRequest request) {
    find(request.path()).handle(request);
  }

  private Router find(String path) {
    if (path == null || !usual(path)) {
      return complete;
    }
    Router[] byDepth = sections.get(section(path));
    int depth = byDepth == null ? 0 : depth(path);
    return byDepth == null || depth >= byDepth.length || byDepth[depth] == null
        ? complete
        : byDepth[depth];
  }

  /** The one with everything, which the others are parts of. */
  public Router complete() {
    return complete;
  }

  /** Whether a path is written in the way that routers bring paths to before they match them. */
  private static boolean usual(String path) {
    int last = path.length() - 1;
    if (last < 1 || path.charAt(0) != '/' || path.charAt(last) == '/') {
      return false;
    }
    for (int i = 0; i < last; i++) {
      char c = path.charAt(i);
      char next = path.charAt(i + 1);
      if (c == '%' || c == '/' && (next == '/' || next == '.')) {
        return false;
      }
    }
    return path.charAt(last) != '%';
  }

  /** {@code /v1/videos} of {@code /v1/videos/:id}, {@code /health} of {@code /health/live}. */
  private static String section(String path) {
    int from = path.startsWith("/v1/") ? "/v1/".length() : 1;
    int end = path.indexOf('/', from);
    return end < 0 ? path : path.substring(0, end);
  }

  private static int depth(String path) {
    int slashes = 0;
    for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
      slashes++;
    }
    return slashes;
  }
}
