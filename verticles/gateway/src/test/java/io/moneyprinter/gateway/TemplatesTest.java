package io.moneyprinter.gateway;

import static io.moneyprinter.gateway.RunningGateway.problem;
import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.bus.Violation;
import io.moneyprinter.codecs.content.CheckTemplate;
import io.moneyprinter.codecs.content.CheckedTemplate;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.FillBrief;
import io.moneyprinter.codecs.content.FilledBrief;
import io.moneyprinter.codecs.content.GetTemplate;
import io.moneyprinter.codecs.content.PromptName;
import io.moneyprinter.codecs.content.PutTemplate;
import io.moneyprinter.codecs.content.RenameTemplate;
import io.moneyprinter.codecs.content.Template;
import io.moneyprinter.codecs.content.TemplateList;
import io.moneyprinter.codecs.content.TemplateUse;
import io.moneyprinter.codecs.content.TemplateVariable;
import io.moneyprinter.codecs.content.VariableType;
import io.moneyprinter.codecs.content.VariableValue;
import io.moneyprinter.codecs.schedule.CreateSchedule;
import io.moneyprinter.codecs.schedule.ScheduleMessages;
import io.moneyprinter.codecs.video.VideoBrief;
import io.moneyprinter.gateway.auth.AuthMode;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Templates, and briefs filled in from them, as they travel from HTTP to the services. */
class TemplatesTest {
  private static final Template TEMPLATE =
      new Template(
          "fact",
          3,
          "Facts",
          List.of(
              new TemplateVariable(
                  "n", VariableType.INTEGER, null, new VariableValue(3), null, List.of())),
          Map.of(PromptName.SCRIPT_USER, "Say {{n}}"),
          "{\"topic\":\"{{n}} facts\"}",
          3,
          Instant.EPOCH,
          "ann");

  @RegisterExtension final TestNode test = TestNode.plain();
  private RunningGateway gateway;
  private volatile Record asked;
  private volatile Future<FilledBrief> filled;

  @BeforeEach
  void start() {
    gateway = RunningGateway.start(test.node(), AuthMode.LOCAL);
    serve(ContentMessages.GET_TEMPLATE, TEMPLATE);
    serve(ContentMessages.RENAME_TEMPLATE, TEMPLATE);
    serve(ContentMessages.DELETE_TEMPLATE, TEMPLATE);
    serve(ContentMessages.TEMPLATES, new TemplateList(List.of()));
    serve(ContentMessages.TEMPLATE_VERSIONS, new TemplateList(List.of()));
    ContentMessages.PUT_TEMPLATE.serve(
        test.vertx().eventBus(),
        put -> {
          asked = put;
          return put.expected() == null || put.expected() == 3
              ? Future.succeededFuture(TEMPLATE)
              : Future.failedFuture(ServiceFailure.conflict("The latest version is 3"));
        });
    ContentMessages.FILL_BRIEF.serve(
        test.vertx().eventBus(),
        wish -> {
          asked = wish;
          return filled;
        });
  }

  private <Q extends Record, R extends Record> void serve(Endpoint<Q, R> endpoint, R answer) {
    endpoint.serve(
        test.vertx().eventBus(),
        wish -> {
          asked = wish;
          return Future.succeededFuture(answer);
        });
  }

