package io.moneyprinter.launcher.node;

import static io.moneyprinter.codecs.config.OutsideKind.MEANING;
import static io.moneyprinter.codecs.config.OutsideKind.MUSIC;
import static io.moneyprinter.codecs.config.OutsideKind.PAINTING;
import static io.moneyprinter.codecs.config.OutsideKind.PICTURES;
import static io.moneyprinter.launcher.node.OutsideRows.BASE;
import static io.moneyprinter.launcher.node.OutsideRows.KEY;

import io.moneyprinter.config.outside.OutsideProfile.Question;
import io.moneyprinter.materials.MaterialsConfig;
import io.moneyprinter.materials.meaning.EmbeddingsConfig;
import io.moneyprinter.materials.source.SourceConfig;
import io.moneyprinter.materials.source.made.PainterConfig;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderSettings;
import java.util.List;
import java.util.Optional;

/** The outside services that have or make pictures and music. */
final class OutsidePictures {
  private final OutsideRows rows;

  private OutsidePictures(OutsideRows rows) {
    this.rows = rows;
  }

  static void addTo(OutsideRows rows, MaterialsConfig config) {
    new OutsidePictures(rows).pictures(config);
  }

  private void pictures(MaterialsConfig materials) {
    var sources = materials.sources();
    source(
        "pexels",
        "Pexels",
        sources.pexels(),
        "https://api.pexels.com",
        "/v1/search?query=sun&per_page=1",
        KeyPlace.header("Authorization"));
    source(
        "pixabay",
        "Pixabay",
        sources.pixabay(),
        "https://pixabay.com",
        "/api/?q=sun&per_page=3",
        KeyPlace.query("key"));
    source(
        "coverr",
        "Coverr",
        sources.coverr(),
        "https://api.coverr.co",
        "/videos?query=sun&page_size=1",
        KeyPlace.bearer());
    source(
        "wikimedia",
        "Wikimedia Commons",
        sources.wikimedia(),
        "https://commons.wikimedia.org",
        "/w/api.php?action=query&meta=siteinfo&format=json",
        null);
    source(
        "openverse",
        "Openverse",
        sources.openverse(),
        "https://api.openverse.org",
        "/v1/images/?q=sun&page_size=1",
        null);
    source(
        "nasa",
        "NASA",
        sources.nasa(),
        "https://images-api.nasa.gov",
        "/search?q=sun&media_type=image&page_size=1",
        null);
    source(
        "archive",
        "Internet Archive",
        sources.archive(),
        "https://archive.org",
        "/advancedsearch.php?q=sun&rows=1&output=json",
        null);
    painter(
        "openai-images",
        "OpenAI",
        sources.openaiImages(),
        "https://api.openai.com/v1",
        "/models",
        true);
    painter(
        "stability",
        "Stability AI",
        sources.stability(),
        "https://api.stability.ai",
        "/v1/user/balance",
        true);
    painter(
        "comfyui", "ComfyUI", sources.comfyui(), "http://127.0.0.1:8188", "/system_stats", false);
    var freesound = materials.music().freesound();
    rows.add(
        "music-freesound",
        MUSIC,
        "Freesound",
        "materials.music.freesound",
        List.of(KEY),
        true,
        freesound
            .apiKey()
            .map(
                key ->
                    new Question(
                        freesound.baseUrl() + "/apiv2/search/?query=piano&page_size=1&fields=id",
                        new KeyPlace.Header("Authorization", "Token "),
                        ProviderSettings.keys(key))));
    meaning(materials.embeddings());
  }

  private void source(
      String id, String title, SourceConfig set, String own, String path, KeyPlace place) {
    boolean keyed = place != null;
    boolean ready = !keyed || set.apiKey().isPresent();
    rows.add(
        "pictures-" + id,
        PICTURES,
        title,
        "materials.sources." + id,
        keyed ? List.of(KEY) : List.of(BASE),
        keyed,
        ready
            ? Optional.of(
                new Question(
                    set.baseUrl().orElse(own) + path,
                    keyed ? place : KeyPlace.bearer(),
                    OutsideRows.keys(set.apiKey())))
            : Optional.empty());
  }

  private void painter(
      String id, String title, PainterConfig set, String own, String path, boolean keyed) {
    boolean there = set.baseUrl().isPresent() || set.apiKey().isPresent();
    rows.add(
        "painting-" + id,
        PAINTING,
        title,
        "materials.sources." + id,
        keyed ? List.of(KEY, "model", BASE) : List.of(BASE, "workflow"),
        keyed,
        there
            ? Optional.of(
                new Question(
                    set.baseUrl().orElse(own) + path,
                    KeyPlace.bearer(),
                    OutsideRows.keys(set.apiKey())))
            : Optional.empty());
  }

  private void meaning(EmbeddingsConfig set) {
    rows.add(
        "meaning",
        MEANING,
        "Embeddings",
        "materials.embeddings",
        List.of(KEY, "model", BASE),
        true,
        set.set()
            ? Optional.of(
                new Question(
                    set.baseUrl().orElse("https://api.openai.com/v1") + "/models",
                    KeyPlace.bearer(),
                    OutsideRows.keys(set.apiKey())))
            : Optional.empty());
  }
}
