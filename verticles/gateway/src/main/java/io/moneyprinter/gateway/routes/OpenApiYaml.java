package io.moneyprinter.gateway.routes;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the API's own description. */
final class OpenApiYaml {
  /** The reader's own bound is meant for texts of strangers; ours repeats itself more often. */
  private static final int MOST_ALIASES = 500;

  private OpenApiYaml() {}

  static Object read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(MOST_ALIASES);
    return new Yaml(new SafeConstructor(options)).load(text);
  }
}
