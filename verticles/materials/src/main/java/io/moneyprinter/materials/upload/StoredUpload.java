package io.moneyprinter.materials.upload;

import io.moneyprinter.codecs.materials.Upload;

/**
 * An upload with what only its keepers know.
 *
 * @param staged name in the staging folder while it is looked at; {@code null} before
 */
record StoredUpload(String tenant, Upload upload, String staged) {}
