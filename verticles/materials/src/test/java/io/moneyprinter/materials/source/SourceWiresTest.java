package io.moneyprinter.materials.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Candidate;
import io.moneyprinter.codecs.materials.Candidate.Kind;
import io.moneyprinter.codecs.materials.Candidate.Rendition;
import io.moneyprinter.materials.source.open.ArchiveWire;
import io.moneyprinter.materials.source.open.NasaWire;
import io.moneyprinter.materials.source.open.OpenverseWire;
import io.moneyprinter.materials.source.open.WikimediaWire;
import io.moneyprinter.materials.source.stock.CoverrWire;
import io.moneyprinter.materials.source.stock.PexelsWire;
import io.moneyprinter.materials.source.stock.PixabayWire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Requests and answers in the forms that the sites document. */
class SourceWiresTest {
  private static final String AT = "http://site";

  @Test
  void pexels() {
    PexelsWire wire = new PexelsWire(AT);
    List<String> targets = targets(wire, null);

    assertThat(targets)
        .containsExactly(
            AT + "/videos/search?query=coffee%20beans&orientation=portrait&size=medium&per_page=20",
            AT + "/v1/search?query=coffee%20beans&orientation=portrait&size=small&per_page=20");
    Candidate video =
        only(
            wire,
            Kind.VIDEO,
            """
            {"page":1,"per_page":20,"total_results":1,"videos":[{"id":1448735,"width":4096,"height":2160,
            "url":"https://www.pexels.com/video/video-of-forest-1448735/","image":"https://images/x.jpg",
            "full_res":null,"tags":[],"duration":32,"user":{"id":574687,"name":"Ruvim Miksanskiy",
            "url":"https://www.pexels.com/@digitech"},"video_files":[
            {"id":1,"quality":"sd","file_type":"video/mp4","width":960,"height":506,"fps":23.98,"link":"https://v/sd.mp4"},
            {"id":2,"quality":"hls","file_type":"application/x-mpegURL","width":null,"height":null,"link":"https://v/x.m3u8"},
            {"id":3,"quality":"hd","file_type":"video/mp4","width":2048,"height":1080,"fps":23.98,"link":"https://v/hd.mp4","size":9}],
            "video_pictures":[]}]}
            """);
    assertThat(video.key()).isEqualTo("pexels:1448735");
    assertThat(video.title()).isEqualTo("video of forest");
    assertThat(video.author()).isEqualTo("Ruvim Miksanskiy");
    assertThat(video.seconds()).isEqualTo(32);
    assertThat(video.renditions())
        .containsExactly(
            new Rendition("https://v/sd.mp4", 960, 506, 23.98, null),
            new Rendition("https://v/hd.mp4", 2048, 1080, 23.98, 9L));
    Candidate photo =
        only(
            wire,
            Kind.STILL,
            """
            {"photos":[{"id":2014422,"width":3024,"height":3024,"url":"https://www.pexels.com/photo/brown-rocks-2014422/",
            "photographer":"Joey Farina","photographer_url":"https://www.pexels.com/@joey","photographer_id":680589,
            "avg_color":"#978E82","src":{"original":"https://i/o.jpeg","large2x":"https://i/l2.jpeg","tiny":"https://i/t.jpeg"},
            "liked":false,"alt":"Brown Rocks During Golden Hour"}]}
            """);
    assertThat(photo.title()).isEqualTo("Brown Rocks During Golden Hour");
    assertThat(photo.renditions().get(0).width()).isEqualTo(1300);
    assertThat(photo.renditions().get(1).width()).isEqualTo(3024);
  }

