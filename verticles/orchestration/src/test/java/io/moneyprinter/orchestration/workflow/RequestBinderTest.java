package io.moneyprinter.orchestration.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.ComposeMusic;
import io.moneyprinter.codecs.speech.Synthesize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestBinderTest {
  private final Workflow workflow =
      WorkflowLibrary.open(
              new WorkflowReader(MessageCatalogue.all()), Optional.empty(), "video-generation")
          .current("video-generation");

  @Test
  void aFanOutMakesOneRequestForEachItemInOrder() throws JsonProcessingException {
    List<BoundRequest> requests =
        RequestBinder.requests(
            workflow.step("speech"),
            Map.of(
                "input", json("{'voice':'anna','rate':1.2}"),
                "script",
                    json(
                        "{'language':'de','scenes':[{'narration':'eins'},{'narration':'zwei'}]}")));
    assertThat(requests).extracting(BoundRequest::work).containsExactly(4.0, 4.0);
    assertThat(RecordJson.wire().readValue(requests.get(1).json(), Synthesize.class))
        .isEqualTo(
            new Synthesize(
                "zwei",
                "de",
                "anna",
                1.2,
                null,
                null,
                null,
                null,
                null,
                List.of("eins", "zwei"),
                1));
  }

  @Test
  void aFanOutOverNothingMakesNoRequest() {
    assertThat(
            RequestBinder.requests(
                workflow.step("speech"),
                Map.of("input", json("{'rate':1.0}"), "script", json("{'scenes':[]}"))))
        .isEmpty();
  }

  @Test
  void numbersOfAListAreSummedUp() throws JsonProcessingException {
    List<BoundRequest> requests =
        RequestBinder.requests(
            workflow.step("music"),
            Map.of(
                "input", json("{'music':{'mood':'bright'},'seed':7}"),
                "speech", json("[{'seconds':1.5},{'seconds':2.25}]")));
    assertThat(RecordJson.wire().readValue(requests.get(0).json(), ComposeMusic.class).seconds())
        .isEqualTo(13.75);
  }

  @Test
  void valuesThatMakeNoRequestAreAFailureNamingTheTask() {
    assertThatThrownBy(
            () ->
                RequestBinder.requests(
                    workflow.step("music"),
                    Map.of(
                        "input", json("{'music':{'mood':'bright'},'seed':7}"),
                        "speech", json("[{'seconds':9999}]"))))
        .isInstanceOf(ServiceFailure.class)
        .hasMessageContaining("No request for materials.compose-music")
        .hasMessageContaining("at most 3600 seconds");
  }

  @Test
  void aDollarSignAtTheBeginningCanBeWritten() {
    assertThat(ExpressionReader.read("$$5")).hasToString("\"$5\"");
    assertThat(ExpressionReader.read("sum($a[*].b) + $c.d + 2.5"))
        .hasToString("sum($a[*].b) + $c.d + 2.5");
  }

  private static JsonNode json(String text) {
    try {
      return RecordJson.wire().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
