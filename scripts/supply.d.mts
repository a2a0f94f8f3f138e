interface Component {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly by: string;
  readonly source: string;
  readonly texts: readonly string[];
  readonly dependencies: readonly string[];
  readonly integrity: string | null;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

interface Own {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

export declare const SBOM: string;
export declare const NOTICES: string;
export declare function packageFolder(path: string): string | null;
export declare function componentsOf(
  paths: readonly string[],
  root: string,
  lock: Lock,
): readonly Component[];
export declare function sbomOf(components: readonly Component[], own: Own): object;
export declare function noticesOf(components: readonly Component[], own: Own): string;
