import { XMLParser } from 'fast-xml-parser';

export interface CsdlProperty {
  /** Without `Collection(…)` and without the alias of the schema. */
  of: string;
  collection: boolean;
  nullable: boolean;
}

export interface CsdlType {
  name: string;
  base: string | null;
  properties: Map<string, CsdlProperty>;
}

/** What a metadata document says about types and enumerations. */
export interface Csdl {
  types: Map<string, CsdlType>;
  enums: Map<string, Set<string>>;
}

type Xml = Record<string, unknown>;

const LISTS = ['Schema', 'EnumType', 'Member', 'ComplexType', 'EntityType', 'Property', 'NavigationProperty'];

const bare = (name: string) => name.replace(/^(?:microsoft\.)?graph\./, '');

const children = (node: unknown, name: string): Xml[] =>
  ((node as Xml | undefined)?.[name] as Xml[] | undefined) ?? [];

function propertyOf(node: Xml, navigation: boolean): [string, CsdlProperty] {
  const type = String(node['@Type']);
  const inner = /^Collection\((.*)\)$/.exec(type)?.[1];
  const nullable = navigation || node['@Nullable'] !== 'false';
  return [String(node['@Name']), { of: bare(inner ?? type), collection: inner !== undefined, nullable }];
}

/** Reads a CSDL document of the Microsoft Graph metadata. */
export function readCsdl(text: string): Csdl {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => LISTS.includes(name),
  });
  const root = parser.parse(text) as Record<string, Xml>;
  const csdl: Csdl = { types: new Map(), enums: new Map() };
  for (const schema of children(root['edmx:Edmx']?.['edmx:DataServices'], 'Schema')) {
    for (const node of children(schema, 'EnumType')) {
      csdl.enums.set(
        String(node['@Name']),
        new Set(children(node, 'Member').map((one) => String(one['@Name']))),
      );
    }
    for (const node of [...children(schema, 'ComplexType'), ...children(schema, 'EntityType')]) {
      const own = children(node, 'Property').map((one) => propertyOf(one, false));
      const links = children(node, 'NavigationProperty').map((one) => propertyOf(one, true));
      const name = String(node['@Name']);
      const base = node['@BaseType'] === undefined ? null : bare(String(node['@BaseType']));
      csdl.types.set(name, { name, base, properties: new Map([...own, ...links]) });
    }
  }
  return csdl;
}

/** A type's property, its own or inherited. */
export function propertyIn(csdl: Csdl, type: string, name: string): CsdlProperty | null {
  const found = csdl.types.get(type);
  if (found === undefined) return null;
  const own = found.properties.get(name);
  if (own !== undefined) return own;
  return found.base === null ? null : propertyIn(csdl, found.base, name);
}

/** Everything derived from a type, directly or not. */
export function derivedFrom(csdl: Csdl, type: string): string[] {
  const direct = [...csdl.types.values()].filter((one) => one.base === type).map((one) => one.name);
  return direct.flatMap((name) => [name, ...derivedFrom(csdl, name)]);
}
