package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.materials.Asset;
import io.moneyprinter.codecs.materials.AssetVersion;
import io.moneyprinter.codecs.video.MediaInfo;
import java.time.Instant;
import java.util.List;

/** An asset as its owner sees it. */
record MaterialView(
    String id,
    String title,
    String description,
    List<String> tags,
    MediaInfo.Kind kind,
    Asset.Orientation orientation,
    Version current,
    List<Version> versions,
    List<String> collections,
    Instant createdAt,
    Instant updatedAt,
    Instant deletedAt,
    String licence,
    Integer uses,
    Links links) {
  /** One file of it. */
  record Version(
      int version,
      String name,
      String mediaType,
      long bytes,
      String sha256,
      int width,
      int height,
      double seconds,
      double fps,
      String codec,
      boolean audio,
      boolean hdr,
      boolean alpha,
      String color,
      String hash,
      Instant createdAt) {
    static Version of(AssetVersion version) {
      MediaInfo info = version.info();
      return new Version(
          version.version(),
          version.fileName(),
          version.blob().mediaType(),
          version.blob().size(),
          version.blob().key(),
          info.width(),
          info.height(),
          info.seconds(),
          info.fps(),
          info.codec(),
          info.audio(),
          Boolean.TRUE.equals(info.hdr()),
          Boolean.TRUE.equals(info.alpha()),
          version.portrait() == null ? null : version.portrait().color(),
          version.portrait() == null ? null : version.portrait().hash(),
          version.createdAt());
    }
  }

  /** Where to go from an asset; paths on this server. */
  record Links(String self, String file, String thumbnail, String preview, String uses) {
    static Links of(Asset asset) {
      String self = path(asset.id());
      var portrait = asset.current().portrait();
      boolean small = portrait != null && portrait.thumbnail() != null;
      boolean moving = portrait != null && portrait.preview() != null;
      return new Links(
          self,
          self + "/file",
          small ? self + "/thumbnail" : null,
          moving ? self + "/preview" : null,
          self + "/uses");
    }
  }

  static String path(String id) {
    return MaterialRoutes.PATH + "/" + id;
  }

  static MaterialView of(Asset asset) {
    MediaInfo info = asset.current().info();
    return new MaterialView(
        asset.id(),
        asset.title(),
        asset.description(),
        asset.tags(),
        info.kind(),
        Asset.Orientation.of(info),
        Version.of(asset.current()),
        asset.versions().stream().map(Version::of).toList(),
        asset.collections(),
        asset.createdAt(),
        asset.updatedAt(),
        asset.deletedAt(),
        asset.licence(),
        asset.uses(),
        Links.of(asset));
  }
}
