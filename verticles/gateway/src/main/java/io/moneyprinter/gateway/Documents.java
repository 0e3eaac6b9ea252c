package io.moneyprinter.gateway;

import io.moneyprinter.gateway.limit.TokenScript;
import io.moneyprinter.gateway.page.StudioFiles;
import io.moneyprinter.gateway.routes.OpenApiRoutes;
import io.moneyprinter.gateway.routes.SchemaRoutes;
import io.moneyprinter.gateway.upload.UploadHome;

/** What is read from the jar before the door opens. */
record Documents(
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
  static Documents load(UploadHome home, String studio) {
    return new Documents(
        StudioFiles.open(studio),
        OpenApiRoutes.load(),
        SchemaRoutes.load(),
        TokenScript.load(),
        home);
  }
}