  @Test
  void pixabay() {
    PixabayWire wire = new PixabayWire(AT);

    assertThat(targets(wire, null).get(0))
        .isEqualTo(
            AT + "/api/videos/?q=coffee%20beans&safesearch=true&per_page=20&video_type=film");
    assertThat(targets(wire, null).get(1)).contains("image_type=photo&orientation=vertical");
    Candidate video =
        only(
            wire,
            Kind.VIDEO,
            """
            {"total":42,"totalHits":42,"hits":[{"id":125,"pageURL":"https://pixabay.com/videos/id-125/","type":"film",
            "tags":"flowers, yellow, blossom","duration":12,"videos":{"large":{"url":"https://cdn/large.mp4","width":1920,
            "height":1080,"size":6615235,"thumbnail":"https://cdn/l.jpg"},"medium":{"url":"https://cdn/m.mp4","width":1280,
            "height":720,"size":3562083},"small":{"url":"","width":0,"height":0,"size":0},"tiny":{"url":"https://cdn/t.mp4",
            "width":640,"height":360,"size":626913,"thumbnail":"https://cdn/t.jpg"}},"views":4462,"user_id":1281706,
            "user":"Coverr Free","userImageURL":""}]}
            """);
    assertThat(video.tags()).containsExactly("flowers", "yellow", "blossom");
    assertThat(video.authorUrl()).isEqualTo("https://pixabay.com/users/Coverr%20Free-1281706/");
    assertThat(video.renditions()).hasSize(3);
    assertThat(video.renditions().get(0).bytes()).isEqualTo(6_615_235);
    Candidate image =
        only(
            wire,
            Kind.STILL,
            """
            {"hits":[{"id":195893,"pageURL":"https://pixabay.com/en/blossom-195893/","type":"photo","tags":"blossom, bloom",
            "previewURL":"https://cdn/p.jpg","largeImageURL":"https://p/l.jpg","imageWidth":4000,"imageHeight":2250,
            "imageSize":4731420,"user_id":48777,"user":"Josch13"}]}
            """);
    assertThat(image.id()).isEqualTo("image-195893");
    assertThat(image.renditions())
        .containsExactly(new Rendition("https://p/l.jpg", 1280, 720, null, null));
  }

  @Test
  void coverr() {
    CoverrWire wire = new CoverrWire(AT);

    assertThat(targets(wire, null))
        .containsExactly(AT + "/videos?query=coffee%20beans&page_size=20&urls=true");
    assertThat(targets(wire, Kind.STILL)).isEmpty();
    Candidate video =
        only(
            wire,
            Kind.VIDEO,
            """
            {"page":0,"pages":50,"page_size":20,"total":1,"hits":[{"id":"S1YbPl1NfI","title":"Cutting Wood",
            "poster":"https://s/p","thumbnail":"https://s/t","description":"A close-up of the circular miter saw",
            "is_vertical":false,"tags":["circular saw","saw"],"aspect_ratio":"16:9","duration":11.625,
            "max_height":1152,"max_width":2048,"urls":{"mp4":"https://s/v?token=1","mp4_preview":"https://s/v/p",
            "mp4_download":"https://s/v/download?token=1&filename=Cutting Wood"}}]}
            """);
    assertThat(video.seconds()).isEqualTo(11.625);
    assertThat(video.renditions().get(0).url()).startsWith("https://s/v/download?token=1");
    assertThat(video.tags()).containsExactly("circular saw", "saw");
  }

  @Test
  void wikimediaTakesOnlyWhatMayBeChanged() {
    WikimediaWire wire = new WikimediaWire(AT, false);

    assertThat(targets(wire, Kind.VIDEO).get(0))
        .startsWith(AT + "/w/api.php?action=query&format=json&formatversion=2&generator=search")
        .contains("gsrsearch=coffee%20beans%20filetype%3Avideo", "gsrnamespace=6");
    String page =
        """
        {"pageid":%d,"ns":6,"title":"File:Coffee roasting.webm","index":%d,"videoinfo":[{"size":999,"width":1920,
        "height":1080,"duration":14.5,"url":"https://u/a.webm","descriptionurl":"https://c/wiki/File:A.webm",
        "thumburl":"https://u/t.jpg","mime":"video/webm","extmetadata":{"LicenseShortName":{"value":"%s"},
        "LicenseUrl":{"value":"%s"},"Artist":{"value":"<a href=\\"//commons.wikimedia.org/wiki/User:Ann\\">Ann &amp; Co</a>"},
        "ImageDescription":{"value":"<p>Beans  being <b>roasted</b></p>"},"Categories":{"value":"Coffee|Roasting"}},
        "derivatives":[{"src":"https://u/a.720p.webm","type":"video/webm; codecs=\\"vp9, opus\\"","width":1280,"height":720}]}]}
        """;
    String by = "https://creativecommons.org/licenses/by/4.0";
    String pages =
        String.join(
            ",",
            page.formatted(2, 2, "CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0"),
            page.formatted(3, 3, "CC BY-NC 2.0", "https://creativecommons.org/licenses/by-nc/2.0"),
            page.formatted(4, 4, "Fair use", ""),
            page.formatted(1, 1, "CC BY 4.0", by));
    Candidate video = only(wire, Kind.VIDEO, "{\"query\":{\"pages\":[%s]}}".formatted(pages));

    assertThat(video.id()).isEqualTo("1");
    assertThat(video.title()).isEqualTo("Coffee roasting");
    assertThat(video.author()).isEqualTo("Ann & Co");
    assertThat(video.authorUrl()).isEqualTo("https://commons.wikimedia.org/wiki/User:Ann");
    assertThat(video.description()).isEqualTo("Beans being roasted");
    assertThat(video.licence()).isEqualTo("CC-BY-4.0");
    assertThat(video.tags()).containsExactly("Coffee", "Roasting");
    assertThat(video.renditions()).extracting(Rendition::height).containsExactly(720, 1080);
    assertThat(
            read(
                new WikimediaWire(AT, true),
                Kind.VIDEO,
                "{\"query\":{\"pages\":[%s]}}".formatted(pages)))
        .extracting(Candidate::licence)
        .containsExactly("CC-BY-4.0", "CC-BY-SA-4.0");
  }

