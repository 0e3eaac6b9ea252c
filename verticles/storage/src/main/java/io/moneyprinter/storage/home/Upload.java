package io.moneyprinter.storage.home;

import io.moneyprinter.storage.objects.BegunUpload;
import java.util.Optional;

/**
 * A file on its way to a home.
 *
 * @param digest SHA-256 of what is sent, hex
 * @param parts the upload in parts, once there is one
 */
public record Upload(Home home, String digest, Optional<BegunUpload> parts) {}
