package io.moneyprinter.launcher.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.gateway.http.ProblemType;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;

/** Why a node did not do what was asked, in words for whoever typed the command. */
final class NodeTrouble {
  private final URI node;

  NodeTrouble(URI node) {
    this.node = node;
  }

  /** No answer came at all. */
  ServiceFailure silent(IOException why) {
    if (why instanceof HttpTimeoutException) {
      return new ServiceFailure(
          FailureCode.TIMEOUT, "The node at " + node + " takes too long to answer: try again");
    }
    if (why instanceof SSLException) {
      return new ServiceFailure(
          FailureCode.UNAVAILABLE,
          "No TLS with %s (%s): check the address of --url, and its certificate"
              .formatted(node, why.getMessage()));
    }
    if (why instanceof ConnectException) {
      return new ServiceFailure(
          FailureCode.UNAVAILABLE,
          "No node answers at " + node + ": start one (moneyprinter start), or name it by --url");
    }
    return new ServiceFailure(
        FailureCode.UNAVAILABLE,
        "The connection to %s broke off (%s): try again".formatted(node, why.getMessage()));
  }

  /** An answer that is no success. */
  ServiceFailure refused(HttpResponse<?> answer, byte[] body) {
    int status = answer.statusCode();
    if (status / 100 == 3) {
      return new ServiceFailure(
          FailureCode.UNAVAILABLE,
          "%s sends elsewhere, to %s: name that by --url"
              .formatted(node, answer.headers().firstValue("Location").orElse("nowhere")));
    }
    try {
      JsonNode problem = RecordJson.wire().readTree(body);
      if (problem != null && problem.has("detail")) {
        return refused(status, problem);
      }
    } catch (JsonProcessingException e) {
      return foreign(status);
    } catch (IOException e) {
      return silent(e);
    }
    return foreign(status);
  }

  /** Something answers, but not as a node does. */
  ServiceFailure foreign(int status) {
    return new ServiceFailure(
        FailureCode.UNAVAILABLE,
        status >= 500
            ? "The proxy at %s answers %d: the node behind it does not".formatted(node, status)
            : "What answers at %s (%d) is no moneyprinter node: check --url"
                .formatted(node, status));
  }

  private ServiceFailure refused(int status, JsonNode problem) {
    FailureCode code =
        Arrays.stream(FailureCode.values())
            .filter(known -> known.httpStatus() == status)
            .findFirst()
            .orElse(FailureCode.INVALID);
    List<Violation> violations = new ArrayList<>();
    problem
        .path("violations")
        .forEach(
            wrong ->
                violations.add(
                    new Violation(wrong.path("pointer").asText(), wrong.path("message").asText())));
    String detail = problem.path("detail").asText();
    if (code == FailureCode.UNAUTHENTICATED) {
      detail += ". Commands show the key of --api-key or MONEYPRINTER_API_KEY";
    } else if (status == 405 || detail.equals(ProblemType.NO_PATH)) {
      detail += ". The node may be older than this command: see 'version' of " + health();
    }
    return new ServiceFailure(code, detail, violations);
  }

  private URI health() {
    return node.resolve("/health");
  }
}