  @Test
  void openverse() {
    OpenverseWire wire = new OpenverseWire(AT, false);

    assertThat(targets(wire, null).get(0))
        .contains("/v1/images/?q=coffee%20beans&license=by%2Ccc0%2Cpdm", "aspect_ratio=tall");
    Candidate image =
        only(
            wire,
            Kind.STILL,
            """
            {"result_count":2,"page_size":20,"results":[{"id":"36537842","title":"Still tea","url":"https://l/a.jpg",
            "foreign_landing_url":"https://f/a","creator":"Jo","creator_url":"https://f/jo","license":"by",
            "license_version":"2.0","license_url":"https://creativecommons.org/licenses/by/2.0/","tags":[{"name":"tea"}],
            "height":683,"width":1024,"filesize":null,"thumbnail":"https://t/a"},
            {"id":"2","title":"No","url":"https://l/b.jpg","license":"by-nd","license_version":"2.0",
            "license_url":"https://creativecommons.org/licenses/by-nd/2.0/"}]}
            """);
    assertThat(image.licence()).isEqualTo("CC-BY-2.0");
    assertThat(image.renditions().get(0).width()).isEqualTo(1024);
  }

  @Test
  void nasaNamesItsFilesInASecondAnswer() throws JsonProcessingException {
    NasaWire wire = new NasaWire(AT);

    assertThat(targets(wire, Kind.VIDEO))
        .containsExactly(AT + "/search?q=coffee%20beans&media_type=video&page_size=20");
    Candidate found =
        only(
            wire,
            Kind.VIDEO,
            """
            {"collection":{"version":"1.0","items":[{"href":"https://images-assets.nasa.gov/video/X/collection.json",
            "data":[{"nasa_id":"KSC X1","title":"Launch","description":"A rocket","media_type":"video","center":"KSC",
            "keywords":["rocket","launch"]}],"links":[{"href":"https://i/t.jpg","rel":"preview"}]}]}}
            """);
    SourceWire.Ask<Candidate> detail = wire.detail(found).orElseThrow();
    Candidate whole =
        detail
            .reader()
            .apply(
                RecordJson.wire()
                    .readTree(
                        """
                        {"collection":{"items":[{"href":"http://images-assets.nasa.gov/video/X/X~orig.mp4"},
                        {"href":"http://images-assets.nasa.gov/video/X/X~medium.mp4"},
                        {"href":"http://images-assets.nasa.gov/video/X/X.srt"}]}}
                        """));

    assertThat(found.author()).isEqualTo("NASA/KSC");
    assertThat(found.renditions()).isEmpty();
    assertThat(detail.request().address()).isEqualTo(AT + "/asset/KSC%20X1");
    assertThat(whole.renditions())
        .extracting(Rendition::url)
        .containsExactly(
            "https://images-assets.nasa.gov/video/X/X~medium.mp4",
            "https://images-assets.nasa.gov/video/X/X~orig.mp4");
  }

