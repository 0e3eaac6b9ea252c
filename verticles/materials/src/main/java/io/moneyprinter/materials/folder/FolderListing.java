package io.moneyprinter.materials.folder;

import io.moneyprinter.codecs.bus.Violation;
import java.util.List;

/**
 * What a folder was found to hold.
 *
 * @param files pictures, clips, sounds and colour tables, by name
 * @param problems files that were meant to be taken and cannot be, each with what to do
 * @param skipped names of files of other kinds
 */
public record FolderListing(
    List<FoundFile> files, List<Violation> problems, List<String> skipped) {}
