package dev.pitwall.dashboards.model;

import dev.pitwall.conventions.Attribute;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** What is asked, in order. */
  List<Signal> signals();

  /**
   * One number, as it is now.
   *
   * @param words what is written instead of single values
   * @param link where it leads, or null
   */
  record Stat(Signal signal, Levels levels, Words words, @Nullable Link link, int width)
      implements Panel {

    /** A number that nobody judges. */
    public static Stat of(Signal signal, int width) {
      return new Stat(signal, Levels.NEUTRAL, Words.NUMBERS, null, width);
    }

    public Stat judged(Levels by) {
      return new Stat(signal, by, words, link, width);
    }

    public Stat saying(Words instead) {
      return new Stat(signal, levels, instead, link, width);
    }

    public Stat linked(Link to) {
      return new Stat(signal, levels, words, to, width);
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

    @Override
    public List<Signal> signals() {
      return List.of(signal);
    }
  }

  /**
   * Series over time, told apart by name and colour.
   *
   * @param signals what is drawn; all have the unit and the meaning of emptiness of the first
   * @param paints colours of single series
   * @param levels where an alert fires, drawn as a line
   * @param names whether the names of the series are listed below
   */
  record Graph(
      String title,
      String description,
      List<Signal> signals,
      Color color,
      List<Paint> paints,
      Levels levels,
      boolean names,
      int width)
      implements Panel {

    public Graph {
      signals = List.copyOf(signals);
      paints = List.copyOf(paints);
    }

    /** A graph of one signal. */
    public static Graph of(Signal signal, int width) {
      return of(signal.name(), signal.description(), List.of(signal), width);
    }

    /** A graph of several. */
    public static Graph of(String title, String description, List<Signal> signals, int width) {
      return new Graph(
          title, description, signals, Color.PALETTE, List.of(), Levels.NEUTRAL, true, width);
    }

    public Graph colored(Color by) {
      return new Graph(title, description, signals, by, paints, levels, names, width);
    }

    public Graph painted(List<Paint> by) {
      return new Graph(title, description, signals, color, by, levels, names, width);
    }

    public Graph judged(Levels by) {
      return new Graph(title, description, signals, color, paints, by, names, width);
    }

    /** The same without the names of the series, where there are many that say little. */
    public Graph withoutNames() {
      return new Graph(title, description, signals, color, paints, levels, false, width);
    }

    /** What its values are. */
    public Unit unit() {
      return signals.get(0).unit();
    }

    @Override
    public String empty() {
      return signals.get(0).empty();
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

    @Override
    public List<Signal> signals() {
      return List.of(signal);
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

    @Override
    public List<Signal> signals() {
      List<Signal> values =
          columns.stream()
              .filter(Column.Value.class::isInstance)
              .map(column -> ((Column.Value) column).signal())
              .toList();
      return values.isEmpty() ? List.of(lines) : values;
    }
  }

  /**
   * A value for each pair of two labels: one label down, the other across, darker where there is
   * more.
   *
   * @param down the label of the lines
   * @param across the label of the columns
   * @param corner what stands where the two meet
   */
  record Matrix(
      String title,
      String description,
      Signal signal,
      Attribute down,
      Attribute across,
      String corner,
      int width)
      implements Panel {

    @Override
    public String empty() {
      return signal.empty();
    }

    @Override
    public List<Signal> signals() {
      return List.of(signal);
    }
  }
}
