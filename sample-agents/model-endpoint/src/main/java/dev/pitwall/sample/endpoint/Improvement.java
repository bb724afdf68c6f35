package dev.pitwall.sample.endpoint;

import java.util.Arrays;

/** What an editor can do for a draft, and a critic can see in it. */
enum Improvement {
  /** A summary under the title. */
  SUMMARY("**In short.**") {
    @Override
    String addTo(String draft) {
      return draft.replaceFirst(
          "\n\n",
          "\n\n**In short.** The past explains the present price, and the price decides the rest.\n\n");
    }
  },
  /** A closing section that looks ahead. */
  OUTLOOK("## What to watch next") {
    @Override
    String addTo(String draft) {
      return draft
          + "\n\n## What to watch next\n\n"
          + "The next figures are due within the year; a change of more than a tenth would be news.";
    }
  };

  private final String mark;

  Improvement(String mark) {
    this.mark = mark;
  }

  abstract String addTo(String draft);

  static int madeIn(String text) {
    return (int) Arrays.stream(values()).filter(made -> text.contains(made.mark)).count();
  }

  static String addNext(String draft) {
    return Arrays.stream(values())
        .filter(possible -> !draft.contains(possible.mark))
        .findFirst()
        .map(possible -> possible.addTo(draft))
        .orElse(draft);
  }
}
