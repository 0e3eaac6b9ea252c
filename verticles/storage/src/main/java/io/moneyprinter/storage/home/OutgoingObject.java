package io.moneyprinter.storage.home;

import java.nio.file.Path;

/**
 * What is to be sent.
 *
 * @param file holds exactly the bytes of the object
 * @param ownFile whether it was made for this alone, and goes afterwards
 */
record OutgoingObject(Upload upload, Path file, boolean ownFile) {}
