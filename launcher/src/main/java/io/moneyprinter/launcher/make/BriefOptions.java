package io.moneyprinter.launcher.make;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.FillBrief;
import io.moneyprinter.codecs.video.BriefRules;
import io.moneyprinter.codecs.video.VideoBrief;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is to be made, by file, template and options together; an option wins over the file. */
public final class BriefOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "What to make: YAML, JSON or plain text (title, empty line, script)")
  private Path file;

  @Mixin private VideoOptions video = new VideoOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private TemplateOptions template = new TemplateOptions();

  /**
   * The brief as file and options together say it; what is wrong with it is {@code INVALID}. One
   * with a template is to be made whole by {@link #filled}.
   */
  public BriefFile.Content read() {
    if (file == null && !video.newText() && !template.given()) {
      throw new ServiceFailure(
          FailureCode.INVALID,
          "Say what to make: a file (moneyprinter make conf/examples/coffee.yaml), --script TEXT,"
              + " --topic TOPIC or --template NAME");
    }
    BriefFile.Content written =
        file == null
            ? new BriefFile.Content(VideoBrief.builder().build(), Optional.empty(), "{}")
            : BriefFile.read(file);
    BriefFile.Content content = template.over(written);
    return content.brief().template() == null ? whole(content, content.brief()) : content;
  }

  /** The same filled in from the template that it names; as it is where it names none. */
  public Future<BriefFile.Content> filled(
      BriefFile.Content content, EventBus bus, CallContext caller) {
    return content.brief().template() == null
        ? Future.succeededFuture(content)
        : ContentMessages.FILL_BRIEF
            .ask(bus, new FillBrief(content.keys()), caller)
            .map(filled -> whole(content, filled.brief()));
  }

  /**
   * The same with the options over it.
   *
   * @param filled the brief as its template fills it in
   */
  BriefFile.Content whole(BriefFile.Content content, VideoBrief filled) {
    VideoBrief brief = over(filled);
    Optional<Path> folder = video.materials().or(content::folder);
    List<Violation> violations =
        BriefRules.violations(folder.map(own -> OwnFolder.imported(own, brief)).orElse(brief));
    if (!violations.isEmpty()) {
      throw ServiceFailure.invalid(
          (file == null ? "This" : file.toString()) + " cannot be made into a video:", violations);
    }
    folder.ifPresent(OwnFolder::require);
    return new BriefFile.Content(brief, folder, content.keys());
  }

  private VideoBrief over(VideoBrief filled) {
    VideoBrief brief = video.over(filled);
    return brief.but().output(output.over(brief.output())).build();
  }

  /** The name to show for what is made. */
  public String name() {
    if (file != null) {
      return file.toString();
    }
    return template.given() ? "from the template" : "the given text";
  }
}
