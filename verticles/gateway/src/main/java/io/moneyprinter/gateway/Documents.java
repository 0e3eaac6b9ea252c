package io.moneyprinter.gateway;

import io.moneyprinter.gateway.limit.TokenScript;
import io.moneyprinter.gateway.page.StudioFiles;
import io.moneyprinter.gateway.routes.OpenApiRoutes;
import io.moneyprinter.gateway.routes.SchemaRoutes;
import io.moneyprinter.gateway.routes.WatchRoute;
import io.moneyprinter.gateway.upload.UploadHome;
import io.moneyprinter.platform.node.Node;

/** What is read from the jar before the door opens. */
record Documents(
    WatchRoute watch,
    StudioFiles studio,
    OpenApiRoutes api,
    SchemaRoutes schemas,
    TokenScript script,
    UploadHome home) {
  /**
   * Reads them all; blocks shortly.
   *
   * @param studio a folder of pages instead of the jar's, or empty
   */
  static Documents load(Node node, String studio) {
    return new Documents(
        WatchRoute.load(node.vertx(), node.blobs()::local),
        StudioFiles.open(studio),
        OpenApiRoutes.load(),
        new SchemaRoutes(),
        TokenScript.load(),
        UploadHome.of(node.data()));
  }
}
