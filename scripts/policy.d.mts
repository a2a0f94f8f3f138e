export declare const PAGES: readonly string[];
export declare const FILES: Readonly<Record<string, readonly string[]>>;
export declare function policyFor(html: string, config: unknown): string;
