package dev.pitwall.sample.desk.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArchiveTest {

  private final Archive archive = Archive.open();

  @Test
  void findsTheArticlesThatShareMostWords() {
    assertThat(archive.search("tidal power market")).startsWith("(2021) Market of tidal power");
    assertThat(archive.search("tidal power market"))
        .isEqualTo(archive.search("power, MARKET tidal"));
  }

  @Test
  void findsSomethingGeneralForAnUnknownSubject() {
    assertThat(archive.search("kites history")).contains("History");
    assertThat(archive.lookUp("kites")).contains("no figure on this");
  }

  @Test
  void looksUpTheFigureOfTheField() {
    assertThat(archive.lookUp("night trains technology")).contains("four signalling systems");
  }
}
