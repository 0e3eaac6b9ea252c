package io.moneyprinter.gateway.routes;

/** Where to go from a video; paths on this server. */
record Links(
    String self, String events, String cancel, String files, String segments, String live) {
  static Links of(String id) {
    String self = "/v1/videos/" + id;
    return new Links(
        self,
        self + "/events",
        self + "/cancel",
        self + "/files",
        self + "/segments",
        self + "/live/playlist.m3u8");
  }
}
