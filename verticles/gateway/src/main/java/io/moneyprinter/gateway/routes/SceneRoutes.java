package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.ListCandidates;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.materials.RankedCandidate;
import io.moneyprinter.codecs.materials.ShowCandidate;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.speech.Speech;
import io.moneyprinter.codecs.speech.SpeechMessages;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storyboard.GetStoryboard;
import io.moneyprinter.codecs.storyboard.MadeScene;
import io.moneyprinter.codecs.storyboard.Storyboard;
import io.moneyprinter.codecs.storyboard.StoryboardMessages;
import io.moneyprinter.codecs.video.ShowPicture;
import io.moneyprinter.codecs.video.VideoMessages;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Tries out single scenes of a storyboard: how they sound, and what they could show. */
public final class SceneRoutes {
  private static final String STORYBOARD = "/v1/videos/:id/storyboard";

  /** What is asked of a scene. */
  private record Wish(String scene, String query) {}

  /** What was looked for before. */
  private record Kept(List<RankedCandidate> candidates) {}

  private final Vertx vertx;
  private final FileAnswer answer;
  private final JsonBody<Wish> wishes = new JsonBody<>(Wish.class, Map.of());

  /**
   * @param files brings the bytes of a blob onto this machine
   */
  public SceneRoutes(Vertx vertx, Function<Blob, Future<Path>> files) {
    this.vertx = vertx;
    this.answer = new FileAnswer(vertx, files);
  }

  public void mount(Api api) {
    // A voice, or a source that makes pictures known by their meaning, may cost something.
    api.post(STORYBOARD + "/speak", Scope.VIDEOS_WRITE, this::speak);
    api.post(STORYBOARD + "/clips", Scope.VIDEOS_WRITE, this::search);
    api.get(STORYBOARD + "/clips/:scene", Scope.VIDEOS_READ, this::found);
    api.get(STORYBOARD + "/pictures/:index", Scope.VIDEOS_READ, this::picture);
    api.get("/v1/videos/:id/candidates/still", Scope.VIDEOS_READ, this::still);
  }

  private Future<Job> job(RoutingContext ctx) {
    return OrchestrationMessages.GET_JOB.ask(
        vertx.eventBus(), new GetJob(Query.id(ctx)), Exchange.call(ctx));
  }

  private Future<Storyboard> board(RoutingContext ctx) {
    return StoryboardMessages.GET.ask(
        vertx.eventBus(), new GetStoryboard(Query.id(ctx)), Exchange.call(ctx));
  }

  private Future<SceneTrial> trial(RoutingContext ctx, String scene) {
    return job(ctx).compose(job -> board(ctx).map(board -> SceneTrial.of(job, board, scene)));
  }

  private Future<?> speak(RoutingContext ctx) {
    return trial(ctx, wishes.read(ctx).scene())
        .compose(
            trial ->
                SpeechMessages.SYNTHESIZE.ask(vertx.eventBus(), trial.spoken(), Exchange.call(ctx)))
        .compose(speech -> send(ctx, speech));
  }

  private Future<?> send(RoutingContext ctx, Speech speech) {
    ctx.response()
        .putHeader("X-Voice", encoded(speech.voice()))
        .putHeader("X-Seconds", String.format(Locale.ROOT, "%.3f", speech.seconds()));
    if (speech.note() != null) {
      ctx.response().putHeader("Warning", "199 - \"" + encoded(speech.note()) + '"');
    }
    return answer.send(
        ctx,
        speech.audio(),
        speech.audio().mediaType(),
        "inline",
        ServiceFailure.notFound("The sound was lost meanwhile: ask again"));
  }

  /** Headers are ASCII: other characters as in a URL. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", " ");
  }

  private Future<?> search(RoutingContext ctx) {
    Wish wish = wishes.read(ctx);
    String query = wish.query() == null || wish.query().isBlank() ? null : wish.query().strip();
    if (query != null && query.length() > 200) {
      throw ServiceFailure.invalid("/query", "must be 1 to 200 characters, such as: red fox");
    }
    return trial(ctx, wish.scene())
        .compose(
            trial ->
                MaterialsMessages.SEARCH_SCENE.ask(
                    vertx.eventBus(), trial.clips(query), Exchange.call(ctx)))
        .compose(found -> Json.answer(ctx, 200, found));
  }

  private Future<?> found(RoutingContext ctx) {
    return job(ctx)
        .compose(
            job ->
                MaterialsMessages.CANDIDATES.ask(
                    vertx.eventBus(),
                    new ListCandidates(job.id(), ctx.pathParam("scene")),
                    Exchange.call(ctx)))
        .map(
            found ->
                new Kept(
                    found.scenes().stream().flatMap(scene -> scene.candidates().stream()).toList()))
        .compose(kept -> Json.answer(ctx, 200, kept));
  }

  private Future<?> picture(RoutingContext ctx) {
    int index = (int) Query.whole(ctx.pathParam("index"), "index", 0, 10_000);
    return job(ctx)
        .compose(
            job ->
                board(ctx)
                    .map(board -> new ShowPicture(picture(board, index), job.brief().canvas())))
        .compose(wish -> VideoMessages.SHOW_PICTURE.ask(vertx.eventBus(), wish, Exchange.call(ctx)))
        .compose(blob -> answer.send(ctx, blob, blob.mediaType(), "inline", unseen()));
  }

  private static Picture picture(Storyboard board, int index) {
    return board.made().stream()
        .filter(scene -> scene.index() == index && SceneRoutes.shows(scene))
        .map(MadeScene::picture)
        .findFirst()
        .orElseThrow(SceneRoutes::unseen);
  }

  /** Whether there is something to see of a scene. */
  static boolean shows(MadeScene scene) {
    return scene.picture() != null && !(scene.picture() instanceof Picture.Named);
  }

  private static ServiceFailure unseen() {
    return ServiceFailure.notFound(
        "There is no picture of this scene yet; its storyboard says of which there is one");
  }

  private Future<?> still(RoutingContext ctx) {
    String key =
        Query.text(ctx, "key")
            .orElseThrow(
                () -> Query.wrong("key", "must be a candidate's key, such as pexels:857195"));
    return job(ctx)
        .compose(
            job ->
                MaterialsMessages.SHOW_CANDIDATE.ask(
                    vertx.eventBus(),
                    new ShowCandidate(key, job.brief().canvas()),
                    Exchange.call(ctx)))
        .compose(
            blob ->
                answer.send(
                    ctx,
                    blob,
                    blob.mediaType(),
                    "inline",
                    ServiceFailure.notFound("There is no still of this candidate any more")));
  }
}
