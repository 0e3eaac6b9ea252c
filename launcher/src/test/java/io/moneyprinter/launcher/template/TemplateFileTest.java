package io.moneyprinter.launcher.template;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.GetTemplate;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.content.ContentConfig;
import io.moneyprinter.content.ContentVerticle;
import io.moneyprinter.launcher.make.BriefOptions;
import io.moneyprinter.platform.settings.SettingsBinder;
import io.moneyprinter.platform.settings.YamlLayer;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.eventbus.EventBus;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Templates from files, and briefs from templates, as the command line reads and fills them. */
class TemplateFileTest {
  private static final Path EXAMPLE = Path.of("../conf/examples/templates/daily-fact.yaml");

  record Service(ContentConfig content) {}

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  @TempDir Path folder;
  private EventBus bus;

  @BeforeEach
  void start() {
    bus = test.vertx().eventBus();
    ContentConfig config =
        SettingsBinder.bind(
                Service.class, YamlLayer.read("t.yaml", new StringReader("{}")), Map.of())
            .content();
    answer(test.vertx().deployVerticle(new ContentVerticle(config, test.node())));
  }

  private VideoBrief made(String... arguments) {
    BriefOptions options = CommandLine.populateCommand(new BriefOptions(), arguments);
    CallContext caller = CallContext.system(CallContext.LOCAL_TENANT);
    return answer(options.filled(options.read(), bus, caller)).brief();
  }

  @Test
  void theExampleIsKeptAndMadeFrom() throws IOException {
    PutTemplate put = TemplateFile.read(EXAMPLE, null);
    Template kept = answer(ContentMessages.PUT_TEMPLATE.ask(bus, put));
    assertThat(kept.name()).isEqualTo("daily-fact");

    VideoBrief brief =
        made(
            "--template",
            "daily-fact@1",
            "--var",
            "subject=honey",
            "--var",
            "length=20",
            "--music",
            "CALM");

    assertThat(brief.topic()).endsWith("fact about honey");
    assertThat(brief.title()).isEqualTo("honey: did you know?");
    assertThat(brief.writing().seconds()).isEqualTo(20);
    assertThat(brief.writing().prompts()).containsOnlyKeys(PromptName.SCRIPT_USER);
    assertThat(brief.music().mood()).isEqualTo(MusicBrief.Mood.CALM);
    assertThat(brief.template().variables())
        .isEqualTo(Map.of("subject", new VariableValue("honey"), "length", new VariableValue(20)));

    Path file =
        Files.writeString(
            folder.resolve("b.yaml"),
            """
            template: {name: daily-fact, variables: {subject: tea}}
            writing: {seconds: 60}
            materials: {folder: .}
            """);
    assertThat(made(file.toString(), "--var", "audience=cooks").writing().seconds()).isEqualTo(60);
    assertThat(made(file.toString(), "--script", "Tea.").topic()).isNull();
  }

  @Test
  void whatIsShownCanBePutAgain() throws IOException {
    Template kept =
        answer(ContentMessages.PUT_TEMPLATE.ask(bus, TemplateFile.read(EXAMPLE, "series")));
    Path shown = Files.writeString(folder.resolve("series.yaml"), TemplateFile.write(kept));

    answer(ContentMessages.PUT_TEMPLATE.ask(bus, TemplateFile.read(shown, null)));

    assertThat(
            answer(ContentMessages.GET_TEMPLATE.ask(bus, new GetTemplate("series", null)))
                .version())
        .as("it says the same")
        .isEqualTo(1);
  }

  @Test
  void whatIsWrongWithAFileIsToldByLine() throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), "brief: {}\nvariables:\n  - nme: x\n");

    assertThatThrownBy(() -> TemplateFile.read(file, null))
        .hasMessageContaining("line 3")
        .hasMessageContaining("/variables/0/nme");
    assertThatThrownBy(
            () ->
                CommandLine.populateCommand(new BriefOptions(), "--topic", "x", "--var", "a=b")
                    .read())
        .hasMessageContaining("--template");
  }
}
