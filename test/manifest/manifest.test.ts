import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');

const manifest = read('../../manifest.xml');
const { version } = JSON.parse(read('../../package.json')) as { version: string };

const SCHEMA = 'OfficeAppManifestV1_1.xsd';
const schemas = readdirSync(fileURLToPath(new URL('xsd', import.meta.url)))
  .filter((name) => name.endsWith('.xsd'))
  .map((fileName) => ({ fileName, contents: read(`xsd/${fileName}`) }));

const validate = (contents: string) =>
  validateXML({
    xml: [{ fileName: 'manifest.xml', contents }],
    schema: schemas.filter(({ fileName }) => fileName === SCHEMA),
    preload: schemas.filter(({ fileName }) => fileName !== SCHEMA),
  });

const all = (pattern: RegExp) => [...manifest.matchAll(pattern)].map((found) => found[1] ?? '');

interface Surface {
  '@xsi:type': string;
  OfficeTab: { Group: { Control: { Action: Record<string, unknown> } } };
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' });
const app = parser.parse(manifest).OfficeApp;
const overrides = app.VersionOverrides.VersionOverrides;
const surfaces: Surface[] = overrides.Hosts.Host.DesktopFormFactor.ExtensionPoint;

/** Width and height of a PNG stand in its first chunk. */
function sizeOf(icon: string): [number, number] {
  const png = readFileSync(fileURLToPath(new URL(`../../assets/${icon}`, import.meta.url)));
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('The manifest', () => {
  test('is valid against the schema of Office add-ins', async () => {
    const { valid, errors } = await validate(manifest);
    expect(errors).toEqual([]);
    expect(valid).toBe(true);
  });

  test.each([
    ['a missing name', '<DisplayName DefaultValue="Loopkeeper"/>', ''],
    ['an unknown permission', '>ReadWriteItem<', '>ReadEverything<'],
    [
      'the pin before the page',
      '<SourceLocation resid="Pane.Url"/>',
      '<SupportsPinning>true</SupportsPinning>',
    ],
  ])('would not be valid with %s', async (_what, good, bad) => {
    expect((await validate(manifest.replace(good, bad))).valid).toBe(false);
  });

  test('carries the version of the package', () => {
    expect(app.Version).toBe(`${version}.0`);
  });

  test('asks for the open item and no other, and for what Exchange Online has long had', () => {
    expect(app.Permissions).toBe('ReadWriteItem');
    expect(all(/<(?:bt:)?Set Name="Mailbox" MinVersion="([^"]+)"/g)).toEqual(['1.8']);
    expect(manifest).not.toMatch(/WebApplicationInfo|LaunchEvent|MobileFormFactor|SupportsMultiSelect/);
  });

  test('asks to write for the sake of one call, with which somebody is invited', () => {
    const office = fileURLToPath(new URL('../../src/office', import.meta.url));
    const sources = readdirSync(office).map((name) => readFileSync(`${office}/${name}`, 'utf8'));
    const writing = /\.(?:set|add|remove|save|prepend|append|insert|replace)(?!Handler)\w*Async\b/g;
    expect(sources.flatMap((source) => source.match(writing) ?? [])).toEqual(['.addAsync']);
  });

  test('offers the pane on meetings organized and attended, and on meeting mails', () => {
    expect(surfaces.map((surface) => surface['@xsi:type'])).toEqual([
      'AppointmentAttendeeCommandSurface',
      'AppointmentOrganizerCommandSurface',
      'MessageReadCommandSurface',
    ]);
  });

  test('can be pinned on messages only: Outlook pins nothing on appointments', () => {
    const pinned = surfaces.filter(
      ({ OfficeTab }) => OfficeTab.Group.Control.Action.SupportsPinning !== undefined,
    );
    expect(pinned.map((surface) => surface['@xsi:type'])).toEqual(['MessageReadCommandSurface']);
  });

  test('resolves every resource it names, and names every resource it has', () => {
    const named = new Set(all(/resid="([^"]+)"/g));
    const given = all(/<bt:(?:Image|Url|String) id="([^"]+)"/g);
    expect([...named].sort()).toEqual(given.sort());
    expect(given.filter((id) => id.length > 32)).toEqual([]);
  });

  test('points to one origin, and to pages that are built', () => {
    const addresses = all(/DefaultValue="(https:[^"]+)"/g).map((address) => new URL(address));
    expect(new Set(addresses.map(({ origin }) => origin))).toEqual(new Set(['https://localhost:3000']));
    const pages = addresses.map(({ pathname }) => pathname).filter((path) => !path.startsWith('/assets/'));
    expect(new Set(pages)).toEqual(new Set(['/taskpane.html', '/support.html']));
  });

  test('has icons of the sizes it says', () => {
    const wanted = all(/<bt:Image size="(\d+)"/g).map(Number);
    expect([...new Set(wanted)]).toEqual([16, 20, 24, 32, 40, 48, 64, 80]);
    for (const size of [...wanted, 128]) expect(sizeOf(`icon-${size}.png`)).toEqual([size, size]);
    for (const size of wanted) {
      expect(manifest).toContain(`<bt:Image size="${size}" resid="Icon.${size}"/>`);
      expect(manifest).toContain(
        `id="Icon.${size}" DefaultValue="https://localhost:3000/assets/icon-${size}.png"`,
      );
    }
    expect(app.IconUrl['@DefaultValue']).toMatch(/icon-64\.png$/);
    expect(app.HighResolutionIconUrl['@DefaultValue']).toMatch(/icon-128\.png$/);
  });
});