  @Test
  void archiveNamesItsFilesInASecondAnswer() throws JsonProcessingException {
    ArchiveWire wire = new ArchiveWire(AT, false);

    assertThat(targets(wire, Kind.VIDEO).get(0))
        .startsWith(AT + "/advancedsearch.php?q=%28coffee%20beans%29%20AND%20mediatype%3A");
    Candidate found =
        only(
            wire,
            Kind.VIDEO,
            """
            {"response":{"numFound":2,"docs":[{"identifier":"coffee-film","title":"Coffee","creator":["Ann","Bo"],
            "subject":["coffee","beans"],"licenseurl":"http://creativecommons.org/licenses/publicdomain/"},
            {"identifier":"no","title":"No","licenseurl":"https://creativecommons.org/licenses/by-nc-sa/3.0/"}]}}
            """);
    Candidate whole =
        wire.detail(found)
            .orElseThrow()
            .reader()
            .apply(
                RecordJson.wire()
                    .readTree(
                        """
                        {"files":[{"name":"a film.mp4","format":"h.264","size":"1234","length":"61.5","width":"640","height":"480"},
                        {"name":"a film.ogv","format":"Ogg Video"},{"name":"__ia_thumb.jpg"}],"metadata":{}}
                        """));

    assertThat(found.author()).isEqualTo("Ann");
    assertThat(found.licence()).isEqualTo("Public domain");
    assertThat(whole.seconds()).isEqualTo(61.5);
    assertThat(whole.renditions())
        .containsExactly(
            new Rendition(AT + "/download/coffee-film/a%20film.mp4", 640, 480, null, 1234L));
  }

  @Test
  void theSmallestFileThatIsLargeEnoughIsTaken() {
    assertThat(first(Kind.VIDEO, 1080, 1920, size(540, 960), size(2160, 3840), size(1080, 1920)))
        .isEqualTo("1080x1920");
    assertThat(first(Kind.VIDEO, 1080, 1920, size(540, 960), size(720, 1280)))
        .as("the largest where none is large enough")
        .isEqualTo("720x1280");
    assertThat(first(Kind.VIDEO, 1080, 1920, size(3840, 2160), size(1920, 1080), size(960, 540)))
        .as("shown whole, as it would lose most of itself")
        .isEqualTo("1920x1080");
    assertThat(first(Kind.STILL, 1080, 1920, size(1080, 1920), size(2160, 3840)))
        .as("a still is moved over")
        .isEqualTo("2160x3840");
    Rendition huge = new Rendition("https://x/huge", 1080, 1920, null, 900_000_000L);
    assertThat(first(Kind.VIDEO, 1080, 1920, huge, size(720, 1280))).isEqualTo("720x1280");
  }

  private static String first(Kind kind, int width, int height, Rendition... files) {
    Candidate candidate =
        new Candidate(
            "s",
            "1",
            null,
            null,
            null,
            null,
            null,
            "CC0-1.0",
            null,
            null,
            kind,
            5.0,
            List.of(files),
            null,
            null);
    Rendition taken =
        RenditionChoice.inOrder(candidate, new Wanted(width, height, 5), 200_000_000).get(0);
    return taken.width() + "x" + taken.height();
  }

  private static Rendition size(int width, int height) {
    return new Rendition("https://x/" + width, width, height, null, null);
  }

  private static List<String> targets(SourceWire wire, Kind kind) {
    return wire.search(query(kind)).stream().map(ask -> ask.request().address()).toList();
  }

  private static Candidate only(SourceWire wire, Kind kind, String answer) {
    List<Candidate> found = read(wire, kind, answer);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<Candidate> read(SourceWire wire, Kind kind, String answer) {
    List<Candidate> found = new ArrayList<>();
    try {
      var tree = RecordJson.wire().readTree(answer);
      wire.search(query(kind)).forEach(ask -> found.addAll(ask.reader().apply(tree)));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
    return found;
  }

  private static SourceQuery query(Kind kind) {
    return new SourceQuery(
        List.of("coffee", "beans"),
        "",
        "en",
        SourceQuery.Orientation.PORTRAIT,
        1080,
        1920,
        5,
        kind,
        20);
  }
}
