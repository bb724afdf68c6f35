package dev.pitwall.dashboards;

import java.util.List;

/** What a dashboard is made of. */
public sealed interface Panel {

  /** The question or the thing that is shown. */
  String title();

  /** What the reader should know to judge it. */
  String description();

  /** What it means that nothing is shown. */
  String empty();

  /** Width in Grafana's 24 columns. */
  int width();

  /** One number, as it is now. */
  record Stat(Signal signal, Levels levels, int width) implements Panel {

    @Override
    public String title() {
      return signal.name();
    }

    @Override
    public String description() {
      return signal.description();
    }

    @Override
    public String empty() {
      return signal.empty();
    }
  }

  /** Series over time, told apart by name and colour. */
  record Graph(Signal signal, Color color, int width) implements Panel {

    @Override
    public String title() {
      return signal.name();
    }

    @Override
    public String description() {
      return signal.description();
    }

    @Override
    public String empty() {
      return signal.empty();
    }
  }

  /** One horizontal bar for each series, as it is now. */
  record Bars(Signal signal, List<Paint> paints, int width) implements Panel {

    public Bars {
      paints = List.copyOf(paints);
    }

    @Override
    public String title() {
      return signal.name();
    }

    @Override
    public String description() {
      return signal.description();
    }

    @Override
    public String empty() {
      return signal.empty();
    }
  }

  /**
   * One line for each set of labels, as it is now.
   *
   * @param lines says which lines there are where no column shows a value
   */
  record Table(String title, String description, Signal lines, List<Column> columns, int width)
      implements Panel {

    public Table {
      columns = List.copyOf(columns);
    }

    @Override
    public String empty() {
      return lines.empty();
    }

    /** What is asked, in the order of the columns. */
    List<Signal> signals() {
      List<Signal> values =
          columns.stream()
              .filter(Column.Value.class::isInstance)
              .map(column -> ((Column.Value) column).signal())
              .toList();
      return values.isEmpty() ? List.of(lines) : values;
    }
  }

  /**
   * The colour of the series whose name matches.
   *
   * @param pattern a regular expression
   * @param color its colour
   */
  record Paint(String pattern, Color color) {}
}
