package io.moneyprinter.launcher.make;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.TemplateUse;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.launcher.template.TemplateName;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What the command line says about the template; it goes before what the file says. */
public final class TemplateOptions {
  @Option(
      names = "--template",
      paramLabel = "NAME[@VERSION]",
      description = "Take all that is not said from a template ('moneyprinter template list')")
  private String template;

  @Option(
      names = "--var",
      paramLabel = "NAME=VALUE",
      description = "What a variable of the template stands for; may be given several times")
  private Map<String, String> variables = Map.of();

  boolean given() {
    return template != null;
  }

  /** The content with the template of these options, where they name one. */
  BriefFile.Content over(BriefFile.Content content) {
    TemplateUse written = content.brief().template();
    if (template == null && variables.isEmpty()) {
      return content;
    }
    if (template == null && written == null) {
      throw new ServiceFailure(
          FailureCode.INVALID, "--var is for templates: name one by --template, or in the file");
    }
    TemplateUse use = use(written);
    try {
      ObjectNode keys = (ObjectNode) RecordJson.strict().readTree(content.keys());
      keys.set("template", RecordJson.wire().valueToTree(use));
      return new BriefFile.Content(
          content.brief().but().template(use).build(), content.folder(), keys.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What was read as JSON is JSON", e);
    }
  }

  private TemplateUse use(TemplateUse written) {
    Map<String, VariableValue> values =
        new HashMap<>(written == null ? Map.of() : written.variables());
    variables.forEach((name, value) -> values.put(name, new VariableValue(value)));
    if (template == null) {
      return new TemplateUse(written.name(), written.version(), values);
    }
    TemplateName named = TemplateName.of(template);
    return new TemplateUse(named.name(), named.version(), values);
  }
}
