package io.moneyprinter.gateway.routes;

/** Where to go from a video; paths on this server. */
record Links(String self, String events, String cancel, String files) {
  static Links of(String id) {
    String self = "/v1/videos/" + id;
    return new Links(self, self + "/events", self + "/cancel", self + "/files");
  }
}
