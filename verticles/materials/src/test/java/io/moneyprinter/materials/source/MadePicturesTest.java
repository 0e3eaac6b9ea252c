package io.moneyprinter.materials.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.materials.ChooseMaterials;
import io.moneyprinter.codecs.materials.ChosenMaterials;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.orchestration.Cost;
import io.moneyprinter.codecs.orchestration.CostCaps;
import io.moneyprinter.codecs.orchestration.CostUnit;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.MaterialsBrief;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.materials.choice.CandidateNotes;
import io.moneyprinter.materials.choice.LookBook;
import io.moneyprinter.materials.choice.MaterialChooser;
import io.moneyprinter.materials.choice.OwnMaterials;
import io.moneyprinter.materials.choice.SceneRanker;
import io.moneyprinter.materials.meaning.Meanings;
import io.moneyprinter.materials.search.TextAnalysis;
import io.moneyprinter.materials.search.Thesaurus;
import io.moneyprinter.platform.tasks.ExternalCalls;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.testsupport.Answers;
import io.moneyprinter.testsupport.ProviderStub;
import io.moneyprinter.testsupport.TestNode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pictures made from words, by local servers that speak as the services document. */
class MadePicturesTest {
  private static final byte[] PICTURE = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 1
  };

  @RegisterExtension final TestNode test = TestNode.plain();

  private ProviderStub service;
  private SourceRegistry registry;
  private final Books books = new Books();

  @BeforeEach
  void open() {
    service = new ProviderStub(test.vertx());
    registry = SourceRegistry.open(Sites.at(service), test.node());
    VideoMessages.PROBE.serve(
        test.vertx().eventBus(),
        asked ->
            Future.succeededFuture(
                new MediaInfo(MediaInfo.Kind.STILL, 1024, 1536, 0, 0, "png", false)));
  }

  @AfterEach
  void close() {
    registry.close();
  }

  @Test
  void openAiPaintsInTheShapeOfTheCanvasAndIsPaidOnce() {
    service.otherwise(
        request ->
            request
                .response()
                .end(
                    new JsonObject()
                        .put("created", 1)
                        .put(
                            "data",
                            new JsonArray()
                                .add(
                                    new JsonObject()
                                        .put(
                                            "b64_json",
                                            Base64.getEncoder().encodeToString(PICTURE))))
                        .toBuffer()));

    ChosenMaterials chosen = fill("openai-images");
    ChosenMaterials again = fill("openai-images");

    assertThat(chosen.notes()).isEmpty();
    assertThat(chosen.scenes())
        .allSatisfy(
            material -> {
              assertThat(material.picture()).isInstanceOf(Picture.Still.class);
              assertThat(material.provenance().author()).isEqualTo("made by gpt-image-1");
            });
    assertThat(again.scenes()).isEqualTo(chosen.scenes());
    assertThat(service.asked()).hasSize(2);
    assertThat(service.asked().get(0).path()).isEqualTo("/images/generations");
    assertThat(service.asked().get(0).headers().get("authorization")).isEqualTo("Bearer key-one-1");
    JsonObject body = service.asked().get(0).json();
    assertThat(body.getString("size")).isEqualTo("1024x1536");
    assertThat(body.getString("prompt")).startsWith("A lighthouse in fog. photograph");
    assertThat(body.containsKey("response_format")).isFalse();
    assertThat(books.costs)
        .containsExactly(
            new Cost("openai/gpt-image-1", CostUnit.IMAGES, 1),
            new Cost("openai/gpt-image-1", CostUnit.IMAGES, 1));
  }

  @Test
  void aPictureThatLiesAtAnAddressIsFetchedFromThereSafely() {
    service.otherwise(
        request -> {
          if (request.path().equals("/made.png")) {
            request.response().end(Buffer.buffer(PICTURE));
          } else {
            String host = service.asked().size() == 1 ? service.address() : "http://[::1]:1";
            request.response().end("{\"data\":[{\"url\":\"" + host + "/made.png\"}]}");
          }
        });

    ChosenMaterials chosen = fill("openai-images");

    assertThat(chosen.scenes())
        .extracting(material -> material.picture().getClass().getSimpleName())
        .containsExactlyInAnyOrder("Still", "Generated");
    assertThat(chosen.notes())
        .anySatisfy(note -> assertThat(note).contains("not on the public internet"));
  }

  @Test
  void stabilityIsAskedByAFormAndItsFilterUnderstood() {
    service.handles(
        request ->
            request
                .response()
                .putHeader("content-type", "image/jpeg")
                .putHeader("finish-reason", "SUCCESS")
                .end(Buffer.buffer(PICTURE)));
    service.otherwise(
        request ->
            request
                .response()
                .putHeader("content-type", "image/jpeg")
                .putHeader("finish-reason", "CONTENT_FILTERED")
                .end(Buffer.buffer(PICTURE)));

    ChosenMaterials chosen = fill("stability");

    assertThat(chosen.scenes())
        .extracting(material -> material.picture().getClass().getSimpleName())
        .containsExactlyInAnyOrder("Still", "Generated");
    assertThat(chosen.notes()).anySatisfy(note -> assertThat(note).contains("refuses to make"));
    ProviderStub.Asked asked = service.asked().get(0);
    assertThat(asked.path()).isEqualTo("/v2beta/stable-image/generate/core");
    assertThat(asked.headers().get("content-type")).startsWith("multipart/form-data; boundary=");
    assertThat(asked.headers().get("accept")).isEqualTo("image/*");
    assertThat(asked.body().toString())
        .contains("name=\"aspect_ratio\"\r\n\r\n9:16\r\n", "name=\"prompt\"", "--\r\n");
    assertThat(books.costs).containsExactly(new Cost("stability/core", CostUnit.IMAGES, 1));
  }

  @Test
  void comfyIsQueuedLookedAtAndViewed() {
    service.otherwise(
        request -> {
          String id = "p-" + service.asked().size();
          if (request.path().equals("/prompt")) {
            request
                .response()
                .end("{\"prompt_id\":\"" + id + "\",\"number\":1,\"node_errors\":{}}");
          } else if (request.path().startsWith("/history/")) {
            String asked = request.path().substring("/history/".length());
            long looks =
                service.asked().stream().filter(a -> a.path().equals(request.path())).count();
            request
                .response()
                .end(
                    looks < 2
                        ? "{}"
                        : """
                        {"%s":{"outputs":{"7":{"images":[{"filename":"a b.png","subfolder":"","type":"output"}]}},
                        "status":{"status_str":"success","completed":true,"messages":[]}}}
                        """
                            .formatted(asked));
          } else {
            request.response().end(Buffer.buffer(PICTURE));
          }
        });

    ChosenMaterials chosen = fill("comfyui");

    assertThat(chosen.notes()).isEmpty();
    assertThat(chosen.scenes())
        .allSatisfy(m -> assertThat(m.picture()).isInstanceOf(Picture.Still.class));
    JsonObject graph = service.asked().get(0).json().getJsonObject("prompt");
    assertThat(graph.getJsonObject("2").getJsonObject("inputs").getString("text"))
        .contains("lighthouse");
    JsonObject size = graph.getJsonObject("4").getJsonObject("inputs");
    assertThat(size.getInteger("width")).isEqualTo(768);
    assertThat(size.getInteger("height")).isEqualTo(1344);
    assertThat(graph.getJsonObject("5").getJsonObject("inputs").getLong("seed")).isNotNegative();
    assertThat(service.last().query()).contains("filename=a%20b.png", "type=output");
    assertThat(books.costs).isEmpty();
  }

  @Test
  void whatMayNotBePaidStopsTheWorkAndWhatFailsIsDrawn() {
    books.refuses = true;
    ServiceFailure refused =
        Answers.failure(
            scenes()
                .fill(
                    request("openai-images"),
                    drawn(request("openai-images")),
                    Map.of(),
                    ranker,
                    task()));
    books.refuses = false;
    service.refusesKey().refusesKey();
    service.otherwise(request -> request.response().setStatusCode(500).end());
    ChosenMaterials chosen = fill("openai-images");

    assertThat(CostCaps.refused(refused)).isTrue();
    assertThat(chosen.scenes())
        .allSatisfy(m -> assertThat(m.picture()).isInstanceOf(Picture.Generated.class));
    assertThat(chosen.notes())
        .anySatisfy(note -> assertThat(note).contains("openai-images was left out"));
  }

  /** The books on paid calls, of one job. */
  private static final class Books implements ExternalCalls {
    private final Map<Record, Future<? extends Record>> kept = new HashMap<>();
    private final List<Cost> costs = new ArrayList<>();
    private boolean refuses;

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <T extends Record> Future<T> once(
        String provider, Record input, Class<T> type, Supplier<Future<Answer<T>>> ask) {
      if (refuses) {
        return Future.failedFuture(
            new ServiceFailure(
                FailureCode.QUOTA,
                "Too dear",
                ServiceFailure.invalid(CostCaps.VIDEO, "Too dear").violations()));
      }
      return (Future<T>)
          kept.computeIfAbsent(
              input,
              fresh ->
                  ask.get()
                      .map(
                          answer -> {
                            costs.addAll(answer.costs());
                            return answer.value();
                          }));
    }
  }

  private TaskContext task() {
    return new TaskContext() {
      @Override
      public void progress(double fraction) {}

      @Override
      public boolean cancelled() {
        return false;
      }

      @Override
      public void onCancel(Runnable stop) {}

      @Override
      public ExternalCalls calls() {
        return books;
      }
    };
  }

  private final CandidateRanker ranker =
      new SceneRanker(
          new TextAnalysis(Thesaurus.load()), Set.of(), Meanings.none(), new LookBook(null, null));

  private ChosenMaterials fill(String source) {
    ChooseMaterials request = request(source);
    return Answers.answer(scenes().fill(request, drawn(request), Map.of(), ranker, task()));
  }

  private SourcedScenes scenes() {
    return new SourcedScenes(
        registry,
        test.node().pools(),
        new SourcedScenes.Limits(Duration.ofSeconds(1), Duration.ofSeconds(30), 0.3),
        () -> true);
  }

  private static ChosenMaterials drawn(ChooseMaterials request) {
    return new MaterialChooser(null, null, 0.3)
        .choose(request, OwnMaterials.none(), Set.of(), Meanings.none(), new CandidateNotes());
  }

  private static ChooseMaterials request(String source) {
    List<Scene> scenes =
        List.of(
            new Scene(0, "It stood alone.", List.of("lighthouse"), null, "A lighthouse in fog"),
            new Scene(1, "Then came the storm.", List.of("lighthouse", "storm"), null));
    return new ChooseMaterials(
        new Script("Light", "en", scenes, "user", 0),
        new MaterialsBrief(null, List.of(source)),
        Canvas.PORTRAIT,
        1);
  }
}
