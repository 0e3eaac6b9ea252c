package io.moneyprinter.content;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.CheckTemplate;
import io.moneyprinter.codecs.content.CheckedTemplate;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.DeleteTemplate;
import io.moneyprinter.codecs.content.FillBrief;
import io.moneyprinter.codecs.content.FilledBrief;
import io.moneyprinter.codecs.content.GetTemplate;
import io.moneyprinter.codecs.content.ListTemplateVersions;
import io.moneyprinter.codecs.content.ListTemplates;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.RenameTemplate;
import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.codecs.content.TemplateList;
import io.moneyprinter.codecs.content.TemplateVariable;
import io.moneyprinter.codecs.content.VariableType;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.content.WriteScript;
import io.moneyprinter.codecs.users.AccountDeleted;
import io.moneyprinter.codecs.users.AccountMessages;
import io.moneyprinter.codecs.users.Departure;
import io.moneyprinter.codecs.users.DepartureList;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TemplateTest {
  private static final CallContext OURS = new CallContext("c", "ours", "ann", null);
  private static final CallContext THEIRS = new CallContext("c", "theirs", "bob", null);

  private static final String BRIEF =
      """
      {"topic": "A fact about {{subject}}", "language": "de", "title": "{{ subject }}",
       "writing": {"seconds": "{{seconds}}", "audience": "{{audience}}", "tone": "for {{audience}}!"},
       "music": {"mood": "bright"}}""";

  private static final List<TemplateVariable> VARIABLES =
      List.of(
          new TemplateVariable("subject", null, "What it is about", null, null, null),
          new TemplateVariable(
              "seconds",
              VariableType.INTEGER,
              null,
              value(20),
              null,
              List.of(value(20), value(40))),
          new TemplateVariable("audience", null, null, null, false, null));

  @RegisterExtension final TestNode test = TestNode.withDatabases();
  private FakeModelServer model;
  private EventBus bus;

  @BeforeEach
  void start() {
    bus = test.vertx().eventBus();
    model = new FakeModelServer(test.vertx());
    ContentConfig config = Configs.one(model.baseUrl(), Duration.ofSeconds(9));
    answer(test.vertx().deployVerticle(new ContentVerticle(config, test.node())));
  }

  private static VariableValue value(Object scalar) {
    return new VariableValue(scalar);
  }

  private static PutTemplate fact(String brief, Integer expected) {
    return new PutTemplate("fact", "Facts", VARIABLES, Map.of(), brief, expected);
  }

  private Future<Template> put(PutTemplate put) {
    return ContentMessages.PUT_TEMPLATE.ask(bus, put, OURS);
  }

  private VideoBrief filled(String brief) {
    return answer(
        ContentMessages.FILL_BRIEF.ask(bus, new FillBrief(brief), OURS).map(FilledBrief::brief));
  }

  private ServiceFailure refused(String brief) {
    return failure(ContentMessages.FILL_BRIEF.ask(bus, new FillBrief(brief), OURS));
  }

  @Test
  void aBriefIsFilledInAndItsOwnKeysWin() {
    answer(put(fact(BRIEF, null)));

    VideoBrief brief =
        filled(
            """
            {"template": {"name": "fact", "variables": {"subject": "bees and {{seconds}}"}},
             "language": "en", "writing": {"style": "quiz"}, "music": null}""");

    assertThat(brief.topic()).isEqualTo("A fact about bees and {{seconds}}");
    assertThat(brief.title()).isEqualTo("bees and {{seconds}}");
    assertThat(brief.language()).isEqualTo("en");
    assertThat(brief.writing().seconds()).isEqualTo(20);
    assertThat(brief.writing().style()).isEqualTo("quiz");
    assertThat(brief.writing().audience()).as("nothing was said").isNull();
    assertThat(brief.writing().tone()).isEqualTo("for !");
    assertThat(brief.music()).as("taken away").isEqualTo(VideoBrief.builder().build().music());
    assertThat(brief.template().version()).isEqualTo(1);
    assertThat(brief.template().variables())
        .isEqualTo(Map.of("subject", value("bees and {{seconds}}"), "seconds", value(20)));

    VideoBrief other =
        filled(
            """
            {"template": {"name": "fact", "variables": {"subject": "x", "seconds": "40"}},
             "script": "Said as it is."}""");
    assertThat(other.topic()).as("a script is instead of the topic").isNull();
    assertThat(other.writing().seconds()).as("text that reads as a number").isEqualTo(40);
  }

  @Test
  void whatIsWrongWithAnOrderIsToldByPointer() {
    answer(put(fact(BRIEF, null)));

    assertThat(
            refused(
                    """
                    {"template": {"name": "fact",
                      "variables": {"seconds": "long", "colour": "red"}}}""")
                .violations())
        .extracting("pointer", "message")
        .containsExactlyInAnyOrder(
            tuple(
                "/template/variables/colour",
                "There is no variable 'colour': there are subject, seconds, audience"),
            tuple(
                "/template/variables/subject", "has to be given: What it is about; text is wanted"),
            tuple("/template/variables/seconds", "one of 20, 40 is wanted, not 'long'"));
    assertThat(refused("{\"template\": {\"name\": \"news\"}}").violations().get(0))
        .hasToString("/template/name: There is no template 'news'; there are fact");
    assertThat(refused("{\"template\": {\"name\": \"fact\", \"version\": 3}}").violations().get(0))
        .hasToString("/template/version: The template 'fact' has no version 3; there are 1 to 1");
    assertThat(refused("{\"template\": \"fact\"}").violations())
        .extracting("pointer")
        .containsExactly("/template");
  }

  @Test
  void versionsAreOnlyAddedAndNamesLeadToThemForEver() {
    answer(put(fact(BRIEF, 0)));
    Template same = answer(put(fact(BRIEF, null)));
    Template second = answer(put(fact("{\"topic\": \"{{subject}}!\"}", 1)));

    assertThat(same.version()).as("nothing new was said").isEqualTo(1);
    assertThat(second.version()).isEqualTo(2);
    assertThat(failure(put(fact(BRIEF, 1))).code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(
            filled(
                    "{\"template\": {\"name\": \"fact\", \"version\": 1, \"variables\": {\"subject\": \"x\"}}}")
                .topic())
        .isEqualTo("A fact about x");

    answer(
        ContentMessages.RENAME_TEMPLATE.ask(bus, new RenameTemplate("fact", "daily-fact"), OURS));
    assertThat(get("fact", null).name()).isEqualTo("daily-fact");
    answer(ContentMessages.DELETE_TEMPLATE.ask(bus, new DeleteTemplate("daily-fact"), OURS));
    assertThat(answer(ContentMessages.TEMPLATES.ask(bus, new ListTemplates(), OURS)).templates())
        .isEmpty();
    assertThat(refused("{\"template\": {\"name\": \"fact\"}}").violations().get(0).message())
        .isEqualTo("There is no template 'fact'; there are none yet");
    assertThat(answer(put(fact(BRIEF, 0))).version()).as("counts on").isEqualTo(3);
    assertThat(
            answer(
                    ContentMessages.TEMPLATE_VERSIONS.ask(
                        bus, new ListTemplateVersions("daily-fact"), OURS))
                .templates())
        .extracting(TemplateList.Entry::version)
        .containsExactly(3, 2, 1);
  }

  private Template get(String name, Integer version) {
    return answer(ContentMessages.GET_TEMPLATE.ask(bus, new GetTemplate(name, version), OURS));
  }

  @Test
  void aTenantSeesAndChangesItsOwnAlone() {
    answer(put(fact(BRIEF, null)));

    assertThat(answer(ContentMessages.TEMPLATES.ask(bus, new ListTemplates(), THEIRS)).templates())
        .isEmpty();
    assertThat(code(ContentMessages.GET_TEMPLATE.ask(bus, new GetTemplate("fact", 1), THEIRS)))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(code(ContentMessages.DELETE_TEMPLATE.ask(bus, new DeleteTemplate("fact"), THEIRS)))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(
            code(ContentMessages.RENAME_TEMPLATE.ask(bus, new RenameTemplate("fact", "x"), THEIRS)))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(
            code(
                ContentMessages.TEMPLATE_VERSIONS.ask(
                    bus, new ListTemplateVersions("fact"), THEIRS)))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(
            failure(
                    ContentMessages.FILL_BRIEF.ask(
                        bus, new FillBrief("{\"template\": {\"name\": \"fact\"}}"), THEIRS))
                .violations()
                .get(0)
                .message())
        .doesNotContain("there are fact");
    Template theirs =
        answer(ContentMessages.PUT_TEMPLATE.ask(bus, fact("{\"topic\": \"theirs\"}", 0), THEIRS));
    assertThat(theirs.version()).isEqualTo(1);
    assertThat(theirs.changedBy()).isEqualTo("bob");
    assertThat(get("fact", null).brief()).isEqualTo(BRIEF);
  }

  private static FailureCode code(Future<?> refused) {
    return failure(refused).code();
  }

  @Test
  void whatIsWrongWithATemplateIsToldBeforeItIsKept() {
    PutTemplate wrong =
        new PutTemplate(
            "No Name",
            null,
            List.of(
                new TemplateVariable("n", VariableType.INTEGER, null, value("x"), null, null),
                new TemplateVariable("n", null, null, null, null, null),
                new TemplateVariable("topic", null, null, null, null, null)),
            Map.of(PromptName.SCRIPT_USER, "Write about {{topic}} like {{author}}"),
            "{}",
            null);
    assertThat(failure(put(wrong)).violations())
        .extracting("pointer")
        .containsExactly(
            "/name",
            "/variables/0/default",
            "/variables/1/name",
            "/prompts/script-user",
            "/prompts/script-user");
    assertThat(failure(put(fact("{\"topic\": \"{{sbject}}\"}", null))).violations().get(0))
        .hasToString(
            "/brief/topic: names {{sbject}}, which is no variable of the template; known are"
                + " audience, seconds, subject");
    assertThat(failure(put(fact("{\"tpic\": \"x\"}", null))).violations().get(0).pointer())
        .isEqualTo("/brief/tpic");
    answer(put(fact("{\"topic\": \"x\", \"rate\": \"{{subject}}\"}", null)));
    assertThat(
            refused("{\"template\": {\"name\": \"fact\", \"variables\": {\"subject\": \"quick\"}}}")
                .violations()
                .get(0))
        .hasToString(
            "/rate: is not of the right kind; a number is wanted (as the template 'fact', version 1,"
                + " fills it in)");
  }

  @Test
  void itsPromptsAreSaidInThePlaceOfTheShippedOnes() {
    answer(
        put(
            new PutTemplate(
                "song",
                null,
                VARIABLES.subList(0, 1),
                Map.of(PromptName.SCRIPT_USER, "Sing of {{topic}} as {{subject}} in {{language}}."),
                "{}",
                null)));
    VideoBrief brief =
        filled(
            """
            {"topic": "tea", "template": {"name": "song", "variables": {"subject": "{{topic}}"}}}""");
    model.says(
        "{\"title\": \"Tea\", \"scenes\": [{\"narration\": \"Tea is a leaf in hot water.\"}]}");

    answer(ContentMessages.WRITE_SCRIPT.ask(bus, new WriteScript(brief), OURS));

    assertThat(model.asked().get(0).body().path("messages").path(1).path("content").asText())
        .isEqualTo("Sing of tea as {{topic}} in English (en).");
  }

  @Test
  void theNameOfWhoeverLeftIsTakenOffAndATenantThatIsNoMoreIsForgotten() {
    answer(put(fact(BRIEF, null)));
    answer(ContentMessages.PUT_TEMPLATE.ask(bus, fact(BRIEF, null), THEIRS));
    AccountMessages.DEPARTURES.serve(
        bus,
        wish ->
            Future.succeededFuture(
                new DepartureList(
                    List.of(
                        new Departure(1, "ours", "ann", false, Instant.now(), true),
                        new Departure(2, "theirs", "bob", true, Instant.now())))));
    AccountMessages.ACCOUNT_DELETED.publish(bus, new AccountDeleted("theirs", "bob", true));

    Await.until(
        "the tenant is forgotten",
        Duration.ofSeconds(20),
        () ->
            answer(ContentMessages.TEMPLATES.ask(bus, new ListTemplates(), THEIRS))
                .templates()
                .isEmpty());
    Template ours =
        answer(ContentMessages.GET_TEMPLATE.ask(bus, new GetTemplate("fact", null), OURS));
    assertThat(ours.changedBy()).isEqualTo(CallContext.SYSTEM);
  }

  @Test
  void aTemplateIsLookedOverWithoutBeingKept() {
    List<TemplateVariable> idle =
        List.of(new TemplateVariable("unused", null, null, null, null, null));
    PutTemplate odd = new PutTemplate("fact", null, idle, Map.of(), "{\"topic\": \"x\"}", null);
    CheckedTemplate fresh = answer(check(odd));
    assertThat(fresh.version()).isEqualTo(1);
    assertThat(fresh.warnings()).extracting("pointer").containsExactly("/variables/0");
    assertThat(answer(ContentMessages.TEMPLATES.ask(bus, new ListTemplates(), OURS)).templates())
        .isEmpty();

    answer(put(fact(BRIEF, null)));
    CheckedTemplate same = answer(check(fact(BRIEF, 1)));
    assertThat(same.version()).isEqualTo(1);
    assertThat(same.warnings()).extracting("message").asString().contains("says just this");
    assertThat(answer(check(odd)).version()).isEqualTo(2);
    assertThat(failure(check(fact(BRIEF, 7))).code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(failure(check(fact("{\"tpic\": \"x\"}", null))).violations().get(0).pointer())
        .isEqualTo("/brief/tpic");
  }

  private Future<CheckedTemplate> check(PutTemplate put) {
    return ContentMessages.CHECK_TEMPLATE.ask(bus, new CheckTemplate(put), OURS);
  }
}
