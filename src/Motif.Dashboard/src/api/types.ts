import type { components } from './schema';

type Schemas = components['schemas'];

export type Pattern = Schemas['Pattern'];
export type PatternPage = Schemas['PatternPage'];
export type PatternKind = Schemas['PatternKind'];
export type PatternStatus = Schemas['PatternStatus'];
export type PatternContent = Schemas['PatternContent'];
export type PatternVersion = Schemas['PatternVersion'];
export type VersionEvent = Schemas['VersionEvent'];
export type CatalogueCounts = Schemas['CatalogueCounts'];
export type UsageDay = Schemas['UsageDay'];
export type UsageReport = Schemas['UsageReport'];
export type Overview = Schemas['Overview'];
export type Quality = Schemas['Quality'];
export type SuccessPosterior = Schemas['SuccessPosterior'];
export type Relationship = Schemas['Relationship'];
export type PatternGraph = Schemas['PatternGraph'];
export type GraphNode = Schemas['GraphNode'];
export type Occurrence = Schemas['Occurrence'];
export type CodeScan = Schemas['CodeScan'];
export type RelationshipType = Schemas['RelationshipType'];
export type Use = Schemas['Use'];
export type ScanEvent = Schemas['ScanEvent'];
export type SystemStatus = Schemas['SystemStatus'];
export type Readiness = Schemas['Readiness'];
