package io.moneyprinter.materials.music.library;

import com.fasterxml.jackson.databind.JsonNode;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.ListMusic;
import io.moneyprinter.codecs.materials.Music;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MusicBrief;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderRequest;
import io.moneyprinter.platform.providers.ProviderResponse;
import io.moneyprinter.platform.web.PublicDownload;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * Music of an outside source. A piece that was fetched once is taken from the store afterwards; its
 * file is checked like an uploaded one.
 */
final class OutsideMusic implements MusicShelf {
  private final MusicCatalogue catalogue;
  private final ProviderClient client;
  private final String address;
  private final PublicDownload download;
  private final SoundFiles files;
  private final Blobs blobs;

  /**
   * @param address of the service, without a slash at its end
   */
  OutsideMusic(
      MusicCatalogue catalogue,
      ProviderClient client,
      String address,
      PublicDownload download,
      SoundFiles files,
      Blobs blobs) {
    this.catalogue = catalogue;
    this.client = client;
    this.address = address;
    this.download = download;
    this.files = files;
    this.blobs = blobs;
  }

  @Override
  public MusicBrief.Source source() {
    return catalogue.source();
  }

  @Override
  public boolean local() {
    return false;
  }

  @Override
  public Future<List<MusicPiece>> list(ListMusic wanted) {
    return ask(catalogue.search(wanted), catalogue::found)
        .map(
            offers ->
                offers.stream()
                    .filter(offer -> offer.file() != null)
                    .map(MusicCatalogue.Offer::piece)
                    .toList());
  }

  @Override
  public Future<MusicPiece> piece(String name) {
    return offer(name).map(MusicCatalogue.Offer::piece);
  }

  @Override
  public Future<Music> sound(MusicPiece piece) {
    String work = work(piece);
    return blobs
        .recall(work)
        .compose(
            known ->
                known.isPresent()
                    ? Future.succeededFuture(known.get())
                    : fetched(piece).compose(blob -> blobs.remember(work, blob)))
        .map(
            audio ->
                new Music(
                    audio,
                    piece.seconds() == null ? 0 : piece.seconds(),
                    piece.title(),
                    piece.provenance()));
  }

  private Future<MusicCatalogue.Offer> offer(String name) {
    if (!catalogue.known(name)) {
      return Future.failedFuture(missing(name));
    }
    return client.send(
        ProviderRequest.get(address + catalogue.one(name)).accepting(404),
        response -> {
          if (response.status() == 404) {
            throw missing(name);
          }
          return read(response, catalogue::read);
        });
  }

  private ServiceFailure missing(String name) {
    return ServiceFailure.notFound(
        MusicLibrary.word(source()) + " has no piece " + name + " (any more)");
  }

  private <T> Future<T> ask(String path, Function<JsonNode, T> reader) {
    return client.send(ProviderRequest.get(address + path), response -> read(response, reader));
  }

  private <T> T read(ProviderResponse response, Function<JsonNode, T> reader) {
    try {
      return reader.apply(RecordJson.wire().readTree(response.body().getBytes()));
    } catch (IOException e) {
      throw client.unreadable("it is not JSON");
    } catch (IllegalArgumentException e) {
      throw client.unreadable(e.getMessage());
    }
  }

  private Future<Blob> fetched(MusicPiece piece) {
    return offer(piece.provenance().id())
        .compose(
            offer ->
                offer.file() == null
                    ? Future.failedFuture(
                        ServiceFailure.unavailable(
                            "The file of " + piece.id() + " is not given out"))
                    : files.store(path -> download.to(path, "/music", offer.file(), 0)))
        .recover(cause -> Future.failedFuture(told(cause, piece)))
        .compose(files::check)
        .map(SoundFiles.Checked::audio);
  }

  /** The caller did not write the address: what is wrong with it is the source's fault. */
  private static ServiceFailure told(Throwable cause, MusicPiece piece) {
    ServiceFailure failure = ServiceFailure.from(cause);
    return failure.code() != FailureCode.INVALID
        ? failure
        : ServiceFailure.unavailable(
            "The file of "
                + piece.id()
                + " was not fetched: "
                + failure.getMessage()
                + " (materials.music.max-file-size sets how large it may be)");
  }

  private String work(MusicPiece piece) {
    return Sha256.hex("materials.music/" + piece.id());
  }
}
