package io.moneyprinter.orchestration.workflow;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Takes only true and false for truth values (YAML 1.2), so that {@code on:} is a word. */
final class YamlWords extends Resolver {
  private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");

  @Override
  public void addImplicitResolver(Tag tag, Pattern form, String first, int limit) {
    if (tag.equals(Tag.BOOL)) {
      super.addImplicitResolver(tag, TRUTH, "tTfF", limit);
    } else {
      super.addImplicitResolver(tag, form, first, limit);
    }
  }
}
