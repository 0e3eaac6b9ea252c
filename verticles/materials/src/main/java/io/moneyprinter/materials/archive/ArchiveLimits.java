package io.moneyprinter.materials.archive;

/**
 * How much an archive may hold.
 *
 * @param entries folders and passed-over files included
 * @param files pictures, clips and sounds
 * @param size bytes unpacked, all together
 * @param file bytes unpacked of one file
 * @param ratio how many times larger than packed a file may be
 */
public record ArchiveLimits(int entries, int files, long size, long file, int ratio) {}
