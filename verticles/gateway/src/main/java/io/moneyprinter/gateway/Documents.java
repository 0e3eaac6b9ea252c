package io.moneyprinter.gateway;

import io.moneyprinter.gateway.limit.TokenScript;
import io.moneyprinter.gateway.page.StudioFiles;
import io.moneyprinter.gateway.routes.OpenApiRoutes;
import io.moneyprinter.gateway.routes.SchemaRoutes;
import io.moneyprinter.gateway.routes.WatchRoute;
import io.moneyprinter.gateway.upload.UploadHome;
import io.moneyprinter.platform.node.Node;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;

/** What is read from the jar before the door opens; the instances of a node share it. */
record Documents(
    WatchRoute watch,
    StudioFiles studio,
    OpenApiRoutes api,
    SchemaRoutes schemas,
    TokenScript script,
    UploadHome home)
    implements Shareable {
  private static final String PLACE = "moneyprinter.gateway.documents";

  /**
   * Reads them all, unless another instance has; blocks shortly.
   *
   * @param studio a folder of pages instead of the jar's, or empty
   */
  static Documents of(Node node, String studio) {
    LocalMap<String, Documents> known = node.vertx().sharedData().getLocalMap(PLACE);
    return known.computeIfAbsent(node.data().root() + " " + studio, key -> load(node, studio));
  }

  private static Documents load(Node node, String studio) {
    return new Documents(
        WatchRoute.load(node.vertx(), node.blobs()::local),
        StudioFiles.open(studio),
        OpenApiRoutes.load(),
        SchemaRoutes.load(),
        TokenScript.load(),
        UploadHome.of(node.data()));
  }
}
