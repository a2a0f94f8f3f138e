interface Measured {
  readonly path: string;
  readonly bytes: number;
}

export declare const BUDGET: number;
export declare function measureBuild(): {
  readonly first: readonly Measured[];
  readonly others: readonly Measured[];
  readonly signIn: readonly Measured[];
  readonly html: Measured;
};
