package io.moneyprinter.materials.music;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.materials.music.library.MusicShelf;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.pools.WorkerPools;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The pieces that come with this software: known by their scores, rendered when first heard, and
 * seamless to loop. Nobody else has a claim on them.
 */
public final class HouseMusic implements MusicShelf {
  /** Part of the work key: raised with every change of how anything sounds. */
  private static final int EDITION = 1;

  private final RenderedPieces rendered;

  public HouseMusic(WorkerPools pools, Blobs blobs) {
    this.rendered = new RenderedPieces(pools, blobs);
  }

  @Override
  public MusicBrief.Source source() {
    return MusicBrief.Source.HOUSE;
  }

  @Override
  public boolean local() {
    return true;
  }

  @Override
  public Future<List<MusicPiece>> list(ListMusic wanted) {
    return Future.succeededFuture(
        Arrays.stream(HousePiece.values()).map(HouseMusic::listed).toList());
  }

  @Override
  public Future<MusicPiece> piece(String name) {
    return Arrays.stream(HousePiece.values())
        .filter(piece -> piece.slug().equals(name))
        .findFirst()
        .map(piece -> Future.succeededFuture(listed(piece)))
        .orElseGet(
            () ->
                Future.failedFuture(
                    ServiceFailure.notFound("There is no piece house:" + name + " of ours")));
  }

  @Override
  public Future<Music> sound(MusicPiece listed) {
    HousePiece piece =
        HousePiece.valueOf(
            listed.id().substring("house:".length()).replace('-', '_').toUpperCase(Locale.ROOT));
    LoopRenderer renderer = piece.renderer();
    return rendered
        .piece(EDITION + "/" + piece.work(), renderer, part -> {}, () -> false)
        .map(audio -> new Music(audio, renderer.seconds(), piece.title(), listed.provenance()));
  }

  private static MusicPiece listed(HousePiece piece) {
    LoopRenderer score = piece.renderer();
    String mood = piece.mood().name().toLowerCase(Locale.ROOT);
    List<String> tags = new ArrayList<>(List.of(mood));
    tags.addAll(piece.tags());
    return new MusicPiece(
        "house:" + piece.slug(),
        piece.title(),
        MusicBrief.Source.HOUSE,
        piece.mood(),
        score.tempo(),
        score.key(),
        score.seconds(),
        null,
        tags,
        new Provenance(
            "house",
            piece.slug(),
            "made by this software",
            "CC0-1.0",
            null,
            piece.title(),
            null,
            null));
  }
}
