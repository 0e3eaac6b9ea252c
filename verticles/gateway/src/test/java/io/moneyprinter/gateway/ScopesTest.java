package io.moneyprinter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.users.Permission;
import io.moneyprinter.codecs.users.Role;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a credential may be good for, as the API's description says it. */
class ScopesTest {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "patch", "delete", "options");
  private static final String SOME_ID = "0b5d4b5e-7d0c-4f55-9a3c-3c7a3f3f2b11";

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;

  @BeforeEach
  void start() {
    gateway =
        RunningGateway.start(
            test.node(), TestConfig.with("auth", "required", "limits.enabled", "false"));
  }

  private HttpResponse<Buffer> ask(String method, String path, String key) {
    return Answers.answer(
        gateway
            .request(HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)), path)
            .putHeader("X-API-Key", key)
            .send());
  }

  /** The scope that each operation is described to want. */
  private Map<String, String> described() {
    JsonObject paths = gateway.get("/v1/openapi.json").bodyAsJsonObject().getJsonObject("paths");
    Map<String, String> described = new TreeMap<>();
    for (String path : paths.fieldNames()) {
      JsonObject item = paths.getJsonObject(path);
      for (String method : METHODS) {
        JsonArray security =
            item.containsKey(method) ? item.getJsonObject(method).getJsonArray("security") : null;
        if (security == null || security.isEmpty()) {
          continue;
        }
        JsonArray scopes = security.getJsonObject(0).getJsonArray("apiKey");
        if (scopes == null || scopes.isEmpty()) {
          continue; // any credential will do
        }
        described.put(method + " " + path, scopes.getString(0));
      }
    }
    return described;
  }

  /** What a key is told to lack for an operation; the status and the answer where it is let in. */
  private String wanted(String operation, String key) {
    String[] parts = operation.split(" ");
    HttpResponse<Buffer> answer = ask(parts[0], parts[1].replaceAll("\\{\\w+}", SOME_ID), key);
    String detail = answer.bodyAsString();
    int from = detail == null ? -1 : detail.indexOf("the scope '");
    return answer.statusCode() == 403 && from >= 0
        ? detail.substring(from + 11, detail.indexOf('\'', from + 11))
        : answer.statusCode() + " " + detail;
  }

  @Test
  void everyOperationWantsTheScopeThatIsDescribed() {
    Map<String, String> described = described();
    Map<String, String> wanted = new TreeMap<>();
    described
        .keySet()
        .forEach(operation -> wanted.put(operation, wanted(operation, FakeServices.NOTHING_KEY)));

    assertThat(wanted).isEqualTo(described);
    assertThat(described).hasSizeGreaterThan(100);
  }

  /** Each role against each route: kept out of just those whose permission it has not. */
  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "OPERATOR")
  void aRoleIsKeptOutOfWhatItMayNotAndOfNothingElse(Role role) {
    Map<String, String> described = described();
    Set<String> refused = new TreeSet<>();
    Set<String> expected = new TreeSet<>();
    described.forEach(
        (operation, scope) -> {
          if (!role.may(Permission.of(scope).orElseThrow())) {
            expected.add(operation);
          }
          if (wanted(operation, FakeServices.ROLE_KEY + role.name()).equals(scope)) {
            refused.add(operation);
          }
        });

    assertThat(refused).isEqualTo(expected).hasSizeBetween(1, described.size() - 10);
  }

  @Test
  void aKeyForMaterialsOpensNothingElse() {
    assertThat(ask("get", "/v1/materials/not-an-id", FakeServices.MATERIALS_KEY).statusCode())
        .as("let in, and nothing is there")
        .isEqualTo(404);
    assertThat(ask("get", "/v1/videos", FakeServices.MATERIALS_KEY).statusCode()).isEqualTo(403);
    assertThat(ask("get", "/v1/music", FakeServices.MATERIALS_KEY).statusCode()).isEqualTo(403);
    assertThat(ask("delete", "/v1/materials/x", FakeServices.MATERIALS_KEY).statusCode())
        .isEqualTo(403);
  }

  @Test
  void aKeyOfBeforeThereWereSuchScopesWorksAsItDid() {
    assertThat(ask("get", "/v1/materials/not-an-id", FakeServices.READER_KEY).statusCode())
        .isEqualTo(404);
    assertThat(ask("delete", "/v1/materials/x", FakeServices.READER_KEY).statusCode())
        .isEqualTo(403);
  }
}
