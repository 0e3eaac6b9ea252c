package io.moneyprinter.codecs.content;

import io.moneyprinter.codecs.bus.Endpoint;
import io.moneyprinter.codecs.bus.MessageCatalogue;
import io.moneyprinter.codecs.bus.ResourceClass;
import io.moneyprinter.codecs.bus.Task;
import java.time.Duration;

/** Everything the content service answers. */
public final class ContentMessages {
  public static final Task<WriteScript, Script> WRITE_SCRIPT =
      new Task<>(
          "content.write-script",
          WriteScript.class,
          Script.class,
          Duration.ofMinutes(5),
          ResourceClass.NETWORK);

  public static final Task<WriteMetadata, VideoMetadata> WRITE_METADATA =
      new Task<>(
          "content.write-metadata",
          WriteMetadata.class,
          VideoMetadata.class,
          Duration.ofMinutes(8),
          ResourceClass.NETWORK);

  public static final Task<RewriteScene, RewrittenScene> REWRITE_SCENE =
      new Task<>(
          "content.rewrite-scene",
          RewriteScene.class,
          RewrittenScene.class,
          Duration.ofMinutes(3),
          ResourceClass.NETWORK);

  public static final Endpoint<PutTemplate, Template> PUT_TEMPLATE =
      new Endpoint<>("content.put-template", PutTemplate.class, Template.class);

  public static final Endpoint<CheckTemplate, CheckedTemplate> CHECK_TEMPLATE =
      new Endpoint<>("content.check-template", CheckTemplate.class, CheckedTemplate.class);

  public static final Endpoint<GetTemplate, Template> GET_TEMPLATE =
      new Endpoint<>("content.get-template", GetTemplate.class, Template.class);

  public static final Endpoint<ListTemplates, TemplateList> TEMPLATES =
      new Endpoint<>("content.templates", ListTemplates.class, TemplateList.class);

  public static final Endpoint<ListTemplateVersions, TemplateList> TEMPLATE_VERSIONS =
      new Endpoint<>("content.template-versions", ListTemplateVersions.class, TemplateList.class);

  public static final Endpoint<DeleteTemplate, Template> DELETE_TEMPLATE =
      new Endpoint<>("content.delete-template", DeleteTemplate.class, Template.class);

  public static final Endpoint<RenameTemplate, Template> RENAME_TEMPLATE =
      new Endpoint<>("content.rename-template", RenameTemplate.class, Template.class);

  public static final Endpoint<FillBrief, FilledBrief> FILL_BRIEF =
      new Endpoint<>("content.fill-brief", FillBrief.class, FilledBrief.class);

  public static final Endpoint<ListWriters, Writers> WRITERS =
      new Endpoint<>("content.writers", ListWriters.class, Writers.class);

  private ContentMessages() {}

  public static void catalogue(MessageCatalogue.Builder types) {
    types.add("content.Script.v1", Script.class);
    types.add(WRITE_SCRIPT, "content.WriteScript.v1");
    types.add("content.VideoMetadata.v1", VideoMetadata.class);
    types.add(WRITE_METADATA, "content.WriteMetadata.v1");
    types.add("content.RewrittenScene.v1", RewrittenScene.class);
    types.add(REWRITE_SCENE, "content.RewriteScene.v1");
    types.add("content.Template.v1", Template.class);
    types.add("content.TemplateList.v1", TemplateList.class);
    types.add("content.FilledBrief.v1", FilledBrief.class);
    types.add(PUT_TEMPLATE, "content.PutTemplate.v1");
    types.add("content.CheckedTemplate.v1", CheckedTemplate.class);
    types.add(CHECK_TEMPLATE, "content.CheckTemplate.v1");
    types.add(GET_TEMPLATE, "content.GetTemplate.v1");
    types.add(TEMPLATES, "content.ListTemplates.v1");
    types.add(TEMPLATE_VERSIONS, "content.ListTemplateVersions.v1");
    types.add(DELETE_TEMPLATE, "content.DeleteTemplate.v1");
    types.add(RENAME_TEMPLATE, "content.RenameTemplate.v1");
    types.add(FILL_BRIEF, "content.FillBrief.v1");
    types.add("content.Writers.v1", Writers.class);
    types.add(WRITERS, "content.ListWriters.v1");
  }
}
