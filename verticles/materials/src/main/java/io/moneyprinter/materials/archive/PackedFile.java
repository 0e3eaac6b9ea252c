package io.moneyprinter.materials.archive;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * A file in an archive that is to be taken.
 *
 * @param path its name with folders, which is never used as a path
 * @param name its last part
 */
record PackedFile(ZipArchiveEntry entry, String path, String name) {}
