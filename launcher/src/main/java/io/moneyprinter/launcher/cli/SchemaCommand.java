package io.moneyprinter.launcher.cli;

import io.moneyprinter.gateway.routes.SchemaDocument;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter schema}. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Writes the JSON Schema of a document, for editors that check while you write.",
    footer = {"", "Example:", "  moneyprinter schema brief > brief.schema.json"})
public final class SchemaCommand implements Callable<Integer> {
  /** What there are schemas of. */
  static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1;

    Names() {
      super(SchemaDocument.names());
    }
  }

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = Names.class,
      description = "One of: ${COMPLETION-CANDIDATES}")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (!SchemaDocument.names().contains(name)) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no schema of '%s': there are %s"
              .formatted(name, String.join(", ", SchemaDocument.names())));
    }
    spec.commandLine().getOut().print(SchemaDocument.load().of(name));
    spec.commandLine().getOut().flush();
    return 0;
  }
}
