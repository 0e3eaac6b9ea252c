package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.DeleteTemplate;
import io.moneyprinter.codecs.content.GetTemplate;
import io.moneyprinter.codecs.content.ListTemplateVersions;
import io.moneyprinter.codecs.content.ListTemplates;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.RenameTemplate;
import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.codecs.content.TemplateList;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.launcher.template.TemplateFile;
import io.moneyprinter.launcher.template.TemplateName;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter template}. */
@Command(
    name = "template",
    mixinStandardHelpOptions = true,
    description = "Keeps what videos have in common, to be filled in by variables.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  moneyprinter template put conf/examples/templates/daily-fact.yaml",
      "  moneyprinter make --template daily-fact --var subject=bees"
    })
public final class TemplateCommand implements Runnable {
  private static final long SECONDS = 30;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(mixinStandardHelpOptions = true, description = "Lists templates, or versions of one.")
  int list(
      @Parameters(arity = "0..1", paramLabel = "NAME", description = "Of this one all versions")
          String name,
      @Mixin InstallationOptions options)
      throws TimeoutException {
    TemplateList list =
        name == null
            ? ask(options, ContentMessages.TEMPLATES, new ListTemplates())
            : ask(options, ContentMessages.TEMPLATE_VERSIONS, new ListTemplateVersions(name));
    list.templates().forEach(this::line);
    out().flush();
    return 0;
  }

  private void line(TemplateList.Entry entry) {
    out()
        .printf(
            "%-28s %4d  %tF  %s%s%n",
            entry.name(),
            entry.version(),
            entry.changedAt().atZone(ZoneId.systemDefault()),
            entry.variables().stream()
                .map(one -> one.required() ? one.name() : "[" + one.name() + "]")
                .collect(Collectors.joining(" ")),
            entry.description() == null ? "" : "  " + entry.description().strip());
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Shows a template, as a file that can be put again.")
  int show(
      @Parameters(paramLabel = "NAME[@VERSION]") String name, @Mixin InstallationOptions options)
      throws TimeoutException {
    TemplateName wanted = TemplateName.of(name);
    GetTemplate wish = new GetTemplate(wanted.name(), wanted.version());
    out().print(TemplateFile.write(ask(options, ContentMessages.GET_TEMPLATE, wish)));
    out().flush();
    return 0;
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Keeps a template, or the next version of one.")
  int put(
      @Parameters(paramLabel = "FILE", description = "YAML or JSON") Path file,
      @Option(names = "--name", description = "Its name (default: that of the file)") String name,
      @Mixin InstallationOptions options)
      throws TimeoutException {
    PutTemplate put = TemplateFile.read(file, name);
    return told(ask(options, ContentMessages.PUT_TEMPLATE, put), "kept");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Gives a template another name; the old one still leads to it.")
  int rename(
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "TO") String to,
      @Mixin InstallationOptions options)
      throws TimeoutException {
    return told(
        ask(options, ContentMessages.RENAME_TEMPLATE, new RenameTemplate(name, to)), "renamed");
  }

  @Command(
      mixinStandardHelpOptions = true,
      description = "Takes a template away; videos that were ordered stay as they are.")
  int delete(@Parameters(paramLabel = "NAME") String name, @Mixin InstallationOptions options)
      throws TimeoutException {
    return told(
        ask(options, ContentMessages.DELETE_TEMPLATE, new DeleteTemplate(name)), "taken away");
  }

  private int told(Template template, String what) {
    out().printf("%s, version %d: %s%n", template.name(), template.version(), what);
    out().flush();
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static <Q extends Record, R extends Record> R ask(
      InstallationOptions options, Endpoint<Q, R> endpoint, Q wish) throws TimeoutException {
    Installation installation = options.read();
    LogSetup.toFile(
        installation.config().logging(), installation.data().resolve("logs/template.log"));
    try (RunningNode node = RunningNode.start(installation, Set.of("storage", "content"))) {
      return endpoint.ask(node.vertx().eventBus(), wish).await(SECONDS, TimeUnit.SECONDS);
    }
  }
}
