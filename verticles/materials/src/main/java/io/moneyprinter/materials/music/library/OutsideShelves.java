package io.moneyprinter.materials.music.library;

import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.providers.KeyPlace;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.platform.providers.ProviderSettings.SettingNames;
import io.moneyprinter.platform.web.PublicDownload;
import io.moneyprinter.platform.web.PublicFetch;
import io.moneyprinter.platform.web.PublicHosts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The outside sources of music that are switched on. */
public final class OutsideShelves implements AutoCloseable {
  private static final Duration FETCH = Duration.ofMinutes(2);
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final List<ProviderClient> clients = new ArrayList<>();
  private final List<MusicShelf> shelves = new ArrayList<>();
  private final PublicDownload download;

  public OutsideShelves(Node node, MusicConfig config, SoundFiles files) {
    download =
        new PublicDownload(
            node.vertx(),
            node.pools(),
            new PublicHosts(
                PublicFetch.hosts(config.privateHosts()), "materials.music.private-hosts"),
            new PublicDownload.Limits(
                FETCH, SILENCE, config.maxFileSize().bytes(), "moneyprinter/0.1 (music)"));
    if (config.openverse().enabled()) {
      OpenverseConfig openverse = config.openverse();
      ProviderClient client =
          client(node, "openverse", List.of(), KeyPlace.bearer(), openverse.timeout());
      add(node, new OpenverseCatalogue(), client, openverse.baseUrl(), files);
    }
    FreesoundConfig freesound = config.freesound();
    freesound
        .apiKey()
        .ifPresent(
            keys -> {
              ProviderClient client =
                  client(
                      node,
                      "freesound",
                      ProviderSettings.keys(keys),
                      new KeyPlace.Header("Authorization", "Token "),
                      freesound.timeout());
              add(node, new FreesoundCatalogue(), client, freesound.baseUrl(), files);
            });
  }

  public List<MusicShelf> shelves() {
    return List.copyOf(shelves);
  }

  private void add(
      Node node,
      MusicCatalogue catalogue,
      ProviderClient client,
      String baseUrl,
      SoundFiles files) {
    clients.add(client);
    String address = baseUrl.strip().replaceAll("/+$", "");
    shelves.add(new OutsideMusic(catalogue, client, address, download, files, node.blobs()));
  }

  private static ProviderClient client(
      Node node, String name, List<String> keys, KeyPlace place, Duration limit) {
    String group = "materials.music." + name;
    return new ProviderClient(
        node.vertx(),
        node.meters(),
        new ProviderSettings(
            "music-" + name,
            "the music of " + name,
            keys,
            place,
            limit,
            ProviderSettings.TEXT_LIMIT,
            new SettingNames(
                group + ".api-key", group + ".base-url", group + ".timeout", "the search words")));
  }

  @Override
  public void close() {
    clients.forEach(ProviderClient::close);
    download.close();
  }
}
