package io.moneyprinter.gateway;

import io.moneyprinter.gateway.limit.TokenScript;
import io.moneyprinter.gateway.routes.OpenApiRoutes;
import io.moneyprinter.gateway.routes.PageRoutes;
import io.moneyprinter.gateway.routes.SchemaRoutes;
import io.moneyprinter.gateway.upload.UploadHome;

/** What is read from the jar before the door opens. */
record Documents(
    PageRoutes page, OpenApiRoutes api, SchemaRoutes schemas, TokenScript script, UploadHome home) {
  /** Reads them all; blocks shortly. */
  static Documents load(UploadHome home) {
    return new Documents(
        PageRoutes.load(), OpenApiRoutes.load(), SchemaRoutes.load(), TokenScript.load(), home);
  }
}