  @Test
  void aTemplateIsKeptReadRenamedAndTakenAway() {
    String body =
        """
        {"description": "Facts",
         "variables": [{"name": "n", "type": "integer", "default": 3}],
         "prompts": {"script-user": "Say {{n}}"}, "brief": {"topic": "{{n}} facts"}}""";
    HttpResponse<Buffer> kept = gateway.put("/v1/templates/fact", body);

    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(kept.getHeader("ETag")).isEqualTo("\"3\"");
    assertThat(asked)
        .isEqualTo(
            new PutTemplate(
                "fact", "Facts", TEMPLATE.variables(), TEMPLATE.prompts(), TEMPLATE.brief(), null));
    JsonObject seen = gateway.get("/v1/templates/fact?version=3").bodyAsJsonObject();
    assertThat(asked).isEqualTo(new GetTemplate("fact", 3));
    assertThat(seen.getJsonObject("brief").getString("topic")).isEqualTo("{{n}} facts");
    assertThat(seen.getJsonObject("prompts").getString("script-user")).isEqualTo("Say {{n}}");
    assertThat(seen.getJsonArray("variables").getJsonObject(0).getInteger("default")).isEqualTo(3);
    assertThat(gateway.get("/v1/templates/fact", "If-None-Match", "\"3\"").statusCode())
        .isEqualTo(304);
    gateway.post("/v1/templates/fact/rename", "{\"to\":\"facts\"}");
    assertThat(asked).isEqualTo(new RenameTemplate("fact", "facts"));
    assertThat(gateway.get("/v1/templates").bodyAsString()).isEqualTo("{\"templates\":[]}");
    assertThat(gateway.get("/v1/templates/fact/versions").statusCode()).isEqualTo(200);
    assertThat(answer(gateway.json(HttpMethod.DELETE, "/v1/templates/fact").send()).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsNotWellPutIsRefused() {
    HttpResponse<Buffer> late =
        answer(
            gateway
                .json(HttpMethod.PUT, "/v1/templates/fact")
                .putHeader("If-Match", "\"2\"")
                .sendBuffer(Buffer.buffer("{}")));
    assertThat(problem(late).getString("detail")).isEqualTo("The latest version is 3");
    assertThat(gateway.put("/v1/templates/fact", "{\"prompts\":{\"poem\":\"x\"}}").bodyAsString())
        .contains("/prompts", "script-system");
    assertThat(
            gateway
                .put("/v1/templates/fact", "{\"variables\":[{\"name\":\"n\",\"default\":[1]}]}")
                .bodyAsString())
        .contains("/variables/0/default", "must be text, a number, or true or false");
  }

  @Test
  void anOrderIsFilledInBeforeItIsLookedOver() {
    VideoBrief whole =
        VideoBrief.builder()
            .topic("3 facts")
            .template(new TemplateUse("fact", 3, Map.of("n", new VariableValue(3))))
            .build();
    filled = Future.succeededFuture(new FilledBrief(whole));
    String order = "{\"template\":{\"name\":\"fact\",\"variables\":{\"n\":3}},\"language\":\"en\"}";

    HttpResponse<Buffer> made = gateway.post("/v1/videos", order);

    assertThat(made.statusCode()).isEqualTo(202);
    assertThat(asked).isEqualTo(new FillBrief(order));
    String id = made.bodyAsJsonObject().getString("id");
    assertThat(gateway.services.jobs.get(id).brief()).isEqualTo(whole);

    filled = Future.succeededFuture(new FilledBrief(VideoBrief.builder().build()));
    assertThat(problem(gateway.post("/v1/videos", order)).encode()).contains("Give one of");
    filled = Future.failedFuture(ServiceFailure.invalid("/template/name", "There is no template"));
    assertThat(problem(gateway.post("/v1/videos", order)).encode()).contains("/template/name");
  }

  @Test
  void aScheduleIsFilledInToo() {
    VideoBrief whole = VideoBrief.builder().topic("3 facts").build();
    filled = Future.succeededFuture(new FilledBrief(whole));
    ScheduleMessages.CREATE.serve(
        test.vertx().eventBus(),
        wish -> {
          asked = wish;
          return Future.failedFuture(ServiceFailure.conflict("enough"));
        });
    String order =
        "{\"cron\":\"0 9 * * *\",\"brief\":{\"template\":{\"name\":\"fact\"},\"language\":\"en\"}}";

    gateway.post("/v1/schedules", order);
    assertThat(((CreateSchedule) asked).brief()).isEqualTo(whole);

    filled = Future.failedFuture(ServiceFailure.invalid("/template/name", "There is no template"));
    assertThat(problem(gateway.post("/v1/schedules", order)).encode())
        .contains("/brief/template/name");
  }

  @Test
  void aTemplateIsLookedOverByDryRun() {
    ContentMessages.CHECK_TEMPLATE.serve(
        test.vertx().eventBus(),
        check -> {
          asked = check;
          return Future.succeededFuture(
              new CheckedTemplate("fact", 4, List.of(new Violation("/brief", "says nothing"))));
        });
    HttpResponse<Buffer> answer =
        answer(
            gateway
                .json(HttpMethod.PUT, "/v1/templates/fact?dryRun=true")
                .sendBuffer(Buffer.buffer("{\"brief\":{}}")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(asked).isInstanceOf(CheckTemplate.class);
    assertThat(answer.bodyAsJsonObject().getInteger("version")).isEqualTo(4);
    assertThat(answer.bodyAsJsonObject().getJsonArray("warnings")).hasSize(1);
  }
}
