import {
  MultiValueVariable,
  sceneGraph,
  SceneGridLayout,
  SceneGridRow,
  SceneObjectBase,
  VariableDependencyConfig,
  type SceneObjectState,
} from '@grafana/scenes';

interface State extends SceneObjectState {
  variable: string;
  make: (value: string, index: number) => SceneGridRow;
}

/** Gives a grid one row for each chosen value of a variable, as Grafana does for a repeated row. */
export class RepeatedRow extends SceneObjectBase<State> {
  protected _variableDependency: VariableDependencyConfig<State>;
  private rows = new Map<string, SceneGridRow>();

  constructor(state: State) {
    super(state);
    this._variableDependency = new VariableDependencyConfig(this, {
      variableNames: [state.variable],
      onVariableUpdateCompleted: () => this.repeat(),
    });
    this.addActivationHandler(() => this.repeat());
  }

  private repeat(): void {
    const grid = this.parent;
    const variable = sceneGraph.lookupVariable(this.state.variable, this);
    if (!(grid instanceof SceneGridLayout) || !(variable instanceof MultiValueVariable)) {
      throw new Error(`nothing to repeat for "${this.state.variable}"`);
    }
    const values = chosen(variable);
    if (variable.state.loading || values.join() === [...this.rows.keys()].join()) {
      return;
    }
    const others = grid.state.children.filter(
      (child) => ![...this.rows.values()].includes(child as SceneGridRow),
    );
    // A row that was opened stays so.
    this.rows = new Map(
      values.map((value, index) => [value, this.rows.get(value) ?? this.state.make(value, index)]),
    );
    grid.setState({ children: [...others, ...this.rows.values()] });
  }
}

function chosen(variable: MultiValueVariable): string[] {
  if (variable.hasAllValue()) {
    return variable.state.options.map(({ value }) => String(value));
  }
  const value = variable.getValue();
  return (Array.isArray(value) ? value : [value]).map(String).filter(Boolean);
}
