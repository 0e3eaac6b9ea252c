package io.moneyprinter.materials.choice;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a text feels like, as far as its words say so, with the palettes of that feeling. Each
 * palette runs from nearly black to a light that white text with an outline still stands on.
 */
enum Mood {
  OCEAN(
      "ocean sea wave water river lake rain ship boat fish whale dolphin coral beach island tide swim surf harbour harbor dive meer welle wasser mer vague mar agua playa",
      "#04141F #0A3A52 #12708A #3FB8C4 #BFEDE6",
      "#050F24 #0B2B5B #1763A6 #4FA8DD #CBE8F5",
      "#03191C #07454A #0E7F79 #4CC3A5 #D6F3DA"),
  COFFEE(
      "coffee espresso cup bean roast cafe caffeine brew barista mocha chocolate cocoa bread bake wood leather whisky kaffee bohne tasse",
      "#160B06 #3E2012 #7A4322 #C08445 #F3DDB3",
      "#1A0D0A #4B2418 #8E5431 #D79A5B #F8E6C8",
      "#120C08 #33231A #6B4A33 #A98157 #E9D3B0"),
  FOREST(
      "forest tree leaf plant garden green grass jungle moss farm field nature grow seed fruit bird insect bee frog mountain trail wald baum blatt garten foret arbre bosque arbol",
      "#06130B #12351F #2A6B3C #74B05A #E4EFB4",
      "#0A140A #1F3B1B #4B7530 #9DBB4C #F0EFB6",
      "#04150F #0B3F30 #1C7A5B #68BE8F #DDF3D5"),
  NIGHT(
      "night star sky space moon galaxy planet universe dream sleep dark midnight cosmos astronaut rocket telescope nacht stern mond nuit etoile noche estrella",
      "#070716 #1B1A4B #3F3A94 #8177D8 #DCD6FA",
      "#05060F #141C3C #2C3F7E #6E86CF #D5E0FA",
      "#0B0618 #2B1352 #5A2C94 #A56BD6 #EBD4F8"),
  FIRE(
      "fire flame energy power fast speed lava volcano heat burn hot explosion passion fight battle race engine spark war rage feuer flamme feu fuego",
      "#180404 #4F0E0A #A62A12 #EE6A1F #FFD98A",
      "#1A0508 #5B0F1C #B3233A #F0654A #FFCFA3",
      "#140603 #43150A #8F3A10 #E08A1E #FFE7A0"),
  DAWN(
      "sunrise sunset dawn dusk morning evening sun summer love heart smile joy hope warm romance wedding family baby morgen abend sonne liebe soleil amour sol amor",
      "#1A0A1E #57213F #B2475A #F0936A #FFE1AE",
      "#160C24 #45245C #96457F #E27D8B #FFD9B8",
      "#1D0B12 #5E1F33 #B9503F #F1A14E #FFEBB5"),
  SKY(
      "cloud wind air fly flight plane balloon breath free freedom spring feather kite light window himmel wolke ciel nuage cielo nube",
      "#071420 #1B4668 #3F85B5 #8CC5E3 #EEF7F4",
      "#0A1526 #28406F #5378B5 #9DB9E4 #F4EFF0",
      "#06171D #1A4D5C #3F93A0 #93D1CD #F2F7E2"),
  DESERT(
      "desert sand stone rock earth canyon dust camel pyramid egypt ancient ruin history clay temple rome stein erde wuste sable desierto arena",
      "#170D07 #4A2A17 #94582C #D39A5A #F6E3BE",
      "#180E10 #4F2A2A #975348 #D5947A #F7DFC8",
      "#13100A #3D3220 #7B673D #BFA467 #F2E7C0"),
  CITY(
      "city street neon traffic urban building skyline car train metro club dance party music concert fashion stadt strasse ville rue ciudad calle",
      "#08060F #2A1150 #7A1E8C #E0409A #FFB6C9",
      "#05080F #10294B #135E8C #18B5C4 #D3FBEA",
      "#0B0611 #331045 #8A1C5E #EF5A5A #FFCF9A"),
  MACHINE(
      "computer robot code software data network internet phone technology machine digital algorithm science chip ai artificial intelligence electric laser future lab",
      "#04100F #0A322F #0F6A5E #2DBE96 #C6F7DD",
      "#060B14 #12263F #1F4F7F #3D9BD1 #C8EDFB",
      "#080B10 #1E2733 #3E5166 #7C98AE #DBE7EC"),
  WEALTH(
      "money gold coin bank rich wealth market stock invest business treasure king queen crown diamond luxury success win trophy champion geld argent dinero oro",
      "#0C0B05 #2F2A10 #70601E #C2A23A #F8E9A9",
      "#06120C #123A27 #2F6B3E #B39A3C #F7E7A6",
      "#0D0910 #30203A #6A3F5E #C48A4C #F9E2A8"),
  WINTER(
      "winter snow ice cold frost glacier arctic polar penguin christmas ski freeze antarctica schnee eis neige glace nieve hielo",
      "#07111A #1D3A52 #4A7899 #9CC6DA #F1F8FA",
      "#0A0F1E #283557 #5A6E9E #A6B8DA #F3F3FA",
      "#061416 #1E444A #4F8388 #A4CDCB #F2F8F2");

  private final Set<String> words;
  private final List<List<String>> palettes;

  Mood(String words, String... palettes) {
    this.words =
        Arrays.stream(words.split(" ")).map(Words::stem).collect(Collectors.toUnmodifiableSet());
    this.palettes = Arrays.stream(palettes).map(p -> List.of(p.split(" "))).toList();
  }

  /** Dark to light, #RRGGBB, three variants of one feeling. */
  List<List<String>> palettes() {
    return palettes;
  }

  /** How often a text speaks of this. */
  int hits(List<String> stems) {
    return (int) stems.stream().filter(words::contains).count();
  }
}
