package io.moneyprinter.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods a path takes (RFC 9110 §10.2.1 wants them named when another is tried). */
final class AllowedMethods {
  private final RouteTable table;

  AllowedMethods(RouteTable table) {
    this.table = table;
  }

  String at(String path) {
    return table.complete().getRoutes().stream()
        .filter(route -> route.methods() != null && route.getPath() != null)
        .filter(route -> matches(route, path))
        .flatMap(route -> Stream.concat(route.methods().stream(), Stream.of(HttpMethod.OPTIONS)))
        .map(HttpMethod::name)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(", "));
  }

  private static boolean matches(Route route, String path) {
    String[] pattern = route.getPath().split("/", -1);
    String[] parts = path.split("/", -1);
    if (pattern.length != parts.length) {
      return false;
    }
    for (int i = 0; i < parts.length; i++) {
      if (!pattern[i].startsWith(":") && !pattern[i].equals(parts[i])) {
        return false;
      }
    }
    return true;
  }
}
