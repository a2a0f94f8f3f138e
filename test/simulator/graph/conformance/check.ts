import { type Csdl, type CsdlProperty, derivedFrom, propertyIn } from './csdl';

type Json = Record<string, unknown>;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)$/;

const PRIMITIVES: Record<string, (value: unknown) => boolean> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Int32': (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  'Edm.Int64': (value) => Number.isSafeInteger(value),
  'Edm.Double': (value) => typeof value === 'number',
  'Edm.DateTimeOffset': (value) => typeof value === 'string' && INSTANT.test(value),
  'Edm.Date': (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  'Edm.TimeOfDay': (value) => typeof value === 'string' && /^\d\d:\d\d:\d\d(\.\d{1,7})?$/.test(value),
  'Edm.Binary': (value) => typeof value === 'string' && /^[\w+/-]*=*$/.test(value),
  'Edm.Stream': () => true,
};

/**
 * What in a JSON body does not agree with the metadata: unknown members, wrong kinds, values that an enumeration
 * does not have, null where it may not be. Annotations are left alone. Returns one line for each fault found.
 */
export function faultsIn(csdl: Csdl, type: string, body: unknown, path = type): string[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [`${path}: not an object`];
  const json = body as Json;
  const told =
    typeof json['@odata.type'] === 'string' ? json['@odata.type'].replace('#microsoft.graph.', '') : type;
  if (!csdl.types.has(told)) return [`${path}: no type ${told}`];
  if (told !== type && !derivedFrom(csdl, type).includes(told)) return [`${path}: ${told} is not a ${type}`];
  return Object.entries(json).flatMap(([name, value]) => {
    if (name.includes('@')) return [];
    const property = memberOf(csdl, told, name);
    return property === null
      ? [`${path}.${name}: unknown`]
      : faultsOf(csdl, property, value, `${path}.${name}`);
  });
}

/** A member of the type, or, as Teams leaves the name of the type out, of one derived from it. */
function memberOf(csdl: Csdl, type: string, name: string): CsdlProperty | null {
  const derived = type === 'identity' ? derivedFrom(csdl, type) : [];
  return [type, ...derived].map((one) => propertyIn(csdl, one, name)).find((one) => one !== null) ?? null;
}

function faultsOf(csdl: Csdl, property: CsdlProperty, value: unknown, path: string): string[] {
  if (!property.collection) return faultsOfOne(csdl, property, value, path);
  if (!Array.isArray(value)) return [`${path}: not a collection`];
  return value.flatMap((one, place) =>
    faultsOfOne(csdl, { ...property, nullable: false }, one, `${path}[${place}]`),
  );
}

function faultsOfOne(csdl: Csdl, { of, nullable }: CsdlProperty, value: unknown, path: string): string[] {
  if (value === null) return nullable ? [] : [`${path}: null`];
  const primitive = PRIMITIVES[of];
  if (primitive !== undefined)
    return primitive(value) ? [] : [`${path}: ${JSON.stringify(value)} is no ${of}`];
  const members = csdl.enums.get(of);
  if (members === undefined) return faultsIn(csdl, of, value, path);
  return typeof value === 'string' && members.has(value)
    ? []
    : [`${path}: ${JSON.stringify(value)} is no ${of}`];
}

/** The same for every item of a collection's page. */
export function faultsInPage(csdl: Csdl, type: string, body: unknown): string[] {
  const items = (body as Json | null)?.value;
  if (!Array.isArray(items)) return [`${type}: no page`];
  return items.flatMap((item, place) => faultsIn(csdl, type, item, `${type}[${place}]`));
}
