package io.moneyprinter.launcher.template;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.codecs.content.TemplateVariable;
import io.moneyprinter.codecs.json.MappingFault;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.launcher.make.KeyPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Templates as files: YAML, or JSON when the name ends so. */
public final class TemplateFile {
  /** What a file holds; the same as the body of {@code PUT /v1/templates/{name}}. */
  private record Body(
      String description,
      List<TemplateVariable> variables,
      Map<PromptName, String> prompts,
      JsonNode brief) {}

  private TemplateFile() {}

  /**
   * The wish to keep what a file says.
   *
   * @param name {@code null} for that of the file
   */
  public static PutTemplate read(Path file, String name) {
    String fileName = file.getFileName().toString();
    JsonFactory format = fileName.endsWith(".json") ? new JsonFactory() : new YAMLFactory();
    String text = text(file);
    try {
      Body body = RecordJson.strict(format).readValue(text, Body.class);
      return new PutTemplate(
          name == null ? fileName.replaceFirst("\\.[^.]*$", "") : name,
          body.description(),
          body.variables(),
          body.prompts(),
          body.brief() == null || body.brief().isNull() ? null : body.brief().toString(),
          null);
    } catch (JsonMappingException e) {
      Violation fault = MappingFault.of(e);
      throw wrong(file, place(e, text, format), fault.toString());
    } catch (JsonProcessingException e) {
      throw wrong(file, e.getLocation(), e.getOriginalMessage());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new ServiceFailure(
          FailureCode.NOT_FOUND,
          file
              + " cannot be read as text in UTF-8; conf/examples/templates/daily-fact.yaml is a"
              + " template to start from");
    }
  }

  private static JsonLocation place(JsonMappingException e, String text, JsonFactory format) {
    try {
      return KeyPlace.of(e, text, format).orElse(e.getLocation());
    } catch (IOException notReadable) {
      return e.getLocation();
    }
  }

  private static ServiceFailure wrong(Path file, JsonLocation at, String what) {
    String place =
        at == null ? "" : " line %d column %d".formatted(at.getLineNr(), at.getColumnNr());
    return new ServiceFailure(FailureCode.INVALID, file + place + ": " + what);
  }

  /** A template as such a file. */
  public static String write(Template template) {
    YAMLFactory yaml =
        YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build();
    try {
      return "# %s, version %d of %d%n"
              .formatted(template.name(), template.version(), template.latest())
          + RecordJson.strict(yaml)
              .writeValueAsString(
                  new Body(
                      template.description(),
                      template.variables(),
                      template.prompts(),
                      RecordJson.strict().readTree(template.brief())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored template is JSON", e);
    }
  }
}
