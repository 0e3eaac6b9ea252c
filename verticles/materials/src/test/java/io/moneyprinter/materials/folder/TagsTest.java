package io.moneyprinter.materials.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The beach of Lagos at dusk.png | beach lagos dusk",
        "Sunset_with_our_dogs.MOV | sunset dogs",
        "IMG_2045 mountain lake.jpeg | mountain lake",
        "DSC00123.JPG | ''",
        "VID_20240301_harbour.mp4 | harbour",
        "pexels-photo-12345 (copy 2).jpg | ''",
        "Strand und Meer mit Hund.jpg | strand meer hund",
        "El mar y los barcos de la costa.jpg | mar barcos costa",
        "Les toits de Paris sous la pluie.jpg | toits paris pluie",
        "war memorial.jpg | war memorial",
        "Sea.jpg | sea",
        "the war at sea.jpg | war sea",
        "red hat 4k.png | red hat",
        "holiday/summerHouse_01.png | summer house holiday",
        "长城.jpg | 长城"
      })
  void wordsThatSayNothingAreLeftOut(String name, String tags) {
    assertThat(String.join(" ", Tags.ofName(name))).isEqualTo(tags);
  }
}
