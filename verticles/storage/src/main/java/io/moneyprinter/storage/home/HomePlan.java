package io.moneyprinter.storage.home;

import io.moneyprinter.storage.objects.ObjectStore;

/**
 * Where files of a class go, and how.
 *
 * @param fallback whether a file may wait on the node while the store cannot be reached
 */
record HomePlan(ObjectStore store, boolean encrypt, boolean fallback) {}
