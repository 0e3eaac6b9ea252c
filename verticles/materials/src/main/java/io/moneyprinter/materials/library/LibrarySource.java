package io.moneyprinter.materials.library;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.AssetVersion;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.materials.asset.AssetSearch;
import io.moneyprinter.materials.asset.AssetStore;
import io.moneyprinter.materials.look.Appearances;
import io.moneyprinter.materials.source.Fetched;
import io.moneyprinter.materials.source.MaterialSource;
import io.moneyprinter.materials.source.SourceQuery;
import io.moneyprinter.materials.source.Wanted;
import io.moneyprinter.platform.tasks.TaskContext;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The tenant's own library as a place that pictures and clips come from. */
public final class LibrarySource implements MaterialSource {
  /** Its name in briefs and settings. */
  public static final String NAME = "library";

  private static final String LICENCE = "as agreed with whoever gave the file";

  private final AssetSearch search;
  private final AssetStore assets;
  private final Appearances appearances;

  public LibrarySource(AssetSearch search, AssetStore assets, Appearances appearances) {
    this.appearances = appearances;
    this.search = search;
    this.assets = assets;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Readiness readiness() {
    return Readiness.READY;
  }

  @Override
  public boolean outside() {
    return false;
  }

  /** What shares any word with the terms, sounds aside. Of the caller's tenant alone. */
  @Override
  public Future<List<Candidate>> search(SourceQuery query) {
    return search
        .alike(tenant(), query.text(), query.limit())
        .map(found -> found.stream().filter(asset -> shows(asset, query)).toList())
        .compose(
            found ->
                appearances
                    .of(found.stream().map(LibrarySource::subject).toList())
                    .map(
                        looks ->
                            found.stream()
                                .map(
                                    asset ->
                                        candidate(asset)
                                            .looking(looks.get(asset.current().blob().key())))
                                .toList()));
  }

  /** A file of the caller's tenant; empty where there is none that can be seen, or not any more. */
  public Future<Optional<Candidate>> offer(String id) {
    return assets
        .get(tenant(), id)
        .map(
            asset ->
                asset.deletedAt() == null && asset.current().info().kind() != MediaInfo.Kind.AUDIO
                    ? Optional.of(candidate(asset))
                    : Optional.<Candidate>empty())
        .recover(
            cause ->
                ServiceFailure.from(cause).code() == FailureCode.NOT_FOUND
                    ? Future.succeededFuture(Optional.empty())
                    : Future.failedFuture(cause));
  }

  private static boolean shows(Asset asset, SourceQuery query) {
    return asset.current().info().kind() != MediaInfo.Kind.AUDIO && query.wants(kind(asset));
  }

  private static Appearances.Subject subject(Asset asset) {
    return Appearances.Subject.of(asset.current().blob(), asset.current().info());
  }

  private static Candidate.Kind kind(Asset asset) {
    return asset.current().info().kind() == MediaInfo.Kind.VIDEO
        ? Candidate.Kind.VIDEO
        : Candidate.Kind.STILL;
  }

  private static Candidate candidate(Asset asset) {
    AssetVersion file = asset.current();
    MediaInfo info = file.info();
    boolean moving = info.kind() == MediaInfo.Kind.VIDEO;
    String path = "/v1/materials/" + asset.id();
    return new Candidate(
        NAME,
        asset.id(),
        asset.title(),
        asset.description(),
        asset.tags(),
        null,
        null,
        asset.licence() == null ? LICENCE : asset.licence(),
        null,
        null,
        moving ? Candidate.Kind.VIDEO : Candidate.Kind.STILL,
        moving ? info.seconds() : null,
        List.of(
            new Candidate.Rendition(
                path + "/file",
                info.width(),
                info.height(),
                moving ? info.fps() : null,
                file.blob().size())),
        file.portrait() == null ? null : path + "/thumbnail",
        file.portrait() == null ? null : file.portrait().hash());
  }

  /** The newest version, which is in the store already. */
  @Override
  public Future<Fetched> fetch(Candidate candidate, Wanted wanted, TaskContext task) {
    return assets
        .get(tenant(), candidate.id())
        .map(
            asset -> {
              if (asset.deletedAt() != null) {
                throw ServiceFailure.invalid("/id", "This material was deleted meanwhile");
              }
              return new Fetched(
                  candidate, picture(asset.current()), candidate.renditions().get(0), true);
            });
  }

  static Picture picture(AssetVersion file) {
    MediaInfo info = file.info();
    return info.kind() == MediaInfo.Kind.STILL
        ? new Picture.Still(file.blob(), info.width(), info.height())
        : new Picture.Footage(
            file.blob(),
            info.width(),
            info.height(),
            info.seconds(),
            info.audio() ? true : null,
            info.hdr(),
            info.alpha());
  }

  private static String tenant() {
    return CallContext.currentOrSystem().tenant();
  }
}
