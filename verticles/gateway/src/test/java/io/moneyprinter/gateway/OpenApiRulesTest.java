package io.moneyprinter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The description against the parser of its standard's own makers, and against the recommended
 * rules of public linters (Spectral's {@code spectral:oas}), by their names there.
 */
class OpenApiRulesTest {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private static SwaggerParseResult parsed;
  private static OpenAPI api;

  @BeforeAll
  static void parse() throws IOException {
    try (InputStream in = OpenApiRulesTest.class.getResourceAsStream("/openapi.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      ParseOptions options = new ParseOptions();
      options.setResolve(true);
      parsed = new OpenAPIV3Parser().readContents(text, null, options);
      api = parsed.getOpenAPI();
    }
  }

  private static Map<String, Operation> operations() {
    Map<String, Operation> all = new TreeMap<>();
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> all.put(method + " " + path, operation)));
    return all;
  }

  @Test
  void theParserFindsNothingWrong() {
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(api.getPaths()).hasSizeGreaterThan(50);
  }

  @Test
  void operationIdsAreThereUniqueAndFitForUrls() {
    Set<String> seen = new HashSet<>();

    operations()
        .forEach(
            (name, operation) -> {
              assertThat(operation.getOperationId()).as(name).matches("[A-Za-z0-9_-]+");
              assertThat(seen.add(operation.getOperationId())).as(name + " is unique").isTrue();
            });
  }

  @Test
  void everyOperationHasASummaryAKnownTagAndASuccess() {
    Set<String> tags = api.getTags().stream().map(tag -> tag.getName()).collect(Collectors.toSet());

    operations()
        .forEach(
            (name, operation) -> {
              assertThat(operation.getSummary()).as(name).isNotBlank();
              assertThat(operation.getTags()).as(name).hasSize(1);
              assertThat(tags).as(name).containsAll(operation.getTags());
              assertThat(operation.getResponses().keySet())
                  .as(name + " tells of a success")
                  .anyMatch(status -> status.matches("default|[123]..?.?"));
            });
  }

  @Test
  void pathParametersAreDefinedOnceAndPathsHaveNoQueryOrSlashAtTheEnd() {
    api.getPaths()
        .forEach(
            (path, item) -> {
              assertThat(path).doesNotContain("?").doesNotContain("//");
              assertThat(path.length() == 1 || !path.endsWith("/")).as(path).isTrue();
              item.readOperations()
                  .forEach(
                      operation ->
                          assertThat(defined(item, operation)).as(path).isEqualTo(places(path)));
            });
  }

  private static Set<String> places(String path) {
    Matcher m = PLACE.matcher(path);
    Set<String> names = new HashSet<>();
    while (m.find()) {
      assertThat(names.add(m.group(1))).as(path).isTrue();
    }
    return names;
  }

  private static Set<String> defined(PathItem item, Operation operation) {
    Set<String> names = new HashSet<>();
    for (List<Parameter> parameters :
        List.of(list(item.getParameters()), list(operation.getParameters()))) {
      parameters.stream()
          .map(OpenApiRulesTest::resolved)
          .filter(parameter -> "path".equals(parameter.getIn()))
          .forEach(
              parameter -> {
                assertThat(parameter.getRequired()).as(parameter.getName()).isTrue();
                names.add(parameter.getName());
              });
    }
    return names;
  }

  private static Parameter resolved(Parameter parameter) {
    String reference = parameter.get$ref();
    return reference == null
        ? parameter
        : api.getComponents().getParameters().get(reference.replaceAll(".*/", ""));
  }

  private static List<Parameter> list(List<Parameter> parameters) {
    return parameters == null ? List.of() : parameters;
  }

  @Test
  void theDocumentSaysWhatItIs() {
    assertThat(api.getInfo().getDescription()).isNotBlank();
    assertThat(api.getInfo().getLicense().getIdentifier()).isNotBlank();
    assertThat(api.getServers()).isNotEmpty();
    assertThat(api.getTags()).allSatisfy(tag -> assertThat(tag.getDescription()).isNotBlank());
  }
}
