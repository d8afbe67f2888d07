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

export interface Overview { counts: CatalogueCounts; recent: PatternVersion[]; usage: UsageReport }
export interface UsePage { items: Use[]; next_cursor: string | null }
export interface ScanProgress { phase: string; files_done: number; files_total: number }
export interface ScanEvent { event_id: number; scan: CodeScan; progress: ScanProgress | null }
export interface StartScan { paths: string[]; repository?: string | null }
export interface PatternPatch { status?: PatternStatus | null; note?: string | null; name?: string | null; tags?: string[] | null; description?: string | null }
export interface HealthCheck { name: string; healthy: boolean; reason: string | null }
export interface Readiness { ready: boolean; checks: HealthCheck[] }
export interface DatabaseStatus { system: string; location: string; schema_version: number; program_version: number; applied: { version: number; name: string; at: string }[]; pending: string[]; size_bytes: number | null }
export interface SystemStatus { version: string; runtime: string; operating_system: string; started_at: string; database: DatabaseStatus; languages: string[]; dashboard_built: boolean; api_key_required: boolean; settings: Record<string, string> }
interface Ok<T> { responses: { 200: { headers: Record<string, unknown>; content: { 'application/json': T } } } }
interface Id { path: { id: string } }
interface Items<T> { items: T[] }
export interface paths {
  '/api/v1/overview': { get: Ok<Overview> & { parameters: { query?: never } } };
  '/api/v1/system': { get: Ok<SystemStatus> & { parameters: { query?: never } } };
  '/health/ready': { get: Ok<Readiness> & { parameters: { query?: never } } };
  '/api/v1/patterns': { get: Ok<PatternPage> & { parameters: { query?: { kind?: PatternKind; pattern_type?: string[]; status?: PatternStatus[]; tag?: string[]; min_quality?: number; min_success_rate?: number; q?: string; sort?: 'updated' | 'name' | 'quality' | 'uses'; limit?: number; cursor?: string } } } };
  '/api/v1/patterns/{id}': { get: Ok<Pattern> & { parameters: Id }; patch: Ok<Pattern> & { parameters: Id & { header: { 'If-Match': string } }; requestBody: { content: { 'application/json': PatternPatch } } } };
  '/api/v1/patterns/{id}/history': { get: Ok<Items<PatternVersion>> & { parameters: Id } };
  '/api/v1/patterns/{id}/restore': { post: Ok<Pattern> & { parameters: Id & { header: { 'If-Match': string } }; requestBody: { content: { 'application/json': { version: number } } } } };
  '/api/v1/patterns/{id}/relationships': { get: Ok<Items<Relationship>> & { parameters: Id } };
  '/api/v1/patterns/{id}/graph': { get: Ok<PatternGraph> & { parameters: Id & { query?: { depth?: number; type?: RelationshipType[] } } } };
  '/api/v1/patterns/{id}/usage': { get: Ok<UsageReport> & { parameters: Id & { query?: { days?: number } } } };
  '/api/v1/patterns/{id}/uses': { get: Ok<UsePage> & { parameters: Id & { query?: { limit?: number; cursor?: string } } } };
  '/api/v1/patterns/{id}/occurrences': { get: Ok<Items<Occurrence>> & { parameters: Id & { query?: { limit?: number } } } };
  '/api/v1/code/scans': { get: Ok<Items<CodeScan>> & { parameters: { query?: never } }; post: Ok<CodeScan> & { parameters: { query?: never }; requestBody: { content: { 'application/json': StartScan } } } };
  '/api/v1/code/scans/{id}': { delete: Ok<CodeScan> & { parameters: Id } };
}
export interface components { schemas: { Pattern: Pattern; PatternPage: PatternPage; PatternKind: PatternKind; PatternStatus: PatternStatus; PatternVersion: PatternVersion; CatalogueCounts: CatalogueCounts; UsageDay: UsageDay; Overview: Overview; Quality: Quality; SuccessPosterior: SuccessPosterior; Occurrence: Occurrence; CodeScan: CodeScan; PatternGraph: PatternGraph; UsageReport: UsageReport; Relationship: Relationship; RelationshipType: RelationshipType; PatternContent: PatternContent; VersionEvent: VersionEvent; GraphNode: GraphNode; Use: Use; ScanEvent: ScanEvent; ScanProgress: ScanProgress; SystemStatus: SystemStatus; Readiness: Readiness } }
