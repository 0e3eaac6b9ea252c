package io.moneyprinter.materials.music.library;

import io.moneyprinter.codecs.bus.CallContext;
import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.materials.AddMusic;
import io.moneyprinter.codecs.materials.MusicPiece;
import io.moneyprinter.codecs.materials.Provenance;
import io.moneyprinter.codecs.video.MusicBrief;
import io.vertx.core.Future;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Takes a tenant's own music into the library. */
public final class MusicIntake {
  private static final int LONGEST_TEXT = 200;
  private static final int MOST_TAGS = 40;
  private static final int LONGEST_TAG = 60;
  private static final int NAME = 16;

  private final SoundFiles files;
  private final MusicStore store;
  private final int most;

  /**
   * @param most pieces of one tenant
   */
  public MusicIntake(SoundFiles files, MusicStore store, int most) {
    this.files = files;
    this.store = store;
    this.most = most;
  }

  /**
   * The piece as it is listed from now on. The same sound again gets the new words. Fails with
   * {@code INVALID} for what is not sound or has impossible words, {@code QUOTA} when there are as
   * many as may be.
   */
  public Future<MusicPiece> add(AddMusic request) {
    String tenant = CallContext.currentOrSystem().tenant();
    text("title", request.title(), true);
    text("author", request.author(), false);
    text("licence", request.licence(), false);
    text("key", request.key(), false);
    address(request.url());
    mood(request.mood());
    tempo(request.tempo());
    List<String> tags = tags(request.tags());
    return files
        .check(request.audio())
        .map(checked -> new MusicStore.Kept(piece(request, tags, checked), checked.audio()))
        .compose(
            kept ->
                store
                    .save(tenant, kept, most)
                    .map(
                        saved -> {
                          if (!saved) {
                            throw new ServiceFailure(
                                FailureCode.QUOTA,
                                "Your library has %d pieces, as many as it may: delete one first"
                                    .formatted(most));
                          }
                          return kept.piece();
                        }));
  }

  private static MusicPiece piece(AddMusic request, List<String> tags, SoundFiles.Checked checked) {
    String name = checked.audio().key().substring(0, NAME);
    return new MusicPiece(
        "own:" + name,
        request.title().strip(),
        MusicBrief.Source.OWN,
        request.mood(),
        request.tempo() == null ? checked.measure().tempo() : request.tempo(),
        request.key(),
        checked.measure().seconds(),
        checked.measure().loudness(),
        tags,
        new Provenance(
            "own",
            name,
            request.author(),
            request.licence() == null ? "the owner's own responsibility" : request.licence(),
            request.url(),
            request.title().strip(),
            null,
            null));
  }

  private static void text(String field, String text, boolean required) {
    if (text == null ? required : text.isBlank() || text.length() > LONGEST_TEXT) {
      throw ServiceFailure.invalid(
          "/" + field,
          field
              + " must have 1 to "
              + LONGEST_TEXT
              + " characters"
              + (required ? "" : ", or be left out"));
    }
  }

  private static void mood(MusicBrief.Mood mood) {
    if (mood == MusicBrief.Mood.NONE) {
      throw ServiceFailure.invalid("/mood", "mood must be calm, bright or driving, or be left out");
    }
  }

  private static void tempo(Double tempo) {
    if (tempo != null && !(tempo >= 40 && tempo <= 240)) {
      throw ServiceFailure.invalid("/tempo", "tempo must be 40 to 240 (beats a minute)");
    }
  }

  /** It is shown as a link, so it must not be a script. */
  private static void address(String url) {
    if (url == null) {
      return;
    }
    try {
      URI address = URI.create(url);
      if (url.length() <= 2_000
          && address.getHost() != null
          && List.of("http", "https").contains(address.getScheme())) {
        return;
      }
    } catch (IllegalArgumentException e) {
      throw ServiceFailure.invalid("/url", "url is not an address: " + e.getMessage());
    }
    throw ServiceFailure.invalid("/url", "url must be an http or https address");
  }

  private static List<String> tags(List<String> written) {
    List<String> tags =
        written.stream()
            .map(tag -> tag.strip().toLowerCase(Locale.ROOT))
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList();
    if (tags.size() > MOST_TAGS || tags.stream().anyMatch(tag -> tag.length() > LONGEST_TAG)) {
      throw ServiceFailure.invalid(
          "/tags",
          "tags are at most " + MOST_TAGS + " words of at most " + LONGEST_TAG + " characters");
    }
    return tags;
  }
}
