package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.AddMusic;
import io.moneyprinter.codecs.materials.DropMusic;
import io.moneyprinter.codecs.materials.GetMusic;
import io.moneyprinter.codecs.materials.HearMusic;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.MaterialsMessages;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.DemandRoom;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.gateway.auth.Scope;
import io.moneyprinter.gateway.http.Api;
import io.moneyprinter.gateway.http.Exchange;
import io.moneyprinter.gateway.http.Json;
import io.moneyprinter.gateway.http.Query;
import io.moneyprinter.gateway.http.ReceivedFile;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;

/** The music library: what there is, how it sounds, and the tenant's own pieces. */
public final class MusicRoutes {
  private static final String PIECE = "/v1/music/:id";

  private final Vertx vertx;
  private final Blobs blobs;
  private final FileAnswer files;
  private final long limit;

  /**
   * @param limit most bytes of an uploaded piece
   */
  public MusicRoutes(Vertx vertx, Blobs blobs, long limit) {
    this.vertx = vertx;
    this.blobs = blobs;
    this.files = new FileAnswer(vertx, blobs::local);
    this.limit = limit;
  }

  public void mount(Api api) {
    api.get("/v1/music", Scope.MUSIC_READ, this::list);
    api.upload("/v1/music", Scope.MUSIC_WRITE, this::add);
    api.get(PIECE, Scope.MUSIC_READ, this::get);
    api.delete(PIECE, Scope.MUSIC_WRITE, this::drop);
    api.get(PIECE + "/sound", Scope.MUSIC_READ, this::sound);
  }

  private Future<?> list(RoutingContext ctx) {
    var wanted =
        new ListMusic(
            Query.word(ctx, "source", MusicBrief.Source.class),
            Query.word(ctx, "mood", MusicBrief.Mood.class),
            tempo(ctx, "slowest"),
            tempo(ctx, "fastest"),
            Query.text(ctx, "text").orElse(null));
    return MaterialsMessages.LIST_MUSIC
        .ask(vertx.eventBus(), wanted, Exchange.call(ctx))
        .compose(pieces -> Json.answer(ctx, 200, pieces));
  }

  private Future<?> get(RoutingContext ctx) {
    return MaterialsMessages.GET_MUSIC
        .ask(vertx.eventBus(), new GetMusic(ctx.pathParam("id")), Exchange.call(ctx))
        .compose(piece -> Json.answer(ctx, 200, piece));
  }

  private Future<?> drop(RoutingContext ctx) {
    return MaterialsMessages.DROP_MUSIC
        .ask(vertx.eventBus(), new DropMusic(ctx.pathParam("id")), Exchange.call(ctx))
        .compose(piece -> Json.answer(ctx, 200, piece));
  }

  private Future<?> sound(RoutingContext ctx) {
    return MaterialsMessages.HEAR_MUSIC
        .ask(vertx.eventBus(), new HearMusic(ctx.pathParam("id")), Exchange.call(ctx))
        .compose(music -> send(ctx, music));
  }

  private Future<?> send(RoutingContext ctx, Music music) {
    Blob audio = music.audio();
    return files.send(
        ctx,
        audio,
        audio.mediaType(),
        "inline",
        ServiceFailure.notFound("The sound of this piece is not on this machine any more"));
  }

  private Future<?> add(RoutingContext ctx) {
    // What can be known to be wrong is told before the file is sent.
    AddMusic words = words(ctx, new Blob("0".repeat(64), 0, "application/octet-stream"));
    StagedFile file = blobs.stage(".upload");
    ctx.request().pause();
    return room(ctx)
        .compose(room -> ReceivedFile.write(vertx, ctx.request(), file.path(), limit))
        .compose(
            written ->
                blobs.commit(file, "application/octet-stream", "gateway", StorageClass.MATERIALS))
        .onFailure(cause -> blobs.discard(file))
        .compose(
            blob ->
                MaterialsMessages.ADD_MUSIC.ask(
                    vertx.eventBus(), of(words, blob), Exchange.call(ctx)))
        .compose(
            piece -> {
              ctx.response().putHeader("Location", "/v1/music/" + piece.id());
              return Json.answer(ctx, 201, piece);
            });
  }

  /** Where the sender says how much comes, whether the tenant may store it. */
  private Future<?> room(RoutingContext ctx) {
    String said = ctx.request().getHeader("Content-Length");
    return said == null || said.length() > 18
        ? Future.succeededFuture()
        : StorageMessages.DEMAND_ROOM.ask(
            vertx.eventBus(), new DemandRoom(Long.parseLong(said)), Exchange.call(ctx));
  }

  private static AddMusic words(RoutingContext ctx, Blob none) {
    List<String> tags =
        Query.text(ctx, "tags").map(text -> Arrays.asList(text.split(","))).orElse(List.of());
    return new AddMusic(
        none,
        Query.text(ctx, "title")
            .orElseThrow(() -> Query.wrong("title", "must say what the piece is called")),
        Query.word(ctx, "mood", MusicBrief.Mood.class),
        tempo(ctx, "tempo"),
        Query.text(ctx, "key").orElse(null),
        tags,
        Query.text(ctx, "author").orElse(null),
        Query.text(ctx, "licence").orElse(null),
        Query.text(ctx, "url").orElse(null));
  }

  private static AddMusic of(AddMusic words, Blob audio) {
    return new AddMusic(
        audio,
        words.title(),
        words.mood(),
        words.tempo(),
        words.key(),
        words.tags(),
        words.author(),
        words.licence(),
        words.url());
  }

  private static Double tempo(RoutingContext ctx, String name) {
    return Query.text(ctx, name)
        .map(text -> (double) Query.whole(text, name, 1, 1_000))
        .orElse(null);
  }
}
