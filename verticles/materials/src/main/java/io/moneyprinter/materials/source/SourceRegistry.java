package io.moneyprinter.materials.source;

import io.moneyprinter.codecs.materials.SourceList;
import io.moneyprinter.materials.source.made.ComfyPainter;
import io.moneyprinter.materials.source.made.OpenAiPainter;
import io.moneyprinter.materials.source.made.Painter;
import io.moneyprinter.materials.source.made.PainterConfig;
import io.moneyprinter.materials.source.made.StabilityPainter;
import io.moneyprinter.materials.source.open.ArchiveWire;
import io.moneyprinter.materials.source.open.NasaWire;
import io.moneyprinter.materials.source.open.OpenverseWire;
import io.moneyprinter.materials.source.open.WikimediaWire;
import io.moneyprinter.materials.source.stock.CoverrWire;
import io.moneyprinter.materials.source.stock.PexelsWire;
import io.moneyprinter.materials.source.stock.PixabayWire;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.providers.ProviderClient;
import io.moneyprinter.platform.providers.ProviderSettings;
import io.moneyprinter.platform.providers.ProviderSettings.SettingNames;
import io.moneyprinter.platform.web.PublicDownload;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The sources of a node, by name. */
public final class SourceRegistry implements AutoCloseable {
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final SourcesConfig config;
  private final Node node;
  private final PublicDownload download;
  private final PictureStore pictures;
  private final FileFetcher files;
  private final SearchCache cache;
  private final SourceMeters meters;
  private final String agent;
  private final Map<String, MaterialSource> sources = new LinkedHashMap<>();

  private SourceRegistry(SourcesConfig config, Node node) {
    this.config = config;
    this.node = node;
    this.agent = config.agent();
    long most = config.maxFileSize().bytes();
    this.download =
        new PublicDownload(
            node.vertx(),
            node.pools(),
            config.hosts(),
            new PublicDownload.Limits(config.downloadTimeout(), SILENCE, most, agent));
    this.meters = new SourceMeters(node.meters());
    this.pictures = new PictureStore(node, download, meters);
    this.files =
        new FileFetcher(
            node.blobs(), pictures, new HeadFetcher(node, download, meters), meters, most);
    this.cache = new SearchCache(node.redis(), config.cache());
  }

  /** Only sources of others. */
  static SourceRegistry open(SourcesConfig config, Node node) {
    return open(config, node, List.of());
  }

  /**
   * Opens all that are known here; those that lack a key are there too, but not ready.
   *
   * @param own sources that are the user's own and come before all others
   */
  public static SourceRegistry open(
      SourcesConfig config, Node node, List<? extends MaterialSource> own) {
    SourceRegistry registry = new SourceRegistry(config, node);
    own.forEach(registry::add);
    boolean alike = config.shareAlike();
    registry.add(PexelsWire.known(), config.pexels(), PexelsWire::new);
    registry.add(PixabayWire.known(), config.pixabay(), PixabayWire::new);
    registry.add(CoverrWire.known(), config.coverr(), CoverrWire::new);
    registry.add(
        WikimediaWire.known(), config.wikimedia(), address -> new WikimediaWire(address, alike));
    registry.add(
        OpenverseWire.known(), config.openverse(), address -> new OpenverseWire(address, alike));
    registry.add(NasaWire.known(), config.nasa(), NasaWire::new);
    registry.add(ArchiveWire.known(), config.archive(), address -> new ArchiveWire(address, alike));
    registry.add(new OpenAiPainter(node, config.openaiImages()), config.openaiImages());
    registry.add(new StabilityPainter(node, config.stability()), config.stability());
    registry.add(new ComfyPainter(node, config.comfyui()), config.comfyui());
    return registry;
  }

  private void add(SourceProfile profile, SourceConfig set, Function<String, SourceWire> language) {
    String address = set.baseUrl().orElse(profile.address());
    String group = "materials.sources." + profile.name();
    ProviderClient client =
        new ProviderClient(
            node.vertx(),
            node.meters(),
            new ProviderSettings(
                "materials-" + profile.name(),
                profile.title(),
                set.keys(),
                profile.place(),
                config.timeout(),
                ProviderSettings.TEXT_LIMIT,
                new SettingNames(
                    group + ".api-key",
                    group + ".base-url",
                    "materials.sources.timeout",
                    "the scene's terms")));
    MaterialSource.Readiness readiness =
        !profile.keyed()
            ? MaterialSource.Readiness.ON_REQUEST
            : set.keys().isEmpty()
                ? MaterialSource.Readiness.UNSET
                : MaterialSource.Readiness.READY;
    RequestLimit limit =
        set.requestsPerHour() > 0 ? RequestLimit.perHour(set.requestsPerHour()) : profile.limit();
    add(
        new HttpSource(
            language.apply(address),
            new HttpSource.Parts(
                node.vertx(), client, cache, meters, files, address, agent, config.timeout()),
            new SharedLimit(node.redis(), profile.name(), address, limit),
            readiness));
  }

  /** One that costs money, or a machine of one's own, is never asked without being named. */
  private void add(Painter painter, PainterConfig set) {
    boolean there = set.baseUrl().isPresent() || !set.keys().isEmpty();
    add(
        new PaintingSource(
            painter,
            set.style(),
            pictures,
            meters,
            there ? MaterialSource.Readiness.ON_REQUEST : MaterialSource.Readiness.UNSET));
  }

  private void add(MaterialSource source) {
    sources.put(source.name(), source);
  }

  /** A source of that name, whether or not it is ready. */
  public Optional<MaterialSource> of(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** How each of them is, those first that are asked without being named. */
  public Future<SourceList> list() {
    List<String> usual = usual();
    List<SourceList.Source> all = new ArrayList<>();
    sources.values().forEach(source -> all.add(state(source, usual)));
    all.sort(
        Comparator.comparingInt(each -> each.usual() ? usual.indexOf(each.name()) : usual.size()));
    return Future.succeededFuture(new SourceList(all));
  }

  private static SourceList.Source state(MaterialSource source, List<String> usual) {
    boolean unset = source.readiness() == MaterialSource.Readiness.UNSET;
    SourceList.State state =
        unset
            ? SourceList.State.NOT_SET
            : source.resting() ? SourceList.State.RESTING : SourceList.State.READY;
    String detail =
        switch (state) {
          case NOT_SET -> "Set " + source.needs();
          case RESTING -> "It failed several times in a row and is left alone for a while";
          case READY -> null;
        };
    return new SourceList.Source(
        source.name(), state, usual.contains(source.name()), source.makes(), detail);
  }

  /** The names of those to ask where a brief does not say. */
  public List<String> usual() {
    if (!config.order().isEmpty()) {
      return config.order();
    }
    List<String> ready = new ArrayList<>();
    for (MaterialSource source : sources.values()) {
      if (source.readiness() == MaterialSource.Readiness.READY) {
        ready.add(source.name());
      }
    }
    return ready;
  }

  @Override
  public void close() {
    sources.values().forEach(MaterialSource::close);
    download.close();
  }
}
