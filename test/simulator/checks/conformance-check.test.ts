import { describe, expect, test } from 'vitest';
import { faultsIn, faultsInPage } from '../graph/conformance/check';
import { readCsdl } from '../graph/conformance/csdl';

const csdl = readCsdl(`<?xml version="1.0"?>
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"><edmx:DataServices>
<Schema Namespace="microsoft.graph" Alias="graph">
  <EnumType Name="colour"><Member Name="red" Value="0" /></EnumType>
  <EntityType Name="entity" Abstract="true"><Property Name="id" Type="Edm.String" Nullable="false" /></EntityType>
  <EntityType Name="car" BaseType="graph.entity">
    <Property Name="paint" Type="graph.colour" /><Property Name="wheels" Type="Collection(Edm.Int32)" />
    <Property Name="madeAt" Type="Edm.DateTimeOffset" />
    <NavigationProperty Name="trailer" Type="graph.car" />
  </EntityType>
  <EntityType Name="van" BaseType="graph.car"><Property Name="load" Type="Edm.Double" /></EntityType>
</Schema></edmx:DataServices></edmx:Edmx>`);

describe('a body against the metadata', () => {
  test.each([
    [{ id: 'a', paint: 'red', wheels: [1, 2], trailer: { id: 'b' }, madeAt: '2026-11-20T16:05:00.0000000Z' }],
    [{ id: 'a', paint: null, '@odata.etag': 'x', 'wheels@odata.context': 'y' }],
    [{ '@odata.type': '#microsoft.graph.van', id: 'a', load: 1.5 }],
  ])('agrees: %o', (body) => {
    expect(faultsIn(csdl, 'car', body)).toEqual([]);
  });

  test.each([
    [{ id: 'a', doors: 3 }, 'car.doors: unknown'],
    [{ id: 'a', load: 3 }, 'car.load: unknown'],
    [{ id: null }, 'car.id: null'],
    [{ paint: 'Red' }, 'car.paint: "Red" is no colour'],
    [{ wheels: [1.5] }, 'car.wheels[0]: 1.5 is no Edm.Int32'],
    [{ wheels: null }, 'car.wheels: not a collection'],
    [
      { madeAt: '2026-11-20T16:05:00.0000000' },
      'car.madeAt: "2026-11-20T16:05:00.0000000" is no Edm.DateTimeOffset',
    ],
    [{ trailer: { id: 'b', paint: 'blue' } }, 'car.trailer.paint: "blue" is no colour'],
    [{ '@odata.type': '#microsoft.graph.entity' }, 'car: entity is not a car'],
    ['a car', 'car: not an object'],
  ])('does not agree: %o', (body, fault) => {
    expect(faultsIn(csdl, 'car', body)).toEqual([fault]);
  });

  test('looks at every item of a page, and misses the page itself', () => {
    expect(faultsInPage(csdl, 'car', { value: [{ id: 'a' }, { id: 1 }] })).toEqual([
      'car[1].id: 1 is no Edm.String',
    ]);
    expect(faultsInPage(csdl, 'car', {})).toEqual(['car: no page']);
  });
});
