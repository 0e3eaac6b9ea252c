package io.moneyprinter.gateway.routes;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the API's description, which is ours: the parser's guard against aliases is for others. */
final class ApiDescription {
  private static final int MOST_ALIASES = 1_000;

  private ApiDescription() {}

  static Object parse(String yaml) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    return new Yaml(new SafeConstructor(options)).load(yaml);
  }
}
