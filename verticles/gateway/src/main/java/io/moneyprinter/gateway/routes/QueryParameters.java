package io.moneyprinter.gateway.routes;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The query parameters of an operation.
 *
 * @param names all of them
 * @param several those that may come more often than once
 */
record QueryParameters(Set<String> names, Set<String> several) {
  /**
   * Those of an operation, as it is described.
   *
   * @param path the object of its path, whose parameters it has as well
   * @param operation the operation's object
   * @param document where its references lead
   */
  static QueryParameters of(JsonNode path, JsonNode operation, JsonNode document) {
    Set<String> names = new HashSet<>();
    Set<String> several = new HashSet<>();
    for (JsonNode holder : List.of(path, operation)) {
      for (JsonNode listed : holder.path("parameters")) {
        JsonNode parameter =
            listed.has("$ref") ? document.at(listed.path("$ref").asText().substring(1)) : listed;
        if (parameter.path("in").asText().equals("query")) {
          String name = parameter.path("name").asText();
          names.add(name);
          if (parameter.at("/schema/type").asText().equals("array")) {
            several.add(name);
          }
        }
      }
    }
    return new QueryParameters(names, several);
  }

  /**
   * What is wrong with those that came; each is named, with those that there are.
   *
   * @param besides looked at by somebody else already
   */
  Optional<ServiceFailure> fault(MultiMap given, Set<String> besides) {
    List<Violation> faults = new ArrayList<>();
    for (String name : given.names()) {
      if (!names.contains(name) && !besides.contains(name)) {
        String remedy = meant(name, names).or(() -> meant(name, besides)).orElseGet(this::listed);
        faults.add(new Violation("/" + name, name + " is not known: " + remedy));
      } else if (!several.contains(name) && given.getAll(name).size() > 1) {
        faults.add(new Violation("/" + name, name + " may come once only: leave the others out"));
      }
    }
    return faults.isEmpty()
        ? Optional.empty()
        : Optional.of(ServiceFailure.invalid(faults.get(0).message(), faults));
  }

  private static Optional<String> meant(String given, Set<String> names) {
    String plain = plain(given);
    return names.stream()
        .filter(name -> plain(name).equals(plain))
        .findFirst()
        .map(name -> "write " + name);
  }

  private String listed() {
    return names.isEmpty()
        ? "this address takes none"
        : "here are " + String.join(", ", new TreeSet<>(names));
  }

  private static String plain(String name) {
    return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }
}
