package io.moneyprinter.gateway.routes;

import io.moneyprinter.codecs.orchestration.Job;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.gateway.archive.ZipMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names the files of videos in a ZIP: a video that gives one file gives it under its title, one
 * that gives several a folder of its title, in which they are called as everywhere, since some name
 * others. No two names differ by their case alone.
 */
final class ArchiveContent {
  private final Set<FileKind> kinds;
  private final List<ZipMember> members = new ArrayList<>();
  private final FreeNames names = new FreeNames();

  private ArchiveContent(Set<FileKind> kinds) {
    this.kinds = kinds;
  }

  /**
   * @param kinds which files; all when empty
   */
  static List<ZipMember> of(List<Job> jobs, Set<FileKind> kinds) {
    ArchiveContent content = new ArchiveContent(kinds);
    jobs.stream().filter(job -> job.result() != null).forEach(content::add);
    return content.members;
  }

  private void add(Job job) {
    List<Publication.File> files =
        job.result().files().stream()
            .filter(file -> FileType.of(file.name()).isPresent())
            .filter(file -> FileKind.among(kinds, file.name()))
            .toList();
    String title = job.result().title();
    if (files.size() == 1) {
      String ending = FileType.of(files.get(0).name()).orElseThrow().saved();
      add(job, files.get(0), names.take(title, ending));
    } else if (!files.isEmpty()) {
      String folder = names.take(title, "");
      files.forEach(file -> add(job, file, folder + "/" + file.name()));
    }
  }

  private void add(Job job, Publication.File file, String name) {
    members.add(new ZipMember(name, file.blob(), job.updatedAt()));
  }
}
