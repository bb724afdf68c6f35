package dev.pitwall.sample.desk.newsroom;

/** What an article is to be about, in one line of at most {@value #MAX_LENGTH} characters. */
public record Topic(String text) {

  private static final int MAX_LENGTH = 200;

  /**
   * @throws IllegalArgumentException with a message for a person if the text is blank or too long
   */
  public Topic {
    text = text.replaceAll("\\[\\[.*?]]", "").replaceAll("[{}\\p{Cntrl}\\s]+", " ").strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("topic is empty");
    }
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "topic has %d characters, allowed are %d".formatted(text.length(), MAX_LENGTH));
    }
  }

  /** The text with a stage direction for the scripted model. */
  public String staged(Fault fault) {
    return fault == Fault.NONE ? text : "%s [[fault:%s]]".formatted(text, fault.key());
  }
}
