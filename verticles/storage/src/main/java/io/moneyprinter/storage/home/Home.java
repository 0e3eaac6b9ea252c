package io.moneyprinter.storage.home;

import io.moneyprinter.storage.sealing.Seal;

/**
 * Where a file is kept for good.
 *
 * @param blobKey of the file
 * @param bucket name of the object store
 * @param object name in it
 * @param storedSize bytes of the object
 */
public record Home(String blobKey, String bucket, String object, long storedSize, Seal seal) {}
