export interface CatalogueCount { kind: PatternKind; pattern_type: string; status: PatternStatus; patterns: number }
export type PatternKind = 'code' | 'content' | 'semantic' | 'success' | 'decision';
export type PatternStatus = 'draft' | 'active' | 'deprecated' | 'archived';
export interface Quality { score: number | null; completeness: number; components: Record<string, number | null>; profile?: string | null }
export interface SuccessPosterior { successes: number; failures: number; prior_mean: number; rate: number | null; mean: number; ci90: number[] }
export interface UsageSummary { uses: number; exposures: number; last_used_at: string | null }
export interface Pattern { pattern_id: string; kind: PatternKind; pattern_type: string; key: string; name: string; description: string; tags: string[]; status: PatternStatus; version: number; quality: Quality; success: SuccessPosterior; usage: UsageSummary; body: unknown; created_at: string; updated_at: string }
export interface PatternContent { pattern_type: string; name: string; description: string; tags: string[]; status: PatternStatus; body: unknown }
export type VersionEvent = 'created' | 'edited' | 'status_changed' | 'moved' | 'restored';
export interface PatternVersion { pattern_id: string; version: number; event: VersionEvent; at: string; actor: string; note: string | null; parent_ids: string[]; snapshot: PatternContent }
export interface PatternPage { items: Pattern[]; next_cursor: string | null }
export interface CatalogueCounts { patterns: number; groups: CatalogueCount[]; quality_histogram: number[]; unmeasured: number; relationships: number; uses: number; exposures: number }
export interface UsageDay { day: string; uses: number; exposures: number; successes: number; failures: number }
export interface ActorUsage { actor: string; uses: number; last_used_at: string }
export interface UsageReport { days: UsageDay[]; actors: ActorUsage[]; last7_days: number; previous7_days: number }
export type RelationshipType = 'uses' | 'extends' | 'similar_to' | 'composed_of' | 'creates';
export interface Relationship { source_id: string; type: RelationshipType; target_id: string | null; external: string | null; confidence: number; evidence: string | null }
export interface GraphNode { pattern_id: string | null; name: string; pattern_type: string | null; quality: number | null; uses: number; depth: number }
export interface PatternGraph { nodes: GraphNode[]; edges: Relationship[]; cycles: string[][]; truncated: boolean }
export interface Use { use_id: string; pattern_id: string; actor: string; action: string; at: string; context: string | null; outcome: 'success' | 'failure' | null }
export interface Evidence { signal: string; start_line: number; end_line: number }
export interface Occurrence { repository: string; file: string; start_line: number; end_line: number; qualified_name: string; rule: string; confidence: number; pattern_id: string; language: string; quality: Quality; metrics: Record<string, number>; evidence: Evidence[] }
export interface ScanError { file: string; line: number | null; message: string }
export interface CodeScan { scan_id: string; repository: string; root: string; state: 'running' | 'finished' | 'cancelled' | 'failed'; started_at: string; finished_at: string | null; files: number; files_failed: number; lines: number; units: number; occurrences: number; patterns: number; added: number; changed: number; retired: number; writes: number; errors: ScanError[] }
export interface Overview { counts: CatalogueCounts; recent: PatternVersion[]; usage: UsageDay[] }
interface Ok<T> { responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } } }
interface Id { path: { id: string } }
export interface paths {
  '/api/v1/overview': { get: Ok<Overview> & { parameters: { query?: { days?: number } } } };
  '/api/v1/patterns': { get: Ok<PatternPage> & { parameters: { query?: { kind?: PatternKind; pattern_type?: string[]; status?: PatternStatus[]; tag?: string[]; min_quality?: number; q?: string; sort?: 'updated' | 'name' | 'quality' | 'uses'; limit?: number; cursor?: string } } } };
  '/api/v1/patterns/{id}': { get: Ok<Pattern> & { parameters: Id } };
}
export interface components { schemas: { Pattern: Pattern; PatternPage: PatternPage; PatternKind: PatternKind; PatternStatus: PatternStatus; PatternVersion: PatternVersion; CatalogueCounts: CatalogueCounts; UsageDay: UsageDay; Overview: Overview; Quality: Quality; SuccessPosterior: SuccessPosterior; Occurrence: Occurrence; CodeScan: CodeScan; PatternGraph: PatternGraph; UsageReport: UsageReport; Relationship: Relationship; PatternContent: PatternContent; VersionEvent: VersionEvent; GraphNode: GraphNode; Use: Use } }
