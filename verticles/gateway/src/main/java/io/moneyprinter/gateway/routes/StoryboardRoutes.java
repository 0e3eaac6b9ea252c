package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.content.ContentMessages;
import io.moneyprinter.codecs.content.RewriteScene;
import io.moneyprinter.codecs.content.RewrittenScene;
import io.moneyprinter.codecs.content.Scene;
import io.moneyprinter.codecs.content.Script;
import io.moneyprinter.codecs.orchestration.GetJob;
import io.moneyprinter.codecs.orchestration.OrchestrationMessages;
import io.moneyprinter.codecs.orchestration.Priority;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storyboard.GetStoryboard;
import io.moneyprinter.codecs.storyboard.MadeScene;
import io.moneyprinter.codecs.storyboard.PutStoryboard;
import io.moneyprinter.codecs.storyboard.RenderStoryboard;
import io.moneyprinter.codecs.storyboard.Storyboard;
import io.moneyprinter.codecs.storyboard.StoryboardMessages;
import io.moneyprinter.codecs.storyboard.StoryboardScene;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.JsonBody;
import io.moneyprinter.gateway.http.Query;
import io.moneyprinter.gateway.http.VersionTag;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A video scene by scene: to be looked at, listened to, changed, and made. */
public final class StoryboardRoutes {
  private static final String STORYBOARD = "/v1/videos/:id/storyboard";

  /** The body of a change. */
  private record Change(String title, List<StoryboardScene> scenes) {
    Change {
      scenes = scenes == null ? List.of() : List.copyOf(scenes);
    }
  }

  /** The body of a wish for other words. */
  private record Wish(String scene, String wish) {}

  private final Vertx vertx;
  private final FileAnswer sounds;
  private final Acceptance acceptance;
  private final JsonBody<Change> changes = new JsonBody<>(Change.class, Map.of());
  private final JsonBody<Wish> wishes = new JsonBody<>(Wish.class, Map.of());

  /**
   * @param files brings the bytes of a blob onto this machine
   */
  public StoryboardRoutes(Vertx vertx, Function<Blob, Future<Path>> files, Acceptance acceptance) {
    this.vertx = vertx;
    this.acceptance = acceptance;
    this.sounds = new FileAnswer(vertx, files);
  }

  public void mount(Api api) {
    api.get(STORYBOARD, Scope.VIDEOS_READ, this::get);
    api.put(STORYBOARD, Scope.VIDEOS_WRITE, this::put);
    api.post(STORYBOARD + "/render", Scope.VIDEOS_WRITE, this::render);
    // A language model may cost something.
    api.post(STORYBOARD + "/rewrite", Scope.VIDEOS_WRITE, this::rewrite);
    api.get(STORYBOARD + "/sounds/:index", Scope.VIDEOS_READ, this::sound);
  }

  private Future<Storyboard> storyboard(RoutingContext ctx) {
    return StoryboardMessages.GET.ask(
        vertx.eventBus(), new GetStoryboard(Query.id(ctx)), Exchange.call(ctx));
  }

  private Future<?> get(RoutingContext ctx) {
    return storyboard(ctx).compose(board -> Json.answer(ctx, tag(board), StoryboardView.of(board)));
  }

  private static String tag(Storyboard board) {
    return VersionTag.of(board.version());
  }

  private Future<Integer> expected(RoutingContext ctx) {
    return VersionTag.expected(ctx, () -> storyboard(ctx).map(Storyboard::version));
  }

  private Future<?> put(RoutingContext ctx) {
    Change change = changes.read(ctx);
    return expected(ctx).compose(expected -> put(ctx, change, expected));
  }

  private Future<?> put(RoutingContext ctx, Change change, Integer expected) {
    PutStoryboard wish =
        new PutStoryboard(Query.id(ctx), expected, change.title(), change.scenes());
    return StoryboardMessages.PUT
        .ask(vertx.eventBus(), wish, Exchange.call(ctx))
        .recover(cause -> VersionTag.refused(cause, expected))
        .compose(
            board -> {
              ctx.response().putHeader("ETag", tag(board));
              return Json.answer(ctx, 200, StoryboardView.of(board));
            });
  }

  private Future<?> render(RoutingContext ctx) {
    return expected(ctx).compose(expected -> render(ctx, expected));
  }

  private Future<?> render(RoutingContext ctx, Integer expected) {
    RenderStoryboard wish =
        new RenderStoryboard(
            Query.id(ctx),
            expected,
            VideoRoutes.idempotencyKey(ctx),
            Query.word(ctx, "priority", Priority.class));
    return StoryboardMessages.RENDER
        .ask(vertx.eventBus(), wish, Exchange.call(ctx))
        .recover(cause -> VersionTag.refused(cause, expected))
        .compose(job -> acceptance.answer(ctx, job));
  }

  private Future<?> rewrite(RoutingContext ctx) {
    Wish wish = wishes.read(ctx);
    return storyboard(ctx)
        .compose(board -> rewritten(ctx, board, unlocked(board, wish.scene()), wish.wish()))
        .compose(scene -> Json.answer(ctx, 200, scene));
  }

  private Future<RewrittenScene> rewritten(
      RoutingContext ctx, Storyboard board, int scene, String wish) {
    return OrchestrationMessages.GET_JOB
        .ask(vertx.eventBus(), new GetJob(board.jobId()), Exchange.call(ctx))
        .map(job -> new RewriteScene(job.brief(), script(board), scene, wish))
        .compose(
            asked ->
                ContentMessages.REWRITE_SCENE.ask(vertx.eventBus(), asked, Exchange.call(ctx)));
  }

  /** What would be said by the storyboard. */
  private static Script script(Storyboard board) {
    List<Scene> scenes = new ArrayList<>();
    for (StoryboardScene scene : board.scenes()) {
      SceneBrief said = scene.scene();
      scenes.add(new Scene(scenes.size(), said.narration(), said.terms(), said.title()));
    }
    return new Script(board.title(), board.language(), scenes, "user", 0);
  }

  private static int unlocked(Storyboard board, String id) {
    int place = SceneTrial.place(board, id);
    if (board.scenes().get(place).locked()) {
      throw ServiceFailure.conflict("Scene " + id + " is locked: unlock it before it is reworded");
    }
    return place;
  }

  private Future<?> sound(RoutingContext ctx) {
    int index = (int) Query.whole(ctx.pathParam("index"), "index", 0, 10_000);
    return storyboard(ctx)
        .map(
            board ->
                board.made().stream()
                    .filter(scene -> scene.index() == index && scene.sound() != null)
                    .map(MadeScene::sound)
                    .findFirst()
                    .orElseThrow(StoryboardRoutes::silent))
        .compose(sound -> sounds.send(ctx, sound, sound.mediaType(), "inline", silent()));
  }

  private static ServiceFailure silent() {
    return ServiceFailure.notFound(
        "This scene is not spoken yet; its storyboard says of each scene where it can be heard");
  }
}
