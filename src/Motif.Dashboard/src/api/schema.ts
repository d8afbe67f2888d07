// Generated from the OpenAPI document by `npm run generate`; do not edit.

export interface paths {
    "/api/v1/code/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List copies and near copies, those with most redundant lines first
         * @description What the last scan of each repository saw: functions and classes of at least 40 elements with the same structure, or one that is alike by at least 0.7. A list shows the first 20 places of each.
         */
        get: operations["listDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/duplicates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a group of copies with all its places */
        get: operations["getDuplicate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/duplicates/{id}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the source of two copies side by side */
        get: operations["getDuplicateSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/repositories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the scanned source trees by name */
        get: operations["listRepositories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/repositories/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forget a source tree
         * @description Its files, places, relationships and scans are taken out in one transaction; a pattern that then stands nowhere is retired. A slash in the name is sent as %2F.
         */
        delete: operations["forgetRepository"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/rules/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the rules of which places were called wrong */
        get: operations["listRuleTrusts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the latest scans, newest first */
        get: operations["listScans"];
        put?: never;
        /**
         * Start a scan of folders inside the configured roots
         * @description Answered at once; the scan goes on. Its events tell how far it is.
         */
        post: operations["startScan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/scans/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how a scan stands and what it found */
        get: operations["getScan"];
        put?: never;
        post?: never;
        /**
         * Cancel a running scan
         * @description What it had found is not written.
         */
        delete: operations["cancelScan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/scans/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a scan by server-sent events
         * @description Events are named after the scan's state: running, finished, cancelled, failed; their data is a ScanEvent. Last-Event-ID resumes.
         */
        get: operations["getScanEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/code/scans/trend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how a repository stood after each of its scans
         * @description The newest scans that changed anything, the oldest of them first, so that they can be drawn: patterns, places, mean quality, and how many patterns were new, changed or gone.
         */
        get: operations["getScanTrend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether a persona's audience is tired of a template
         * @description Names the cap that bites and fresh_at to the microsecond.
         */
        post: operations["checkFatigue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/check/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Check many templates of one persona as of one moment */
        post: operations["checkFatigueOfMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/evaluate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Evaluate a policy on a log of another system
         * @description Rows whose probability is missing, 0, above 1 or no number are refused and counted, never guessed.
         */
        post: operations["evaluateLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/extract": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the template of a content and the family that it belongs to
         * @description Keeps nothing. A content without a template is no_template: neither fresh nor fatigued.
         */
        post: operations["extractTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/extract/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Find the templates of many contents */
        post: operations["extractTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/families": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List template families, those with the most posts first */
        get: operations["listFamilies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/families/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring the catalogue up to date with the families, as patterns of the kind content
         * @description Families of one post are left out. The same again changes nothing.
         */
        post: operations["publishFamilies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/generate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write contents about a topic from templates that the audience is not tired of */
        post: operations["generateContent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/personas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List personas in order of their id */
        get: operations["listPersonas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/personas/{persona_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report what a persona posted and how varied it was */
        get: operations["getPersona"];
        /** Set a persona's audience group and settings */
        put: operations["setPersona"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/personas/{persona_id}/decisions/{decision_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say why a decision came out as it did */
        get: operations["explainSelection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/personas/{persona_id}/decisions/{decision_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw a decision again of what it was drawn of */
        post: operations["replaySelection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/personas/{persona_id}/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what a mode would have got in a persona's logged decisions
         * @description Without a mode the one that made them. Refuses below 200 effective samples and says why.
         */
        get: operations["evaluateSelection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/personas/{persona_id}/holdout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Compare the hold-out of a persona with the rest */
        get: operations["getHoldout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/personas/{persona_id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a persona's posts, the newest first */
        get: operations["listPosts"];
        put?: never;
        /**
         * Record that a post went out, of a reservation or of its own
         * @description Idempotent by post_id, external_id and idempotency_key. A fact is never refused by a cap: it is kept and flagged.
         */
        post: operations["publishPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/personas/{persona_id}/reservations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold a place for a post under every cap
         * @description Refused with 409 where a cap or the text's own rule leaves none; errors names it and says from when it is free.
         */
        post: operations["reservePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/posts/{post_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a post with everything that happened to it */
        get: operations["getPost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/posts/{post_id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a post's text was changed
         * @description Unseen, its use moves to the new family; seen, it stays where people saw it.
         */
        post: operations["editPost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/posts/{post_id}/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell a post's cumulative numbers, in any order and as often as you like
         * @description Wrong rows are refused with their reason, the others are taken.
         */
        post: operations["measurePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/posts/{post_id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a reservation up */
        post: operations["releasePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/posts/{post_id}/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that a post was deleted
         * @description Unseen, its use is released; seen, it still tires until its window has passed.
         */
        post: operations["removePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/posts/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import posts made elsewhere, JSON lines or CSV
         * @description They count like any other. A post is known again by its external_id. Lines that are wrong are refused with their number; the others are taken.
         */
        post: operations["importPosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/select": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose what to post next
         * @description The same decision_id with the same request is answered as before, with another request it is 409. Every slot tells the exact probability that it was drawn with.
         */
        post: operations["selectVariants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say which settings are in force */
        get: operations["getContentSettings"];
        /**
         * Set at run time what differs from the environment's settings
         * @description Replaces what was set before; every server on the database follows at its next request.
         */
        put: operations["setContentSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/matching/confidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say how far confidences can be relied on, by outcomes
         * @description The stage of the calibrator and a reliability diagram over outcomes that named their match; a bin without outcomes holds null.
         */
        get: operations["getConfidenceReliability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read counts, recent changes and 30 days of usage */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List patterns, filtered and page by page
         * @description Repeat pattern_type, status and tag to give several. next_cursor is null on the last page.
         */
        get: operations["listPatterns"];
        put?: never;
        /**
         * Create a pattern
         * @description Refused with 409 and existing_id when its kind and key are taken; the key of a success pattern with an intent is its context_hash when none is given. A success pattern that nearly copies another (five-word sequences, Jaccard 0.8) is refused too unless allow_duplicate is true. Patterns of like meaning are named in Link headers with rel=similar.
         */
        post: operations["createPattern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a pattern
         * @description Answers 304 when If-None-Match holds its ETag.
         */
        get: operations["getPattern"];
        put?: never;
        post?: never;
        /**
         * Archive a pattern, or purge it
         * @description Archiving keeps its history and ledger. purge=true removes it for good with all that belongs to it; only an administrator may.
         */
        delete: operations["deletePattern"];
        options?: never;
        head?: never;
        /**
         * Change a pattern
         * @description Needs If-Match with the ETag that was read.
         */
        patch: operations["patchPattern"];
        trace?: never;
    };
    "/api/v1/patterns/{id}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Walk the neighbourhood of a pattern in either direction
         * @description Breadth first, with the rings of uses, extends and composed_of inside it.
         */
        get: operations["getPatternGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the versions of a pattern, newest first */
        get: operations["getPatternHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}/occurrences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the places where a code pattern stands */
        get: operations["getPatternOccurrences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}/occurrences/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the source where a code pattern stands
         * @description Only files inside the configured roots are read, and only while they are as they were scanned. state says what the lines are: current, stored (what the catalogue kept of the exemplar), or none because the file changed or is unreadable here; reason says why.
         */
        get: operations["getOccurrenceSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report how a use ended, once
         * @description Without use_id a use by actor is recorded with it; with match_id alone it is the use of that match, by the caller. A success with an intent, its own or that of its match, teaches the pattern that intent; an outcome of a match calibrates confidences. 201 when it is new, 200 when the same outcome had been reported before.
         */
        post: operations["recordOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}/outcomes/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report how uses of a pattern ended, over time
         * @description Every step is there, also those without an outcome; the last one ends today (UTC). An outcome counts on the day of its use. low and high are the 95 % interval of the rate (Wilson).
         */
        get: operations["getOutcomeSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the relationships of a pattern */
        get: operations["listRelationships"];
        put?: never;
        /**
         * State a relationship, or state it again with other confidence and evidence
         * @description Give either target_id or external. A pattern has no relationship to itself.
         */
        post: operations["createRelationship"];
        /** Take a relationship back */
        delete: operations["deleteRelationship"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an earlier version current again, as a new version
         * @description Needs If-Match.
         */
        post: operations["restorePattern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report the uses of a pattern by day and actor */
        get: operations["getPatternUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the ledger of a pattern, newest first */
        get: operations["listUses"];
        put?: never;
        /**
         * Record a use or an exposure
         * @description 201 when it is new, 200 when its idempotency_key had recorded it before. An exposure is appended in the background and answered with 202.
         */
        post: operations["recordUse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/{id}/wrong": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the places of a code pattern that were called wrong
         * @description rules says what follows from it: the confidence of a rule of which w of n places were called wrong counts times (8 + n - w) / (8 + n).
         */
        get: operations["getJudgement"];
        put?: never;
        /**
         * Say that places of a code pattern are none
         * @description What is left out of repository, file and qualified_name fits every place. They are no longer places of the pattern, whatever later scans find there, and the rule counts as less sure. The pattern's history tells who said so and why.
         */
        post: operations["callWrong"];
        /**
         * Take it back that places are wrong
         * @description Takes back every mark that fits; what stands there is a place of the pattern again.
         */
        delete: operations["undoWrong"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export patterns as JSON lines, a PatternDraft a line
         * @description In the shape that the import reads. The filters are those of the list.
         */
        get: operations["exportPatterns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/facets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what a list of patterns can be narrowed by
         * @description Takes the filters of the list. Each facet is counted with the filters of all others; tag, of which a pattern must have all, with its own too. A value that is filtered by is always listed. total is the number of patterns that pass every filter.
         */
        get: operations["getPatternFacets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import patterns from JSON lines, a PatternDraft a line
         * @description Read as it comes and upserted by kind and key, so that sending it again changes nothing. Lines that are wrong are reported with their number; the others are imported.
         */
        post: operations["importPatterns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patterns/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find the patterns that fit an intent
         * @description Every result has the probability that it is useful for this request. With explain it carries the arithmetic. A delivered match is recorded as an exposure of what it shows.
         */
        post: operations["matchPatterns"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read versions, database status and settings */
        get: operations["getSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Report the uses of all patterns by day and actor */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List who used patterns in the last days, the busiest first */
        get: operations["listActors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import manifests of agents from JSON lines, a UsageManifest a line
         * @description Exposed and applied are counted apart. Sending a manifest again counts nothing twice; an outcome that has become known since is added. Lines that are wrong are reported with their number; the others are imported.
         */
        post: operations["importUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/usage/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List patterns by their use in the last days against the same number of days before
         * @description Patterns without an entry in either window are left out; those never used are GET /patterns?unused=true, those not used lately GET /patterns?last_used_before=TIME. All pages are of the window of the first.
         */
        get: operations["listUsageTrends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say that the process runs */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say whether requests can be answered, each check with its reason */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the metrics in Prometheus' text format */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/problems/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Explain a kind of problem and what to do about it */
        get: operations["getProblemKind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A page of actors, the busiest first. */
        ActorPage: {
            items: components["schemas"]["ActorSummary"][];
            /** @description Null on the last page. */
            next_cursor: null | string;
        };
        /** @description What one actor did in a window. */
        ActorSummary: {
            actor: string;
            /** Format: int64 */
            exposures: number;
            /** Format: int64 */
            failures: number;
            /**
             * Format: date-time
             * @description Null where it was only shown patterns.
             */
            last_used_at: null | string;
            /**
             * Format: int64
             * @description Distinct patterns that it applied.
             */
            patterns: number;
            /** Format: int64 */
            successes: number;
            /** Format: int64 */
            uses: number;
        };
        /** @description Uses by one actor. */
        ActorUsage: {
            actor: string;
            /** Format: date-time */
            last_used_at: string;
            /** Format: int64 */
            uses: number;
        };
        /** @description One migration that was applied. */
        AppliedMigration: {
            /** Format: date-time */
            at: string;
            name: string;
            /** Format: int32 */
            version: number;
        };
        BatchCheckRequest: {
            items: components["schemas"]["FatigueQuestion"][];
            persona_id: string;
        };
        /** @description What a calibrator was made for; confidences of another model, analyzer or weighting mean nothing to it. */
        CalibratorKey: {
            /** @description Version of the analyzer. */
            analyzer: string;
            /** @description The space VEC is compared in, without what a catalogue adds to it. */
            model: string;
            /** @description Key of the signal weights, and version of the map before labels. */
            weights: string;
        };
        /** @description A fact that broke a cap: it is kept and flagged, never refused. */
        CapBreach: {
            level: components["schemas"]["CapLevel"];
            /** Format: int32 */
            max: number;
            /** @description The posts that filled the cap before it. */
            post_ids: string[];
            /** Format: double */
            window_days: number;
        };
        /** @enum {unknown} */
        CapLevel: "text" | "variant" | "family" | "topic" | "persona" | "persona_group" | null;
        /** @description How far one cap is filled at a time. */
        CapState: {
            /** @description No place is left. */
            bites: boolean;
            /**
             * Format: int32
             * @description Posts in the window (t − window, t].
             */
            count: number;
            /**
             * Format: date-time
             * @description When there will be one if nothing more is posted; null when there is.
             */
            fresh_at: null | string;
            level: components["schemas"]["CapLevel"];
            /** Format: int32 */
            max: number;
            /** @description What fills it, oldest first. */
            post_ids: string[];
            /**
             * Format: int32
             * @description Open reservations and scheduled posts, which hold a place.
             */
            reserved: number;
            /** Format: double */
            window_days: number;
        };
        /** @description One group of CatalogueCounts. */
        CatalogueCount: {
            kind: components["schemas"]["PatternKind"];
            pattern_type: string;
            /** Format: int64 */
            patterns: number;
            status: components["schemas"]["PatternStatus"];
        };
        /** @description Patterns by kind, type and status, with the histogram of their quality. */
        CatalogueCounts: {
            /** Format: int64 */
            exposures: number;
            groups: components["schemas"]["CatalogueCount"][];
            /** Format: int64 */
            patterns: number;
            /** @description Ten bins of width .1; a score of 1 falls into the last. */
            quality_histogram: number[];
            /** Format: int64 */
            relationships: number;
            /**
             * Format: int64
             * @description Patterns without a quality score.
             */
            unmeasured: number;
            /** Format: int64 */
            uses: number;
        };
        /** @description How much a hypothesis about satiation was believed. */
        CellBelief: {
            cell: components["schemas"]["SatiationCell"];
            /** Format: double */
            weight: number;
        };
        ChangedPattern: {
            name: string;
            /** Format: uuid */
            pattern_id: string;
            /**
             * Format: double
             * @description Its score now.
             */
            quality: null | number;
            /**
             * Format: double
             * @description Its score at the scan before; null where there was none.
             */
            quality_before: null | number;
        };
        ChangedPatterns: {
            /** @description At most int ChangedPatterns.MaxListed, those that changed most first. */
            patterns: components["schemas"]["ChangedPattern"][];
            /**
             * Format: int32
             * @description How many there are.
             */
            total: number;
        };
        CheckRequest: {
            /** Format: date-time */
            at?: unknown;
            content?: null | string;
            pattern?: null | string;
            persona_id: string;
            topic?: null | string;
            variant_id?: null | string;
        };
        /** @description A source tree as the catalogue knows it. */
        CodeRepository: {
            /** Format: int32 */
            files: number;
            /** Format: int32 */
            files_failed: number;
            /** @description Where its files lie there, every link followed; null likewise. */
            folder: null | string;
            /** @description The machine it was scanned on; null where it was scanned before this was kept. */
            host: null | string;
            /**
             * Format: int64
             * @description Lines of all parsed files.
             */
            lines: number;
            name: string;
            /** Format: int32 */
            occurrences: number;
            /**
             * Format: int32
             * @description Patterns that have an occurrence in it.
             */
            patterns: number;
            /**
             * Format: date-time
             * @description When a scan last changed something; null likewise.
             */
            scanned_at: null | string;
        };
        /** @description One scan of one tree, with what it found and what it changed. */
        CodeScan: {
            /**
             * Format: int32
             * @description Patterns that are new.
             */
            added: number;
            /**
             * Format: int32
             * @description Patterns whose content or quality changed.
             */
            changed: number;
            changes: null | components["schemas"]["ScanChanges"];
            /** @description At most int CodeScan.MaxErrors; FilesFailed counts them all. */
            errors: components["schemas"]["ScanError"][];
            /** Format: int32 */
            files: number;
            /** Format: int32 */
            files_failed: number;
            /** Format: date-time */
            finished_at: null | string;
            /**
             * Format: int64
             * @description Lines of all parsed files.
             */
            lines: number;
            /** Format: int32 */
            occurrences: number;
            /** Format: int32 */
            patterns: number;
            /** @description The name under which the tree stands in the catalogue. */
            repository: string;
            /**
             * Format: int32
             * @description Patterns that no longer occur anywhere.
             */
            retired: number;
            /** @description The folder or file that was scanned. */
            root: string;
            /** Format: uuid */
            scan_id: string;
            /** Format: date-time */
            started_at: string;
            state: components["schemas"]["ScanState"];
            /** Format: int32 */
            units: number;
            /**
             * Format: int32
             * @description Rows written; 0 when nothing had changed.
             */
            writes: number;
        };
        /**
         * @description The probability that something fits and works, 0 (never) to 1 (always) by construction.
         *     Not a quality (what a thing is) and not a success rate (what it did).
         */
        Confidence: number;
        /**
         * @description What a confidence is computed from. All grow with fitness; S alone says nothing absolute, because the best document of any
         *     request, however foreign, has an S near 1. A result that was shown with inputs of another shape is no label any more.
         */
        ConfidenceInputs: {
            /**
             * Format: double
             * @description Largest VEC cosine among the first three results times the known share of the request, 0..1.
             */
            best_cosine: number;
            /**
             * Format: double
             * @description 1 - exp(-n/√(1 + l)), n the number of different words of the request that stand in one of the first three results and l its length in words times field weights: a long text shares a word with anything.
             */
            best_density: number;
            /**
             * Format: double
             * @description 1 - exp(-m·m/t/10), t the mass (background idf, in nats) of all words of the request, function words too, and m of those that stand in one of the first three results: a foreign sentence shares few, common ones, and of many.
             */
            best_evidence: number;
            /**
             * Format: double
             * @description Largest Named among the first three results.
             */
            best_named: number;
            /**
             * Format: double
             * @description How far the request names the document, p²·√r: p is the share of the request that stands in its name or an alias, r the share of that name that stands in the request, by how rare words are in the language, function words counted; 0..1, 1 for the very name.
             */
            named: number;
            /**
             * Format: double
             * @description S as a share of what the signals that say anything of the request could give, 0..1.
             */
            score: number;
        };
        /** @description How far confidences can be relied on, by outcomes. */
        ConfidenceReliability: {
            /** @description prior, platt or isotonic. */
            basis: string;
            /** @description What answers of today are calibrated for. */
            calibrator: components["schemas"]["CalibratorKey"];
            /** @description Confidences as they were shown, under whatever calibrator, against outcomes that named their match. */
            diagram: components["schemas"]["ReliabilityDiagram"];
            /**
             * Format: date-time
             * @description Null while it is the prior map.
             */
            fitted_at: null | string;
            /**
             * Format: int32
             * @description Judged results that are still missing to it; null at the last stage.
             */
            labels_to_next: null | number;
            /**
             * Format: int32
             * @description Judged results in the calibrator.
             */
            labels_used: number;
            /** @description The stage after this one; null at the last. */
            next_basis: null | string;
        };
        /** @description At most so many posts of one thing in a window of absolute time: (t − window, t]. */
        ContentCap: {
            level: components["schemas"]["CapLevel"];
            /** Format: int32 */
            max: number;
            /** Format: double */
            window_days: number;
        };
        /** @description One post of a persona, from its reservation to its last metrics. */
        ContentPost: {
            breaches: components["schemas"]["CapBreach"][];
            /** @description Seen by both arms of the hold-out, or drawn while settings could not be read: left out of every comparison. */
            contaminated: boolean;
            decision_id: null | string;
            events: components["schemas"]["PostEvent"][];
            /** Format: date-time */
            expires_at: null | string;
            external_id: null | string;
            /** @description Null where the content has no template. */
            family_id: null | string;
            idempotency_key: null | string;
            kind: components["schemas"]["PostKind"];
            /** @description Published after its reservation had expired. */
            late: boolean;
            origin: components["schemas"]["PostOrigin"];
            /** Format: int32 */
            part: null | number;
            pattern_id: null | string;
            persona_id: string;
            /** Format: uuid */
            post_id: string;
            /** Format: double */
            probability: null | number;
            /** Format: date-time */
            recorded_at: string;
            /** Format: date-time */
            removed_at: null | string;
            /** Format: date-time */
            scheduled_at: null | string;
            /** Format: int32 */
            slot: null | number;
            snapshots: components["schemas"]["MetricSnapshot"][];
            state: components["schemas"]["PostState"];
            /** @description Names the identical text; null where only a pattern was given. */
            text_hash: null | string;
            /** @description The thread that it belongs to, and its place there from 1. */
            thread_id: null | string;
            topic: null | string;
            /** Format: date-time */
            used_at: null | string;
            variant_id: null | string;
        };
        /** @description What a database says of itself. */
        DatabaseStatus: {
            applied: components["schemas"]["AppliedMigration"][];
            /** @description File path, or host, port and database name; never a secret. */
            location: string;
            pending: string[];
            /**
             * Format: int32
             * @description The last migration this program knows.
             */
            program_version: number;
            /**
             * Format: int32
             * @description The last migration applied, 0 for an empty database.
             */
            schema_version: number;
            /**
             * Format: int64
             * @description Null where the backend does not tell.
             */
            size_bytes: null | number;
            /** @description Such as `sqlite 3.53.4` or `postgresql 15.18`. */
            system: string;
        };
        /** @description One of the places that are alike. */
        DuplicateCopy: {
            /** Format: int32 */
            end_line: number;
            file: string;
            /** Format: int32 */
            lines: number;
            qualified_name: string;
            /**
             * Format: double
             * @description To the structure that most of the group have, 0 to 1; 1 where at most names and constants differ.
             */
            similarity: number;
            /** Format: int32 */
            start_line: number;
        };
        /** @description Functions or classes that are copies of each other, or nearly. */
        DuplicateGroup: {
            /** @description By file and line; a list has the first few, at most int DuplicateGroup.MaxCopies are kept. */
            copies: components["schemas"]["DuplicateCopy"][];
            /**
             * Format: uuid
             * @description Named after all that it says: a change gives another.
             */
            duplicate_id: string;
            /**
             * Format: int32
             * @description In how many files.
             */
            files: number;
            language: string;
            /**
             * Format: int32
             * @description Of all of them.
             */
            lines: number;
            /** @description Two of them, such as ``read_rows` ≈ `read_lines``. */
            name: string;
            /**
             * Format: int32
             * @description How many there are.
             */
            places: number;
            /**
             * Format: int32
             * @description Of all but the longest: what there would be less of with one of them.
             */
            redundant_lines: number;
            repository: string;
            /**
             * Format: double
             * @description Of the one that is least like the others.
             */
            similarity: number;
        };
        /** @description A page of duplicates. */
        DuplicatePage: {
            items: components["schemas"]["DuplicateGroup"][];
            /** @description Null on the last page. */
            next_cursor: null | string;
            /**
             * Format: int32
             * @description Groups that pass the filters.
             */
            total: number;
            /**
             * Format: int64
             * @description Their redundant lines.
             */
            total_redundant_lines: number;
        };
        DuplicateSources: {
            left: components["schemas"]["SourceExcerpt"];
            right: components["schemas"]["SourceExcerpt"];
        };
        /** @description A text that was changed after it went out. */
        EditPost: {
            content: string;
            edited_at?: unknown;
        };
        /** @description An estimate with its 95 % interval. */
        Estimate: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
            /** Format: double */
            value: number;
        };
        EvaluateLog: {
            choices: components["schemas"]["LoggedChoice"][];
        };
        /** @description A signal that a rule saw, and where. */
        Evidence: {
            /** Format: int32 */
            end_line: number;
            /** @description What was seen, in words. */
            signal: string;
            /** Format: int32 */
            start_line: number;
        };
        /** @description A variant that could not be drawn. */
        ExcludedVariant: {
            /** Format: date-time */
            allowed_at: null | string;
            detail: string;
            reason: string;
            variant_id: string;
        };
        /** @description What an extraction found. */
        ExtractedTemplate: {
            extractor_version: string;
            family_id: null | string;
            /** @description The template that all of the family have in common so far. */
            family_text: null | string;
            language: string;
            pattern_id: null | string;
            status: components["schemas"]["TemplateStatus"];
            template: null | string;
            text_hash: string;
        };
        ExtractRequest: {
            content?: null | string;
            contents?: null | string[];
        };
        /** @description The values of a facet: most patterns first, then by value; bands of quality from the best. */
        FacetCounts: {
            facet: components["schemas"]["PatternFacet"];
            /** @description There are more values than these. */
            more: boolean;
            values: components["schemas"]["FacetValue"][];
        };
        /** @description A value of a facet. */
        FacetValue: {
            /**
             * Format: int64
             * @description Patterns with this value that pass every other filter.
             */
            patterns: number;
            /** @description It is one of those that are filtered by. */
            selected: boolean;
            /** @description As the filter of that name takes it. */
            value: string;
        };
        /** @description Another threshold for one family. */
        FamilyOverride: {
            /** Format: int32 */
            threshold: null | number;
            /** Format: double */
            window_days: null | number;
        };
        /** @description What became of families in the catalogue. */
        FamilyPublication: {
            /** Format: int32 */
            created: number;
            /** Format: int32 */
            refused: number;
            /** Format: int32 */
            unchanged: number;
            /** Format: int32 */
            updated: number;
        };
        /** @description A family as it stands. */
        FamilySummary: {
            family_id: string;
            /**
             * Format: int64
             * @description Posts that belong to it.
             */
            members: number;
            template: string;
        };
        /** @description How a persona used one family. */
        FamilyUse: {
            family_id: string;
            /** Format: double */
            freshness: number;
            /** Format: double */
            impressions: number;
            /** Format: int32 */
            posts: number;
            /**
             * Format: double
             * @description Successes by impressions of what was measured; null where nothing was.
             */
            rate: null | number;
            /** Format: int32 */
            reserved: number;
            /** Format: double */
            successes: number;
            template: null | string;
            /** Format: int32 */
            uses_in_window: number;
        };
        /** @description Whether a persona's audience is tired of a template. */
        FatigueAnswer: {
            biting_cap: null | components["schemas"]["CapLevel"];
            caps: components["schemas"]["CapState"][];
            /** Format: int32 */
            count: number;
            family_id: null | string;
            fatigued: boolean;
            /**
             * Format: date-time
             * @description To the microsecond: fatigued just before, no longer at it. Null when it is not fatigued.
             */
            fresh_at: null | string;
            /**
             * Format: double
             * @description 1 unused … 0 fatigued; null without a template.
             */
            freshness: null | number;
            pattern_id: null | string;
            persona_id: string;
            /** Format: int32 */
            reserved: number;
            /** @description no_template is neither fresh nor fatigued. */
            status: components["schemas"]["TemplateStatus"];
            /** Format: int32 */
            threshold: number;
            /** Format: double */
            window_days: number;
        };
        /** @description What differs from the settings underneath; null leaves a value as it is. */
        FatigueOverrides: {
            /** Format: int32 */
            batch_size?: null | number;
            /** Format: int32 */
            cache_ttl_seconds?: null | number;
            caps?: null | components["schemas"]["ContentCap"][];
            counts_reshares?: null | boolean;
            enabled?: null | boolean;
            /** Format: double */
            exploration?: null | number;
            families?: null | {
                [key: string]: components["schemas"]["FamilyOverride"];
            };
            /** Format: double */
            grace_minutes?: null | number;
            /** Format: double */
            half_life_days?: null | number;
            /** Format: double */
            holdout?: null | number;
            /** Format: double */
            maturity_hours?: null | number;
            mode?: null | components["schemas"]["SelectionMode"];
            /** Format: double */
            reservation_minutes?: null | number;
            serves_degraded?: null | boolean;
            /** Format: int32 */
            threshold?: null | number;
            /** Format: double */
            window_days?: null | number;
        };
        /** @description What is asked about: a content, or a template that the caller knows. */
        FatigueQuestion: {
            /**
             * Format: date-time
             * @description For another time than now.
             */
            at: unknown;
            content: null | string;
            /** @description A template of the caller's own, such as `Test pattern {var}`, or a family's id. */
            pattern: null | string;
            topic: null | string;
            variant_id: null | string;
        };
        /** @description How fatigue is judged. Each value is that of the call, else the persona's, else that set at run time, else the environment's. */
        FatigueSettings: {
            /**
             * Format: int32
             * @description Rows that an import writes together.
             */
            batch_size: number;
            /**
             * Format: int32
             * @description How long a cache may answer reads; it never decides about a cap.
             */
            cache_ttl_seconds: number;
            /** @description Further caps beside that of the family. */
            caps: components["schemas"]["ContentCap"][];
            counts_reshares: boolean;
            /** @description Off: nothing is extracted or fatigued, uses are still recorded. */
            enabled: boolean;
            /**
             * Format: double
             * @description The share of every slot that goes to all eligible alike.
             */
            exploration: number;
            families: {
                [key: string]: components["schemas"]["FamilyOverride"];
            };
            /**
             * Format: double
             * @description How long after its scheduled time a reservation still holds.
             */
            grace_minutes: number;
            /**
             * Format: double
             * @description What was learned counts half after so many days; 0 to forget nothing.
             */
            half_life_days: number;
            /**
             * Format: double
             * @description The share of decisions that the plain rule serves and nothing learns from.
             */
            holdout: number;
            /**
             * Format: double
             * @description A younger post is neither a success nor a failure yet.
             */
            maturity_hours: number;
            mode: components["schemas"]["SelectionMode"];
            /**
             * Format: double
             * @description How long a reservation without a scheduled time holds.
             */
            reservation_minutes: number;
            /** @description Variants are served without limits while the store is down; otherwise the answer is 503. */
            serves_degraded: boolean;
            /**
             * Format: int32
             * @description Uses in the window that fatigue a family.
             */
            threshold: number;
            /** Format: double */
            window_days: number;
        };
        /** @description What a filter took away. */
        FilterEffect: {
            /** @description Its name in the request. */
            filter: string;
            /**
             * Format: int32
             * @description Patterns that had passed all filters before it.
             */
            removed: number;
        };
        /** @description A written content and the place that is held for it. */
        GeneratedContent: {
            content: string;
            family_id: null | string;
            /** Format: uuid */
            post_id: null | string;
            /** Format: double */
            probability: number;
            template: string;
        };
        /** @description Contents of one decision. */
        GeneratedContents: {
            decision_id: string;
            items: components["schemas"]["GeneratedContent"][];
        };
        /** @description What shall be written. */
        GenerateRequest: {
            /**
             * Format: int32
             * @default 1
             */
            count: number;
            decision_id?: null | string;
            /**
             * @description False writes without a look at what was posted.
             * @default true
             */
            enable_pattern_fatigue: boolean;
            persona_id: string;
            /** @description Templates with `{topic}` beside those that come along; their text is their name. */
            templates?: null | string[];
            topic: string;
        };
        /** @description A pattern as a node of the relation graph. */
        GraphNode: {
            /**
             * Format: int32
             * @description Steps from the pattern that was asked for, 0 for itself.
             */
            depth: number;
            name: string;
            /**
             * Format: uuid
             * @description Null for what lies outside the catalogue.
             */
            pattern_id: null | string;
            pattern_type: null | string;
            /** Format: double */
            quality: null | number;
            /** Format: int64 */
            uses: number;
        };
        HealthCheck: {
            healthy: boolean;
            name: string;
            reason: null | string;
            /** @default true */
            required: boolean;
        };
        /** @description What one arm got. */
        HoldoutArm: {
            /** Format: int32 */
            decisions: number;
            /** Format: double */
            impressions: number;
            /** Format: int32 */
            posts: number;
            rate: null | components["schemas"]["Estimate"];
            /** Format: double */
            successes: number;
        };
        /** @description The hold-out beside everything else. */
        HoldoutReport: {
            /**
             * Format: int32
             * @description Posts that both arms saw, or that were drawn while settings could not be read; left out.
             */
            contaminated: number;
            difference: null | components["schemas"]["Estimate"];
            held: components["schemas"]["HoldoutArm"];
            /** @description It is below .001: something else decides who is in which arm, and the comparison is worth nothing. */
            sample_ratio_alarm: boolean;
            /**
             * Format: double
             * @description The probability of a split as uneven as this one if the hash divides as it should.
             */
            sample_ratio_p: number;
            /** Format: double */
            share: number;
            treated: components["schemas"]["HoldoutArm"];
        };
        /** @description An imported post that broke a cap, with all posts of the window that it broke. */
        ImportBreach: {
            breaches: components["schemas"]["CapBreach"][];
            /** Format: int64 */
            line: number;
            /** Format: uuid */
            post_id: string;
        };
        /** @description A post that was made elsewhere, a line of an import. */
        ImportedPost: {
            /**
             * Format: date-time
             * @description When the numbers were read; now when not given.
             */
            as_of?: unknown;
            content?: null | string;
            external_id?: null | string;
            /** Format: double */
            impressions?: null | number;
            kind?: components["schemas"]["PostKind"];
            pattern?: null | string;
            persona_id: string;
            /** Format: double */
            successes?: null | number;
            topic?: null | string;
            /** Format: date-time */
            used_at: unknown;
            variant_id?: null | string;
        };
        /** @description What an import came to: Read is the sum of all that follow. */
        ImportReport: {
            /** Format: int64 */
            created: number;
            /**
             * Format: int64
             * @description Lines that were not blank.
             */
            read: number;
            /** @description The first int ImportReport.MaxRejected of them, in order. */
            rejected: components["schemas"]["RejectedLine"][];
            /**
             * Format: int64
             * @description How many lines were rejected.
             */
            rejected_lines: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            updated: number;
        };
        ItemsOfCodeRepository: {
            items: components["schemas"]["CodeRepository"][];
        };
        ItemsOfCodeScan: {
            items: components["schemas"]["CodeScan"][];
        };
        ItemsOfContentPost: {
            items: components["schemas"]["ContentPost"][];
        };
        ItemsOfExtractedTemplate: {
            items: components["schemas"]["ExtractedTemplate"][];
        };
        ItemsOfFamilySummary: {
            items: components["schemas"]["FamilySummary"][];
        };
        ItemsOfFatigueAnswer: {
            items: components["schemas"]["FatigueAnswer"][];
        };
        ItemsOfOccurrence: {
            items: components["schemas"]["Occurrence"][];
        };
        ItemsOfPatternVersion: {
            items: components["schemas"]["PatternVersion"][];
        };
        ItemsOfPersonaSummary: {
            items: components["schemas"]["PersonaSummary"][];
        };
        ItemsOfRelationship: {
            items: components["schemas"]["Relationship"][];
        };
        ItemsOfRuleTrust: {
            items: components["schemas"]["RuleTrust"][];
        };
        ItemsOfScanTrendPoint: {
            items: components["schemas"]["ScanTrendPoint"][];
        };
        JsonElement: Record<string, unknown>;
        /** @description Which places are called wrong, or no longer. */
        JudgementDraft: {
            /** @description Null: in every file. */
            file?: null | string;
            /** @description Null: under every name. */
            qualified_name?: null | string;
            /** @description Why; kept with the mark and in the pattern's history. */
            reason?: null | string;
            /** @description Null: in every repository. */
            repository?: null | string;
        };
        /** @description What a judgement changed. */
        JudgementResult: {
            /**
             * Format: int32
             * @description Places that were marked, or are places again.
             */
            changed: number;
            judgement: components["schemas"]["PatternJudgement"];
        };
        /** @description One logged choice. */
        LoggedChoice: {
            /**
             * Format: double
             * @description A model's guess of the reward of what was chosen; null for none.
             */
            predicted: null | number;
            /**
             * Format: double
             * @description That with which it was made.
             */
            probability: null | number;
            /**
             * Format: double
             * @description What came of it.
             */
            reward: null | number;
            /**
             * Format: double
             * @description The model's guess of what the policy under evaluation would have got here.
             */
            target_predicted: null | number;
            /**
             * Format: double
             * @description That with which the policy under evaluation would have made it.
             */
            target_probability: null | number;
        };
        /** @description What the matcher read differently from what was written. */
        MatchCorrection: {
            /** @description The word of the request. */
            from: string;
            /** @description spelling, joined, split or synonym. */
            reason: string;
            /** @description What was looked for instead or beside it. */
            to: string;
        };
        /** @description What is known of a matched pattern. */
        MatchedMetadata: {
            /**
             * Format: date-time
             * @description When it was last used; null when never.
             */
            last_matched_at: null | string;
            /**
             * Format: int64
             * @description How often it was used.
             */
            match_count: number;
            /** @description What it is, measured on 0..1. */
            quality: components["schemas"]["Quality"];
            /** @description The quality metrics it was catalogued with, in their own names and units; measured components where it came without. */
            quality_metrics: components["schemas"]["JsonElement"];
            /**
             * Format: double
             * @description Mean of the posterior over outcomes, 0..1.
             */
            success_posterior: number;
            /**
             * Format: double
             * @description Raw share of successes, 0..1; null without outcomes.
             */
            success_rate: null | number;
            /**
             * Format: int32
             * @description Of its content.
             */
            version: number;
        };
        /** @description A pattern that fits. */
        MatchedPattern: {
            /**
             * Format: double
             * @description Probability that it is useful for this request, 0..1.
             */
            confidence_score: number;
            description: string;
            explain: null | components["schemas"]["ResultExplanation"];
            kind: components["schemas"]["PatternKind"];
            metadata: components["schemas"]["MatchedMetadata"];
            name: string;
            /** Format: uuid */
            pattern_id: string;
            pattern_type: string;
            /** @description The pattern's own steps, those nearest to the requirements first. */
            recommendations: string[];
        };
        /** @description What holds for all results of a request. */
        MatchExplanation: {
            /** @description What the calibrator was made for. */
            calibrator: components["schemas"]["CalibratorKey"];
            /** @description What each filter removed, in the order applied. */
            filters: components["schemas"]["FilterEffect"][];
            /** @description Largest value of each signal over the filtered set. */
            maxima: components["schemas"]["SignalValues"];
            /** @description Stems looked for, with their weights. */
            terms: {
                [key: string]: number;
            };
            /** @description Share of each signal. */
            weights: components["schemas"]["SignalWeights"];
        };
        /**
         * @description The text fields of a pattern.
         * @enum {string}
         */
        MatchField: "name" | "aliases" | "tags" | "intent" | "past_intents" | "description" | "steps";
        /**
         * @description Which patterns are considered at all. Values of one field are alternatives, fields add up; an empty list leaves its field
         *     open, except that statuses default to active.
         */
        MatchFilters: {
            kinds?: null | string[];
            /**
             * Format: double
             * @description 0..1; patterns whose quality was never measured do not pass.
             */
            min_quality_score?: null | number;
            /**
             * Format: double
             * @description 0..1; patterns without an outcome do not pass.
             */
            min_success_rate?: null | number;
            pattern_types?: null | string[];
            statuses?: null | string[];
            /** @description Patterns with any of these tags. */
            tags?: null | string[];
        };
        /** @description How the request was answered. */
        MatchQueryMetadata: {
            /** @description Version of the text analysis. */
            analyzer: string;
            /** @description What was read differently from what was written. */
            corrections: components["schemas"]["MatchCorrection"][];
            /** @description The space the meaning was compared in. */
            embedding_model: string;
            /**
             * Format: double
             * @description From request to answer, exposures not included.
             */
            query_time_ms: number;
        };
        /**
         * @description What somebody wants to achieve, and what the answer has to look like.
         * @example {
         *       "intent": "optimize API performance under high load",
         *       "context": "FastAPI application, 1000 req/sec",
         *       "requirements": [
         *         "low latency"
         *       ],
         *       "filters": {
         *         "min_quality_score": 0.8
         *       },
         *       "limit": 5
         *     }
         */
        MatchRequest: {
            /** @description Who asks, for the ledger of exposures. */
            actor?: null | string;
            /** @description Whether words of the best first results are added to the request (RM3): finds more, less exactly. */
            broad?: null | boolean;
            /** @description Where it happens: language, framework, load … Counts .35 of the intent. */
            context?: null | string;
            /**
             * Format: double
             * @description Maximal marginal relevance: 0 ranks by fit alone, 1 by difference from what stands above; null is 0.
             */
            diversity?: null | number;
            /** @description Whether every result carries the arithmetic behind it. */
            explain?: null | boolean;
            filters?: components["schemas"]["MatchFilters"];
            /** @description The intent in the caller's words; required. */
            intent?: null | string;
            /**
             * Format: int32
             * @description 1 to 100.
             */
            limit?: null | number;
            /**
             * Format: double
             * @description 0..1; results below it are counted, not shown.
             */
            min_confidence?: null | number;
            /** @description What the result has to fulfil; counts as much as the intent and ranks a pattern's steps into recommendations. */
            requirements?: null | string[];
        };
        /** @description Ranked patterns for a MatchRequest. */
        MatchResponse: {
            /**
             * Format: int32
             * @description Patterns that have something in common with the request, below its least confidence.
             */
            below_threshold_count: number;
            /**
             * Format: double
             * @description The best confidence among them; null where there is none.
             */
            best_below: null | number;
            /** @description prior, platt or isotonic: how far judged results stand behind the confidences. */
            confidence_basis: string;
            /** @description Whether the embedding endpoint failed and the offline vectors answered. */
            degraded: boolean;
            explain: null | components["schemas"]["MatchExplanation"];
            /**
             * Format: int32
             * @description Judged results the confidences were calibrated with.
             */
            labels_used: number;
            /**
             * Format: uuid
             * @description Names this answer when an outcome is reported later.
             */
            match_id: string;
            /** @description Best first. */
            matched_patterns: components["schemas"]["MatchedPattern"][];
            query_metadata: components["schemas"]["MatchQueryMetadata"];
            /**
             * Format: int32
             * @description Patterns that passed the filters, have anything in common with the request and reach its least confidence; more than are
             *     shown where the limit cuts.
             */
            total_matches: number;
        };
        MeasurePost: {
            snapshots: components["schemas"]["MetricSnapshot"][];
        };
        /** @description Impressions and successes of a post up to a time; null is not 0. */
        MetricSnapshot: {
            /** Format: date-time */
            as_of: unknown;
            /**
             * @description Kept, never learned.
             * @default false
             */
            estimated: boolean;
            /**
             * @description No more will come: the post need not ripen.
             * @default false
             */
            final: boolean;
            /** Format: double */
            impressions: null | number;
            /** Format: double */
            successes: null | number;
        };
        /** @description What was told of one post's metrics. */
        MetricsReceipt: {
            /** Format: int32 */
            accepted: number;
            metrics: components["schemas"]["MetricState"];
            /** Format: uuid */
            post_id: string;
            /** @description Wrong rows with what is wrong; the others were taken. */
            refused: components["schemas"]["RefusedRow"][];
        };
        /**
         * @description What all snapshots of a post say together: the most of each number, whatever order they came in. A fall is recorded and not
         *     learned, so its later rise is not learned twice.
         */
        MetricState: {
            /** Format: date-time */
            as_of: null | string;
            /** @description A later snapshot said less than an earlier one. */
            decreased: boolean;
            final: boolean;
            /**
             * Format: double
             * @description Null while no snapshot that may be learned had any.
             */
            impressions: null | number;
            /** Format: double */
            successes: null | number;
        };
        /** @description One place where a code pattern stands. */
        Occurrence: {
            /** @description The probability that it really is one. */
            confidence: components["schemas"]["Confidence"];
            /**
             * Format: int32
             * @description Last line, inclusive.
             */
            end_line: number;
            evidence: components["schemas"]["Evidence"][];
            /** @description Path inside the repository with forward slashes. */
            file: string;
            language: string;
            /** @description Measured numbers by name (cyclomatic, lines …); what was not measured is absent. */
            metrics: {
                [key: string]: number;
            };
            /**
             * Format: uuid
             * @description The pattern it belongs to.
             */
            pattern_id: string;
            /** @description Dotted name inside the file, such as `Cache.get_or_load`. */
            qualified_name: string;
            quality: components["schemas"]["Quality"];
            /** @description The name of the scanned tree. */
            repository: string;
            /** @description The rule that found it. */
            rule: string;
            /**
             * Format: int32
             * @description First line, counted from 1.
             */
            start_line: number;
            trust: null | components["schemas"]["RuleTrust"];
        };
        /** @description What a policy would have got, of choices that another one made. */
        OffPolicyEstimate: {
            /** Format: int32 */
            choices: number;
            dr: null | components["schemas"]["Estimate"];
            /**
             * Format: double
             * @description (Σw)²/Σw².
             */
            effective_samples: number;
            ips: null | components["schemas"]["Estimate"];
            /**
             * Format: double
             * @description 1 if the probabilities are what they claim to be.
             */
            mean_weight: number;
            /** @description Why there are no estimates; null when there are. */
            refusal: null | string;
            /** @description Rows that could not be used, by what is wrong with them; never replaced by a guess. */
            refused: {
                [key: string]: number;
            };
            snips: null | components["schemas"]["Estimate"];
        };
        /**
         * @description An outcome to be recorded.
         * @example {
         *       "outcome": "success",
         *       "actor": "agent-7",
         *       "idempotency_key": "run-2031",
         *       "metrics": {
         *         "latency_ms": 41
         *       }
         *     }
         */
        OutcomeDraft: {
            /** @description Who used it; needed when UseId is null. */
            actor?: null | string;
            context?: null | string;
            /** @description Makes a repeated report count once when UseId is null; the match when null and one is given. */
            idempotency_key?: null | string;
            /** @description What it was used for; that of the match when null. */
            intent?: null | string;
            /**
             * Format: uuid
             * @description The match whose result was used: a success teaches the pattern that match's intent, and every outcome how far its confidence was right.
             */
            match_id?: null | string;
            metrics?: unknown;
            /** @description How it ended. */
            outcome: components["schemas"]["UseOutcome"];
            /**
             * Format: uuid
             * @description The use it belongs to; when null a use is recorded with it.
             */
            use_id?: null | string;
        };
        /** @description The outcomes of a pattern over time. An outcome counts on the day of its use. */
        OutcomeSeries: {
            /** @description Every step in order, also those without an outcome; the last one ends today. */
            items: components["schemas"]["OutcomeStep"][];
            step: components["schemas"]["SeriesStep"];
            /** @description All of them together. */
            total: components["schemas"]["OutcomeStep"];
        };
        /** @description How uses ended between two days, both included (UTC). */
        OutcomeStep: {
            /** Format: int64 */
            failures: number;
            /** Format: date */
            from: string;
            /**
             * Format: double
             * @description Its upper end.
             */
            high: null | number;
            /**
             * Format: double
             * @description Lower end of the share's 95 % interval (Wilson).
             */
            low: null | number;
            /**
             * Format: double
             * @description The share of successes, 0 to 1; null where nothing was reported.
             */
            rate: null | number;
            /** Format: int64 */
            successes: number;
            /** Format: date */
            to: string;
        };
        Overview: {
            counts: components["schemas"]["CatalogueCounts"];
            recent: components["schemas"]["PatternVersion"][];
            usage: components["schemas"]["UsageReport"];
        };
        /** @description A catalogued, named, reusable thing with its measures; the one record every capability shares. */
        Pattern: {
            /** @description What only its kind has, a JSON object; for code its exemplar and metrics, for success its trace and criteria. */
            body: components["schemas"]["JsonElement"];
            /** Format: date-time */
            created_at: string;
            description: string;
            /** @description Stable name inside its kind: an upsert by (kind, key) is idempotent. */
            key: string;
            kind: components["schemas"]["PatternKind"];
            name: string;
            /**
             * Format: uuid
             * @description Derived from kind and key by Guid PatternId.For(PatternKind kind, string key).
             */
            pattern_id: string;
            /** @description The finer type inside the kind, such as `function_pattern` or `api_optimization`. */
            pattern_type: string;
            /** @description What it is, measured. */
            quality: components["schemas"]["Quality"];
            status: components["schemas"]["PatternStatus"];
            /** @description What it did, by its outcomes. */
            success: components["schemas"]["SuccessPosterior"];
            /** @description Distinct, in ordinal order. */
            tags: string[];
            /** Format: date-time */
            updated_at: string;
            /** @description How often it was shown and applied. */
            usage: components["schemas"]["UsageSummary"];
            /**
             * Format: int32
             * @description 1 at creation, one more with every change of content or status; the ETag of the pattern.
             */
            version: number;
        };
        /** @description The part of a pattern that a version keeps: everything but its measures and its ledger. */
        PatternContent: {
            body: components["schemas"]["JsonElement"];
            description: string;
            name: string;
            pattern_type: string;
            status: components["schemas"]["PatternStatus"];
            tags: string[];
        };
        /**
         * @description A pattern as somebody wants it to stand.
         * @example {
         *       "kind": "success",
         *       "pattern_type": "api_optimization",
         *       "name": "Batch writes behind a queue",
         *       "description": "Collect writes for 100 ms and send them as one.",
         *       "tags": [
         *         "latency",
         *         "queue"
         *       ],
         *       "body": {
         *         "steps": [
         *           "collect",
         *           "flush"
         *         ]
         *       },
         *       "quality": {
         *         "evidence": 0.8
         *       }
         *     }
         */
        PatternDraft: {
            body?: null | components["schemas"]["JsonElement"];
            /**
             * @description What names intent and environment of a success pattern, lower-case hex of 64 digits. When null, SHA-256 of the
             *     canonical JSON (RFC 8785) of `{type, intent, environment}`.
             */
            context_hash?: null | string;
            /** @description The patterns this one was derived from; they must exist. */
            derived_from?: null | string[];
            description?: null | string;
            environment?: null | components["schemas"]["JsonElement"];
            execution_trace?: null | components["schemas"]["JsonElement"];
            /** @description What was to be achieved, in words. */
            intent?: null | string;
            /**
             * @description Stable name inside the kind. When null, the context hash of a success pattern that has an intent, otherwise the words
             *     of string PatternDraft.Name joined by hyphens.
             */
            key?: null | string;
            kind?: components["schemas"]["PatternKind"];
            name: string;
            pattern_type: string;
            performance_data?: null | components["schemas"]["JsonElement"];
            /** @description Measured components by name, 0 to 1 or null, all of equal weight; for kinds whose quality is not measured by Motif. */
            quality?: null | {
                [key: string]: null | number;
            };
            quality_metrics?: null | components["schemas"]["JsonElement"];
            status?: components["schemas"]["PatternStatus"];
            success_criteria?: null | components["schemas"]["JsonElement"];
            tags?: null | string[];
        };
        /**
         * @description What a list of patterns can be narrowed by, with counts.
         * @enum {string}
         */
        PatternFacet: "kind" | "pattern_type" | "status" | "tag" | "language" | "repository" | "quality";
        /**
         * @description The facets of a list. Each is counted with the filters of all others applied; tags, of which a pattern must have all that are
         *     filtered by, with the tags applied too.
         */
        PatternFacets: {
            facets: components["schemas"]["FacetCounts"][];
            /**
             * Format: int64
             * @description The patterns that pass every filter.
             */
            total: number;
        };
        /** @description The neighbourhood of a pattern, breadth first. */
        PatternGraph: {
            /** @description Rings of USES, EXTENDS or COMPOSED_OF inside it, each as the ids in order from the smallest. */
            cycles: string[][];
            edges: components["schemas"]["Relationship"][];
            nodes: components["schemas"]["GraphNode"][];
            /** @description True when more nodes stood within the depth than the limit allows. */
            truncated: boolean;
        };
        /** @description What was called wrong of a pattern, and what follows for the rules that found it. */
        PatternJudgement: {
            items: components["schemas"]["WrongMark"][];
            rules: components["schemas"]["RuleTrust"][];
        };
        /**
         * @description What a pattern is made from; each kind belongs to one capability.
         * @enum {string}
         */
        PatternKind: "code" | "content" | "semantic" | "success" | "decision";
        /** @description A page of patterns. */
        PatternPage: {
            items: components["schemas"]["Pattern"][];
            /** @description Null on the last page. */
            next_cursor: null | string;
        };
        /**
         * @description A change to a pattern; null leaves a field as it is.
         * @example {
         *       "status": "deprecated",
         *       "note": "replaced by streaming"
         *     }
         */
        PatternPatch: {
            body?: null | components["schemas"]["JsonElement"];
            description?: null | string;
            environment?: null | components["schemas"]["JsonElement"];
            execution_trace?: null | components["schemas"]["JsonElement"];
            /** @description What was to be achieved, in words. */
            intent?: null | string;
            name?: null | string;
            /** @description Why, for the history. */
            note?: null | string;
            pattern_type?: null | string;
            performance_data?: null | components["schemas"]["JsonElement"];
            quality?: null | {
                [key: string]: null | number;
            };
            quality_metrics?: null | components["schemas"]["JsonElement"];
            status?: null | components["schemas"]["PatternStatus"];
            success_criteria?: null | components["schemas"]["JsonElement"];
            tags?: null | string[];
        };
        /**
         * @description Where a pattern stands in its life; Lifecycle says which moves are allowed.
         * @enum {string}
         */
        PatternStatus: "draft" | "active" | "deprecated" | "archived";
        /** @description A pattern in a window and in the one before. */
        PatternTrend: {
            /**
             * Format: int64
             * @description Uses less previous uses.
             */
            change: number;
            /** Format: int64 */
            exposures: number;
            kind: components["schemas"]["PatternKind"];
            name: string;
            /** Format: uuid */
            pattern_id: string;
            pattern_type: string;
            /** Format: int64 */
            previous_exposures: number;
            /** Format: int64 */
            previous_uses: number;
            status: components["schemas"]["PatternStatus"];
            /** Format: int64 */
            uses: number;
        };
        /** @description An immutable row of a pattern's history. */
        PatternVersion: {
            /** @description Who changed it: an API key's name, an agent, or the part of Motif that did. */
            actor: string;
            /** Format: date-time */
            at: string;
            event: components["schemas"]["VersionEvent"];
            /** @description Why, in words; null when nothing was said. */
            note: null | string;
            /** @description The patterns it was derived from in this version (fork, merge, move); its lineage. */
            parent_ids: string[];
            /** Format: uuid */
            pattern_id: string;
            /** @description The pattern as it became. */
            snapshot: components["schemas"]["PatternContent"];
            /**
             * Format: int32
             * @description 1, 2, 3 … in order of time.
             */
            version: number;
        };
        /** @description What is set for one persona. */
        PersonaDraft: {
            /** @description Personas of one group write for the same people. */
            audience_group?: null | string;
            settings?: null | components["schemas"]["FatigueOverrides"];
        };
        /** @description What a persona posted, and how varied it was. */
        PersonaStatistics: {
            audience_group: null | string;
            /** Format: int32 */
            breaches: number;
            /**
             * Format: double
             * @description Effective number of families in the window by the most it could be, 0 to 1; null for fewer than five uses.
             */
            diversity_score: null | number;
            /** Format: int32 */
            expired_reservations: number;
            families: components["schemas"]["FamilyUse"][];
            /**
             * Format: double
             * @description The share of families used in the window that are fatigued.
             */
            fatigue_rate: number;
            /** Format: int32 */
            late_posts: number;
            /** Format: int32 */
            open_reservations: number;
            persona_id: string;
            /** Format: int32 */
            posts: number;
            /** Format: int32 */
            uses_in_window: number;
        };
        /** @description A persona as it is set. */
        PersonaSummary: {
            audience_group: null | string;
            persona_id: string;
            settings: components["schemas"]["FatigueOverrides"];
            /** Format: int64 */
            version: number;
        };
        /** @description Something that happened to a post. */
        PostEvent: {
            /** Format: date-time */
            at: string;
            detail: null | string;
            what: string;
        };
        /** @description What an import did. */
        PostImportReport: {
            breaches: components["schemas"]["ImportBreach"][];
            /** Format: int64 */
            imported: number;
            /** Format: int64 */
            read: number;
            refused: components["schemas"]["RefusedRow"][];
            /**
             * Format: int64
             * @description Posts that were known already.
             */
            repeated: number;
        };
        /**
         * @description What sort of post it is.
         * @enum {string}
         */
        PostKind: "post" | "reshare" | "part";
        /**
         * @description Who chose it.
         * @enum {string}
         */
        PostOrigin: "manual" | "selection" | "holdout" | "fallback" | "import";
        /** @description A post after a change, and what stands beside it. */
        PostReceipt: {
            metrics: components["schemas"]["MetricState"];
            post: components["schemas"]["ContentPost"];
            /** @description It was so already: nothing was changed. */
            repeated: boolean;
            /** @description cross_post: another persona posted the same text within a day. */
            warnings: string[];
        };
        /**
         * @description Where a post stands between being chosen and being history.
         * @enum {string}
         */
        PostState: "reserved" | "unknown" | "published" | "released" | "expired" | "failed" | "removed";
        /**
         * @description What is known of a pattern before any request: P = .6·success posterior + .3·quality + .1·freshness, weights renormalised
         *     over the parts that are known; ½ where none is.
         */
        PriorParts: {
            /** Format: double */
            freshness: null | number;
            /** Format: double */
            quality: null | number;
            /** Format: double */
            success_posterior: null | number;
            /**
             * Format: double
             * @description P, 0..1.
             */
            value: number;
        };
        /** @description What went wrong and what to do about it (RFC 9457); type leads to an explanation. */
        ProblemDetails: {
            detail?: null | string;
            /** @description What is wrong, by field. */
            errors?: {
                [key: string]: string[];
            };
            /** @description The one that exists already. */
            existing_id?: string;
            instance?: null | string;
            /** @description Line of the body, counted from 1. */
            line?: number;
            /** @description Byte in the line, counted from 1. */
            position?: number;
            /** @description What to look for in the log. */
            request_id?: string;
            /** Format: int32 */
            status?: null | number;
            title?: null | string;
            type?: null | string;
        };
        ProblemKind: {
            advice: string;
            slug: string;
            /** Format: int32 */
            status: number;
            title: string;
            type: null | string;
        };
        /** @enum {unknown} */
        PublishOutcome: "published" | "unknown" | "failed" | null;
        /** @description A post that went out, of a reservation or of its own. */
        PublishPost: {
            content?: null | string;
            /** @description The platform's id: one post, however often it is told. */
            external_id?: null | string;
            /** @description A second call with the same key is the first one again. */
            idempotency_key?: null | string;
            kind?: components["schemas"]["PostKind"];
            metrics?: null | components["schemas"]["MetricSnapshot"][];
            outcome?: components["schemas"]["PublishOutcome"];
            /** Format: int32 */
            part?: null | number;
            /** @description A template of the caller's own, or a family's id; the content is then not looked at for one. */
            pattern?: null | string;
            /**
             * Format: uuid
             * @description The reservation that it fulfils.
             */
            post_id?: null | string;
            /** @description The thread that it is a part of, and which part, from 1: the first one counts. */
            thread_id?: null | string;
            topic?: null | string;
            /**
             * Format: date-time
             * @description When it went out; now when not given. In the future it counts as scheduled until then.
             */
            used_at?: unknown;
            variant_id?: null | string;
        };
        /** @description What a pattern is worth by measurement: components of 0 (worst) to 1 (best), each null while unmeasured. */
        Quality: {
            /**
             * Format: double
             * @description The share of the profile's weight that was measured, 0 to 1.
             */
            completeness: number;
            /** @description Every component of the profile by name. */
            components: {
                [key: string]: null | number;
            };
            /** @description The name of the profile whose weights were used. */
            profile: null | string;
            /**
             * Format: double
             * @description Σ wᵢ·cᵢ / Σ wᵢ over the measured components, rounded to four places; null when none is measured.
             */
            score: null | number;
        };
        Readiness: {
            checks: components["schemas"]["HealthCheck"][];
            ready: boolean;
            vectors: null | components["schemas"]["VectorStatus"];
        };
        /** @description An outcome as it stands in the ledger. */
        RecordedOutcome: {
            /** @description False when the same outcome had been reported before; it is counted once. */
            is_new: boolean;
            outcome: components["schemas"]["UseOutcome"];
            /**
             * Format: uuid
             * @description The use it belongs to.
             */
            use_id: string;
        };
        /** @description A row that was not taken. */
        RefusedRow: {
            reason: string;
            /**
             * Format: int64
             * @description Its place from 1.
             */
            row: number;
        };
        /** @description A line that was not imported, and why. */
        RejectedLine: {
            detail: string;
            /**
             * Format: int64
             * @description Counted from 1.
             */
            line: number;
            /** @description The file it stands in, where several were read; null otherwise. */
            source: null | string;
        };
        /**
         * @description A typed edge between two patterns, or from a pattern to something outside the catalogue. Exactly one of
         *     TargetId and External is set, so an edge never dangles; a pattern has none to itself.
         */
        Relationship: {
            /** @description The probability that the relation is really there. */
            confidence: components["schemas"]["Confidence"];
            /** @description Where it was seen, such as a call with its file and line; null when stated by hand. */
            evidence: null | string;
            /** @description The name of what lies outside, such as `asyncio.sleep`. */
            external: null | string;
            /** Format: uuid */
            source_id: string;
            /** Format: uuid */
            target_id: null | string;
            type: components["schemas"]["RelationshipType"];
        };
        /**
         * @description An edge as somebody states it; exactly one of target and external is given.
         * @example {
         *       "type": "uses",
         *       "external": "asyncio.sleep",
         *       "confidence": 0.9,
         *       "evidence": "retry.py:41"
         *     }
         */
        RelationshipDraft: {
            /** @description The probability that the relation is really there; certain when null. */
            confidence?: null | number;
            /** @description Where it was seen. */
            evidence?: null | string;
            /** @description The name of something outside the catalogue, such as `asyncio.sleep`. */
            external?: null | string;
            /**
             * Format: uuid
             * @description A pattern of the catalogue.
             */
            target_id?: null | string;
            /** @description How the source stands to the target. */
            type: components["schemas"]["RelationshipType"];
        };
        /**
         * @description How one pattern stands to another.
         * @enum {string}
         */
        RelationshipType: "uses" | "extends" | "similar_to" | "composed_of" | "creates";
        /**
         * @description Why a limit was not kept.
         * @enum {string}
         */
        RelaxReason: "no_distinct_family" | "all_capped";
        /** @description One bar of a reliability diagram. */
        ReliabilityBin: {
            /**
             * Format: int32
             * @description Results in the bin.
             */
            count: number;
            /**
             * Format: double
             * @description Least confidence in the bin, 0..1.
             */
            from: number;
            /**
             * Format: double
             * @description What was promised; null in an empty bin.
             */
            mean_confidence: null | number;
            /**
             * Format: double
             * @description Where the next bin begins.
             */
            to: number;
            /**
             * Format: double
             * @description Share that was useful; null in an empty bin.
             */
            useful: null | number;
        };
        /**
         * @description Promised against delivered. Expected calibration error = Σ (nᵢ/n)·|promisedᵢ − deliveredᵢ| over ten equal bins
         *     (Naeini et al., AAAI 2015); null without results.
         */
        ReliabilityDiagram: {
            bins: components["schemas"]["ReliabilityBin"][];
            /** Format: int32 */
            count: number;
            /** Format: double */
            expected_calibration_error: null | number;
        };
        RemovePost: {
            removed_at?: unknown;
        };
        /** @description How often one text may come back. */
        RepeatRule: {
            /**
             * Format: int32
             * @description Not more often than this, ever.
             */
            max_uses: null | number;
            /**
             * Format: double
             * @description Not before so many days after its last use.
             */
            repeat_after_days: null | number;
            /** @description Not after this time. */
            valid_until: unknown;
        };
        /** @description A place under the caps, held until it is published, released or expired. */
        ReservePost: {
            content?: null | string;
            /** @description A second call with the same key is the first one again. */
            idempotency_key?: null | string;
            kind?: components["schemas"]["PostKind"];
            /** @description A template of the caller's own, or a family's id; the content is then not looked at for one. */
            pattern?: null | string;
            rule?: null | components["schemas"]["RepeatRule"];
            /**
             * Format: date-time
             * @description Holds until then and its grace; without it, for the minutes of the settings.
             */
            scheduled_at?: unknown;
            topic?: null | string;
            variant_id?: null | string;
        };
        /**
         * @example {
         *       "version": 1
         *     }
         */
        RestoreRequest: {
            /** Format: int32 */
            version: number;
        };
        /** @description How a result came to its place. */
        ResultExplanation: {
            /** @description What the confidence was computed from. */
            confidence: components["schemas"]["ConfidenceInputs"];
            /** @description Each divided by its maximum over the filtered set. */
            normalized: components["schemas"]["SignalValues"];
            /** @description P and its parts. */
            prior: components["schemas"]["PriorParts"];
            /**
             * Format: double
             * @description S·(.85 + .15·P).
             */
            rank: number;
            /** @description The signals as they are: BM25 score and three cosines. */
            raw: components["schemas"]["SignalValues"];
            /**
             * Format: double
             * @description S.
             */
            score: number;
            /** @description What each term gave by the field it stands in, largest first; they add up to the BM25 score. */
            terms: components["schemas"]["TermContribution"][];
            /** @description Each times its share; S is their sum. */
            weighted: components["schemas"]["SignalValues"];
        };
        /**
         * @description How far what a rule finds is right in this catalogue. The prior is Beta(8, 0), eight imagined places that are right; a place
         *     counts as right until it is called wrong. So with w of n places called wrong the mean is (8 + n − w) / (8 + n), and 1 without
         *     any. The confidence of a place is the rule's own times this.
         */
        RuleTrust: {
            /** @description The figure with how it came about, in a sentence. */
            explanation: null | string;
            /**
             * Format: int64
             * @description Places that the rule found here, those that were called wrong with them.
             */
            places: number;
            rule: string;
            /**
             * Format: double
             * @description 0 to 1.
             */
            trust: number;
            /**
             * Format: int64
             * @description Those that were called wrong.
             */
            wrong: number;
        };
        /** @description One hypothesis with its share of belief before any post. */
        SatiationCell: {
            /**
             * Format: int32
             * @description c₀: uses that do no harm.
             */
            free: number;
            /**
             * Format: int32
             * @description The place of h in IReadOnlyList&lt;double&gt; SatiationCells.HalfLivesDays.
             */
            half_life: number;
            kind: components["schemas"]["SatiationKind"];
            /** Format: double */
            prior: number;
            /**
             * Format: double
             * @description a.
             */
            rise: number;
            /**
             * Format: double
             * @description κ or δ.
             */
            strength: number;
        };
        /**
         * @description How a hypothesis thinks that repetition wears an audience out.
         * @enum {string}
         */
        SatiationKind: "power" | "window" | "wear_in";
        /** @description What a scan found other than the scan of the same repository before. */
        ScanChanges: {
            added: components["schemas"]["ChangedPatterns"];
            /**
             * Format: int32
             * @description How many more files, negative where fewer; of the others likewise.
             */
            files: number;
            improved: components["schemas"]["ChangedPatterns"];
            /** Format: int64 */
            lines: number;
            /** Format: int32 */
            occurrences: number;
            /** Format: int32 */
            patterns: number;
            retired: components["schemas"]["ChangedPatterns"];
            /**
             * Format: uuid
             * @description The scan before; null for the first.
             */
            since: null | string;
            /** @description Repositories that had counted files of this tree, which this one counts now. */
            taken_over: components["schemas"]["TakenOver"][];
            /** Format: int32 */
            units: number;
            worsened: components["schemas"]["ChangedPatterns"];
        };
        /** @description A file that could not be read or parsed. */
        ScanError: {
            file: string;
            /** Format: int32 */
            line: null | number;
            message: string;
        };
        ScanEvent: {
            /** Format: int64 */
            event_id: number;
            progress: null | components["schemas"]["ScanProgress"];
            scan: components["schemas"]["CodeScan"];
        };
        /** @description How far a scan is. */
        ScanProgress: {
            /** Format: int32 */
            done: number;
            /** @description finding, hashing, reading, analysing, writing. */
            step: string;
            /**
             * Format: int32
             * @description Files of this step; 0 where unknown.
             */
            total: number;
        };
        /**
         * @description How a scan stands.
         * @enum {string}
         */
        ScanState: "running" | "finished" | "cancelled" | "failed";
        /** @description How a repository stood after one of its scans. */
        ScanTrendPoint: {
            /**
             * Format: int32
             * @description Patterns that were new.
             */
            added: number;
            /**
             * Format: date-time
             * @description When the scan ended.
             */
            at: string;
            /**
             * Format: int32
             * @description Patterns whose content or quality changed.
             */
            changed: number;
            /**
             * Format: int32
             * @description Patterns that no longer occurred anywhere.
             */
            gone: number;
            /**
             * Format: int32
             * @description Patterns whose quality rose; null where that was not kept.
             */
            improved: null | number;
            /** Format: int64 */
            lines: number;
            /**
             * Format: double
             * @description Of its patterns whose quality is measured; null where none is, or the scan was before this was kept.
             */
            mean_quality: null | number;
            /** Format: int32 */
            occurrences: number;
            /** Format: int32 */
            patterns: number;
            repository: string;
            /** Format: uuid */
            scan_id: string;
            /**
             * Format: int32
             * @description Patterns whose quality fell; null likewise.
             */
            worsened: null | number;
        };
        /** @description A slot of a decision. */
        SelectedVariant: {
            family_id: null | string;
            /**
             * Format: uuid
             * @description The reservation; null where none was asked for.
             */
            post_id: null | string;
            /**
             * Format: double
             * @description That with which exactly this variant was drawn, the earlier slots given.
             */
            probability: number;
            relaxed: components["schemas"]["RelaxReason"][];
            /** Format: int32 */
            slot: number;
            variant_id: string;
        };
        /** @description A decision with all that is needed to trust it. */
        SelectionAnswer: {
            /** Format: date-time */
            at: string;
            decision_id: string;
            /** @description The store did not answer: drawn by chance alone, not logged, to be left out of every comparison. */
            degraded: boolean;
            /** Format: int32 */
            draws: number;
            /** @description For every slot all that could have been drawn, with their probabilities. */
            eligible: components["schemas"]["VariantProbability"][][];
            excluded: components["schemas"]["ExcludedVariant"][];
            extractor_version: string;
            /** @description The plain rule served it, and nothing learns from it. */
            holdout: boolean;
            /** @description The mode that served it. */
            mode: components["schemas"]["SelectionMode"];
            /**
             * Format: int32
             * @description Posts whose numbers are not ripe and moved nothing.
             */
            pending_exposures: number;
            persona_id: string;
            policy: string;
            policy_version: string;
            reason: null | string;
            /** @description This decision was made before. */
            repeated: boolean;
            selected: components["schemas"]["SelectedVariant"][];
            /** @description What guard would have served, in the mode shadow. */
            shadow: null | string[];
        };
        /** @description Why a decision came out as it did. */
        SelectionExplanation: {
            decision: components["schemas"]["SelectionAnswer"];
            hypotheses: components["schemas"]["CellBelief"][];
            /** Format: double */
            mean_rate: number;
            variants: components["schemas"]["VariantBelief"][];
        };
        /**
         * @description How variants are chosen.
         * @enum {string}
         */
        SelectionMode: "guard" | "adaptive" | "off" | "shadow" | "compat_additive" | "compat_multiplicative";
        /** @description A decision drawn again. */
        SelectionReplay: {
            replayed: components["schemas"]["Slate"];
            /** @description Every pick and every number came out as they were stored. */
            same: boolean;
            stored: components["schemas"]["SelectionAnswer"];
        };
        /** @description What shall be posted next? */
        SelectRequest: {
            /** @description The same id with the same request is answered as before; made up when not given. */
            decision_id?: null | string;
            /** @description False serves plain Thompson sampling, as the mode off does. */
            enable_fatigue_detection?: null | boolean;
            /** @description By group, the least share of slots that it shall have on average. */
            min_shares?: null | {
                [key: string]: number;
            };
            mode?: null | components["schemas"]["SelectionMode"];
            /**
             * Format: int32
             * @description Slots to fill; 0 for an empty slate, more than there are variants for all of them.
             */
            n_select?: null | number;
            persona_id: string;
            /** @description Holds a place under the caps for every slot. */
            reserve?: null | boolean;
            /** Format: date-time */
            scheduled_at?: unknown;
            settings?: null | components["schemas"]["FatigueOverrides"];
            variants?: null | components["schemas"]["VariantCandidate"][];
        };
        /**
         * @description Whether texts are embedded by the sentence model.
         * @enum {string}
         */
        SentenceModelState: "used" | "off" | "replaced" | "absent" | "damaged";
        /** @description Where the sentence model stands. */
        SentenceModelStatus: {
            /** @description Where it is looked for; null where it is switched off. */
            folder: null | string;
            /** @description Names model, quantisation, tokeniser and length; null where there is none. */
            model: null | string;
            /** @description Why it is not used; null where it is. */
            reason: null | string;
            state: components["schemas"]["SentenceModelState"];
        };
        /**
         * @description How long a step of a series is.
         * @enum {string}
         */
        SeriesStep: "day" | "week";
        /** @description One value for each signal. */
        SignalValues: {
            /** Format: double */
            bm25: number;
            /** Format: double */
            char: number;
            /** Format: double */
            lsi: number;
            /**
             * Format: double
             * @description A cosine in excess of the median's over what passes the filters, so that one share serves different models.
             */
            neural: number;
            /** Format: double */
            vec: number;
        };
        /**
         * @description Shares of the signals in S = Σ wᵢ·sᵢ/max(sᵢ), the convex combination of signals each divided by its maximum over the
         *     filtered set. Chosen on development queries of five sets; reciprocal rank fusion was worse on all of them.
         */
        SignalWeights: {
            /** Format: double */
            bm25: number;
            /** Format: double */
            char: number;
            /** @description Names the weights in a calibrator's key. */
            key: null | string;
            /** Format: double */
            lsi: number;
            /**
             * Format: double
             * @description Of a sentence model or an embedding endpoint, beside which the others share the rest; 0 without one.
             */
            neural: number;
            /**
             * Format: double
             * @description How far the prior can lower a score: rank = S·(1 − reach + reach·P).
             */
            prior_reach: number;
            /** Format: double */
            vec: number;
        };
        /** @description A drawn slate. */
        Slate: {
            /**
             * Format: int32
             * @description Draws from the posterior that the probabilities are made of.
             */
            draws: number;
            policy: string;
            /** @description Why there are fewer slots than asked for; null when there are not. */
            reason: null | string;
            slots: components["schemas"]["SlateSlot"][];
        };
        /** @description One drawn slot. */
        SlateSlot: {
            /** @description All that could have been drawn, with theirs; they sum to 1. */
            eligible: components["schemas"]["VariantProbability"][];
            family_id: string;
            /**
             * Format: double
             * @description Exactly the probability that it was drawn with, given the earlier slots.
             */
            probability: number;
            relaxed: components["schemas"]["RelaxReason"][];
            /** Format: int32 */
            slot: number;
            variant_id: string;
        };
        /** @description The source around a place, without secrets. */
        SourceExcerpt: {
            /**
             * Format: int32
             * @description Its last line, inclusive.
             */
            end_line: number;
            /** @description What the rule saw, where the place was found by one. */
            evidence: components["schemas"]["Evidence"][];
            file: string;
            /**
             * Format: int32
             * @description The line that Lines begins with.
             */
            first_line: number;
            language: string;
            lines: string[];
            /** @description Why these are not the lines of the file; null where they are. */
            reason: null | string;
            repository: string;
            /**
             * Format: int32
             * @description First line of the place, counted from 1.
             */
            start_line: number;
            state: components["schemas"]["SourceState"];
            /** @description The place has more lines than are shown. */
            truncated: boolean;
        };
        /**
         * @description What the lines of an excerpt are.
         * @enum {string}
         */
        SourceState: "current" | "stored" | "changed" | "unreadable";
        /**
         * @example {
         *       "paths": [
         *         "shop"
         *       ],
         *       "repository": "shop"
         *     }
         */
        StartScan: {
            paths: string[];
            repository?: null | string;
        };
        /** Format: binary */
        Stream: string;
        /**
         * @description What a pattern did: a Beta posterior over its outcomes. With s successes, f failures and the mean p₀
         *     of its type, success ~ Beta(m·p₀ + s, m·(1 − p₀) + f), m = double SuccessPosterior.PriorStrength.
         */
        SuccessPosterior: {
            /** @description The central 90 % of the posterior: [5 %, 95 %]. */
            ci90: null | number[];
            /**
             * Format: int32
             * @description Outcomes that failed.
             */
            failures: number;
            /**
             * Format: double
             * @description Mean of the posterior.
             */
            mean: number;
            /**
             * Format: double
             * @description The mean success of the type, 0 to 1 exclusive; ½ where the type has no outcome yet.
             * @default 0.5
             */
            prior_mean: number;
            /**
             * Format: double
             * @description Raw share of successes; null without outcomes.
             */
            rate: null | number;
            /**
             * Format: int32
             * @description Outcomes that succeeded.
             */
            successes: number;
        };
        SystemStatus: {
            api_key_required: boolean;
            dashboard_built: boolean;
            database: components["schemas"]["DatabaseStatus"];
            languages: string[];
            operating_system: string;
            runtime: string;
            sentence_model: components["schemas"]["SentenceModelStatus"];
            settings: {
                [key: string]: string;
            };
            /** Format: date-time */
            started_at: string;
            vectors: null | components["schemas"]["VectorStatus"];
            version: string;
        };
        TakenOver: {
            /**
             * Format: int32
             * @description How many of its files lie in the tree that was scanned.
             */
            files: number;
            repository: string;
        };
        /**
         * @description Whether a content has a template; the absence of one is an answer, it is not "fresh".
         * @enum {string}
         */
        TemplateStatus: "ok" | "no_template" | "disabled";
        /** @description What a term gave a result. */
        TermContribution: {
            /**
             * Format: double
             * @description Its part of the BM25 score.
             */
            contribution: number;
            /**
             * Format: int32
             * @description How often.
             */
            count: number;
            /** @description Where it stands. */
            field: components["schemas"]["MatchField"];
            /** @description The stem. */
            term: string;
        };
        /** @description A page of patterns by trend; those without an entry in either window are left out. */
        TrendPage: {
            /**
             * Format: date-time
             * @description Where the window begins; the one before ends there.
             */
            from: string;
            items: components["schemas"]["PatternTrend"][];
            /** @description Null on the last page. */
            next_cursor: null | string;
            /**
             * Format: date-time
             * @description Where it ends: when the first page was read.
             */
            to: string;
        };
        /** @description The ledger of a pattern by day (UTC), for a chart. */
        UsageDay: {
            /** Format: date */
            day: string;
            /** Format: int64 */
            exposures: number;
            /** Format: int64 */
            failures: number;
            /** Format: int64 */
            successes: number;
            /** Format: int64 */
            uses: number;
        };
        /** @description What an import of manifests came to. */
        UsageImportReport: {
            /**
             * Format: int64
             * @description Exposures that are new in the ledger.
             */
            exposures: number;
            /**
             * Format: int64
             * @description Outcomes that are new in the ledger.
             */
            outcomes: number;
            /**
             * Format: int64
             * @description Lines that were not blank.
             */
            read: number;
            /** @description The first int ImportReport.MaxRejected of them, in order. */
            rejected: components["schemas"]["RejectedLine"][];
            /**
             * Format: int64
             * @description How many lines were rejected; nothing of such a line is recorded, save what its detail says.
             */
            rejected_lines: number;
            /**
             * Format: int64
             * @description Exposures and uses that an earlier import had recorded.
             */
            repeated: number;
            /**
             * Format: int64
             * @description Uses that are new in the ledger.
             */
            uses: number;
        };
        /**
         * @description What an agent says it was shown and what it applied, in one piece of its work: a line of an import. A pattern is named by
         *     its id, or by kind and key as in `success:retry-with-backoff`.
         */
        UsageManifest: {
            /** @description The agent. */
            actor: string;
            /** @description Patterns that it really used. */
            applied?: null | string[];
            /**
             * Format: date-time
             * @description When it happened.
             */
            at: string;
            /** @description Where or for what, in the agent's own words. */
            context?: null | string;
            /** @description Patterns that were put before the agent; none of them is a use. */
            exposed?: null | string[];
            /** @description The agent's own name for it, unique: the same manifest again counts nothing twice. */
            manifest_id: string;
            /** @description How uses ended, by a name that stands in Applied; those left out are not known yet, and may come with the same manifest later. */
            outcomes?: null | {
                [key: string]: components["schemas"]["UseOutcome"];
            };
        };
        /** @description How a pattern is used over time. */
        UsageReport: {
            actors: components["schemas"]["ActorUsage"][];
            /** @description Every day of the window in order, also those without an entry. */
            days: components["schemas"]["UsageDay"][];
            /**
             * Format: int64
             * @description Uses in the 7 days before now.
             */
            last7_days: number;
            /**
             * Format: int64
             * @description Uses in the 7 days before those; the trend is the difference.
             */
            previous7_days: number;
        };
        /** @description The ledger of a pattern in numbers. An exposure (it was shown) is not a use (it was applied). */
        UsageSummary: {
            /**
             * Format: int64
             * @description Entries of action exposed.
             */
            exposures: number;
            /**
             * Format: date-time
             * @description When it was last applied; null when never.
             */
            last_used_at: null | string;
            /**
             * Format: int64
             * @description Entries of action applied.
             */
            uses: number;
        };
        /** @description An entry of the append-only ledger. */
        Use: {
            action: components["schemas"]["UseAction"];
            /** @description The persona, agent or operator that used it. */
            actor: string;
            /** Format: date-time */
            at: string;
            /** @description Where or for what, in the actor's own words. */
            context: null | string;
            /** @description Unique with its pattern: a second entry with the same key is the first one again. The exposure of a match has the match's id. */
            idempotency_key: null | string;
            /** @description What it was used for, where the outcome says so or its match is known. */
            intent: null | string;
            /**
             * Format: uuid
             * @description The match whose result was used; null where it came from none.
             */
            match_id: null | string;
            /** @description What was measured with the outcome, a JSON object; for the exposure of a match what its confidence was computed from. */
            metrics: unknown;
            outcome: null | components["schemas"]["UseOutcome"];
            /** Format: date-time */
            outcome_at: null | string;
            /** Format: uuid */
            pattern_id: string;
            /**
             * Format: uuid
             * @description Given by the ledger.
             */
            use_id: string;
        };
        /**
         * @description What was done with a pattern.
         * @enum {string}
         */
        UseAction: "exposed" | "reserved" | "applied" | "released";
        /**
         * @description A use to be recorded.
         * @example {
         *       "actor": "agent-7",
         *       "context": "checkout service",
         *       "idempotency_key": "run-2031"
         *     }
         */
        UseDraft: {
            action?: components["schemas"]["UseAction"];
            actor: string;
            /**
             * Format: date-time
             * @description When it happened; now when null.
             */
            at?: null | string;
            context?: null | string;
            /** @description When null and a match is given, the match: used twice of one match counts once. */
            idempotency_key?: null | string;
            /**
             * Format: uuid
             * @description The match whose result was used.
             */
            match_id?: null | string;
        };
        /** @enum {unknown} */
        UseOutcome: "success" | "failure" | null;
        /** @description A page of the ledger. */
        UsePage: {
            items: components["schemas"]["Use"][];
            /** @description Null on the last page. */
            next_cursor: null | string;
        };
        /** @description What was believed of a variant when it was decided. */
        VariantBelief: {
            excluded: null | string;
            /** Format: int32 */
            family_cap: null | number;
            family_id: string;
            /** Format: int32 */
            family_uses: number;
            /** Format: double */
            high: number;
            /** Format: double */
            impressions: number;
            /**
             * Format: double
             * @description With High, where the rate lies in 95 of 100 cases.
             */
            low: number;
            /** @description Nothing of its own was learned yet. */
            prior_only: boolean;
            /**
             * Format: double
             * @description Its expected rate before satiation.
             */
            rate: number;
            /**
             * Format: double
             * @description The share of its rate that its family still has.
             */
            satiation: number;
            /** Format: double */
            successes: number;
            variant_id: string;
        };
        /** @description Something that could be posted. */
        VariantCandidate: {
            content: null | string;
            /** @description The author, product or whatever else is promised a share in IReadOnlyDictionary&lt;string, double&gt; SelectRequest.MinShares. */
            group: null | string;
            /** @description A template that the caller knows it by; the content is then not looked at for one. */
            pattern: null | string;
            /** @description Never drawn again, whatever is relaxed; its history stays. */
            retired: boolean;
            rule: null | components["schemas"]["RepeatRule"];
            topic: null | string;
            variant_id: string;
        };
        /** @description The probability with which a variant was drawn for a slot. */
        VariantProbability: {
            /** Format: double */
            probability: number;
            variant_id: string;
        };
        /** @description What a comparison of catalogue, vectors and remote index found. */
        VectorDrift: {
            /**
             * Format: int32
             * @description Patterns without the vector of their version, and vectors without a pattern.
             */
            in_database: number;
            /**
             * Format: int32
             * @description Vectors that the remote index lacks or has of another version.
             */
            missing: number;
            /**
             * Format: int32
             * @description Vectors that the remote index has too much.
             */
            surplus: number;
            /** Format: int32 */
            total: number;
        };
        /** @description Where the vectors of the catalogue stand. */
        VectorStatus: {
            /** @description The space that is being built to take its place; null when none is. */
            building: null | string;
            /**
             * Format: double
             * @description How much of it is done, 0..1.
             */
            building_share: null | number;
            /**
             * Format: int64
             * @description Patterns that the model or the index refused too often.
             */
            dead_letters: number;
            /** @description The same of the embedding endpoint. */
            embedding_circuit: null | string;
            /** @description Why the model did not answer lately; null when it did. */
            embedding_failure: null | string;
            /** @description `in_process`, `qdrant` or `pgvector`. */
            index: string;
            /** @description `closed`, `half_open` or `open`; null without a circuit breaker. */
            index_circuit: null | string;
            /** @description Why the index did not answer lately; null when it did. */
            index_failure: null | string;
            /**
             * Format: double
             * @description Age of the oldest of them; 0 when there is none.
             */
            lag_seconds: number;
            last_drift: null | components["schemas"]["VectorDrift"];
            /**
             * Format: int64
             * @description Changes that are not in the index yet.
             */
            pending: number;
            /** @description What was unusual at the start, such as a damaged snapshot. */
            remark: null | string;
            /** @description The embedding space that matches are searched in; null while none is complete. */
            space: null | string;
            /**
             * Format: int64
             * @description Vectors of the current space, or of the one that is built while there is none.
             */
            vectors: number;
        };
        /**
         * @description What made a version.
         * @enum {string}
         */
        VersionEvent: "created" | "edited" | "status_changed" | "moved" | "restored";
        /** @description A detection that a person called wrong. */
        WrongMark: {
            /** @description Who said so. */
            actor: string;
            /** Format: date-time */
            at: string;
            file: string;
            /**
             * Format: uuid
             * @description The pattern that it was a place of.
             */
            pattern_id: string;
            qualified_name: string;
            /** @description Why; null when nothing was said. */
            reason: null | string;
            repository: string;
            rule: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listDuplicates: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before. */
                cursor?: string;
                /** @description Only in this language. */
                language?: string;
                /** @description 50 when not given. */
                limit?: number;
                /** @description Only groups whose longest place has at least so many lines. */
                min_lines?: number;
                /** @description Only groups with a place in this file or folder of the repository. */
                path?: string;
                /** @description Only in this repository. */
                repository?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicatePage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getDuplicate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateGroup"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getDuplicateSources: {
        parameters: {
            query?: {
                /** @description Lines before and after them; none when not given. */
                context?: number;
                /** @description Which of its copies, from 0; 0 when not given. */
                left?: number;
                /** @description Likewise; 1 when not given. */
                right?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicateSources"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listRepositories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfCodeRepository"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    forgetRepository: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listRuleTrusts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfRuleTrust"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listScans: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfCodeScan"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    startScan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request answer as the first did; another request with the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartScan"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeScan"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getScan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeScan"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    cancelScan: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeScan"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getScanEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["ScanEvent"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getScanTrend: {
        parameters: {
            query?: {
                /** @description 50 when not given. */
                limit?: number;
                /** @description Only this repository; scans of all when not given. */
                repository?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfScanTrendPoint"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    checkFatigue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FatigueAnswer"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    checkFatigueOfMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchCheckRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfFatigueAnswer"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    evaluateLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EvaluateLog"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffPolicyEstimate"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    extractTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtractRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtractedTemplate"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    extractTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtractRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfExtractedTemplate"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listFamilies: {
        parameters: {
            query?: {
                /** @description 50 when not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfFamilySummary"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    publishFamilies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyPublication"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    generateContent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GenerateRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GeneratedContents"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A part that is needed does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listPersonas: {
        parameters: {
            query?: {
                /** @description Only ids behind this one. */
                after?: string;
                /** @description 50 when not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfPersonaSummary"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPersona: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonaStatistics"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    setPersona: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonaDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonaSummary"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    explainSelection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decision_id: string;
                persona_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionExplanation"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    replaySelection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                decision_id: string;
                persona_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionReplay"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    evaluateSelection: {
        parameters: {
            query?: {
                /** @description The one that made the decisions when not given. */
                mode?: "guard" | "adaptive" | "off" | "shadow" | "compat_additive" | "compat_multiplicative";
            };
            header?: never;
            path: {
                persona_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffPolicyEstimate"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getHoldout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldoutReport"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listPosts: {
        parameters: {
            query?: {
                /** @description 50 when not given. */
                limit?: number;
            };
            header?: never;
            path: {
                persona_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfContentPost"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    publishPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublishPost"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostReceipt"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    reservePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                persona_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReservePost"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostReceipt"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentPost"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    editPost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditPost"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostReceipt"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    measurePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MeasurePost"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetricsReceipt"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    releasePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostReceipt"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    removePost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                post_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemovePost"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostReceipt"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    importPosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ImportedPost"];
                "text/csv": components["schemas"]["ImportedPost"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostImportReport"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    selectVariants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectionAnswer"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A part that is needed does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getContentSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FatigueSettings"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    setContentSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FatigueOverrides"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FatigueSettings"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getConfidenceReliability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfidenceReliability"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listPatterns: {
        parameters: {
            query?: {
                /** @description Only patterns that were added before this time. */
                created_before?: string;
                /** @description next_cursor of the page before; good for the same sort. */
                cursor?: string;
                /** @description Only this kind. */
                kind?: "code" | "content" | "semantic" | "success" | "decision";
                /** @description Only patterns of one of these languages; may be repeated. */
                language?: string[];
                /** @description Only patterns whose last use lies before this time; never used ones do not pass. */
                last_used_before?: string;
                /** @description 50 when not given. */
                limit?: number;
                /** @description Least quality score, 0 to 1; unmeasured patterns do not pass. */
                min_quality?: number;
                /** @description Least raw success rate, 0 to 1; patterns without outcomes do not pass. */
                min_success_rate?: number;
                /** @description Only these types; may be repeated. */
                pattern_type?: string[];
                /** @description Words that must each begin a word of name, tags or description. */
                q?: string;
                /** @description Only patterns of these qualities: excellent from 0.8, good from 0.6, fair from 0.4, poor below, unmeasured; may be repeated. */
                quality?: ("excellent" | "good" | "fair" | "poor" | "unmeasured")[];
                /** @description Only patterns that stand in one of these repositories; may be repeated. */
                repository?: string[];
                /** @description updated when not given; relevance where q is given. */
                sort?: "updated" | "name" | "quality" | "uses" | "relevance";
                /** @description Only these statuses; may be repeated. */
                status?: ("draft" | "active" | "deprecated" | "archived")[];
                /** @description Only patterns with all of these tags; may be repeated. */
                tag?: string[];
                /** @description true: only patterns that were never applied; false: only those that were. */
                unused?: boolean;
                /** @description Only patterns that this actor applied. */
                used_by?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternPage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createPattern: {
        parameters: {
            query?: {
                /** @description Add it although it copies another pattern under another key. */
                allow_duplicate?: boolean;
            };
            header?: {
                /** @description Makes a repeated request answer as the first did; another request with the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatternDraft"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pattern"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPattern: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of a copy at hand. */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pattern"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    deletePattern: {
        parameters: {
            query?: {
                /** @description Remove it for good. */
                purge?: boolean;
            };
            header?: {
                /** @description The ETag that was read. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pattern"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description It was changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    patchPattern: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatternPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pattern"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description It was changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The change needs the version that it is based on. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPatternGraph: {
        parameters: {
            query?: {
                /** @description 1 when not given. */
                depth?: number;
                /** @description Only edges of these types; may be repeated. */
                type?: ("uses" | "extends" | "similar_to" | "composed_of" | "creates")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternGraph"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPatternHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfPatternVersion"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPatternOccurrences: {
        parameters: {
            query?: {
                /** @description 100 when not given. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfOccurrence"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOccurrenceSource: {
        parameters: {
            query?: {
                /** @description Lines before and after it; 5 when not given. */
                context?: number;
                /** @description Of the occurrence; needed. */
                file?: string;
                /** @description Of the occurrence; needed. */
                repository?: string;
                /** @description Of the occurrence; needed. */
                start_line?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceExcerpt"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    recordOutcome: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request answer as the first did; another request with the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomeDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedOutcome"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecordedOutcome"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getOutcomeSeries: {
        parameters: {
            query?: {
                /** @description Days up to and with today (UTC); 90 when not given. */
                days?: number;
                /** @description week when not given. */
                step?: "day" | "week";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeSeries"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listRelationships: {
        parameters: {
            query?: {
                /** @description both when not given. */
                direction?: "outgoing" | "incoming" | "both";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfRelationship"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    createRelationship: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request answer as the first did; another request with the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelationshipDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relationship"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    deleteRelationship: {
        parameters: {
            query?: {
                /** @description Or the name outside the catalogue. */
                external?: string;
                /** @description The pattern at its other end. */
                target_id?: string;
                /** @description Its type; needed. */
                type?: "uses" | "extends" | "similar_to" | "composed_of" | "creates";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    restorePattern: {
        parameters: {
            query?: never;
            header: {
                /** @description Makes a repeated request answer as the first did; another request with the same key is refused. */
                "Idempotency-Key"?: string;
                /** @description The ETag that was read. */
                "If-Match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RestoreRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pattern"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description It was changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The change needs the version that it is based on. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPatternUsage: {
        parameters: {
            query?: {
                /** @description Days up to and with today (UTC); 30 when not given. */
                days?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageReport"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listUses: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before. */
                cursor?: string;
                /** @description 50 when not given. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsePage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    recordUse: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request answer as the first did; another request with the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UseDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Use"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Use"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Use"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description A part that is needed does not answer. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getJudgement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternJudgement"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    callWrong: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repeated request answer as the first did; another request with the same key is refused. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JudgementDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgementResult"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The Idempotency-Key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    undoWrong: {
        parameters: {
            query?: {
                /** @description Only in this file. */
                file?: string;
                /** @description Only under this name. */
                qualified_name?: string;
                /** @description Only in this repository. */
                repository?: string;
            };
            header?: {
                /** @description The ETag that was read. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JudgementResult"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description There is no such thing. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Its state does not allow this. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description It was changed since it was read. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    exportPatterns: {
        parameters: {
            query?: {
                /** @description Only patterns that were added before this time. */
                created_before?: string;
                /** @description Only this kind. */
                kind?: "code" | "content" | "semantic" | "success" | "decision";
                /** @description Only patterns of one of these languages; may be repeated. */
                language?: string[];
                /** @description Only patterns whose last use lies before this time; never used ones do not pass. */
                last_used_before?: string;
                /** @description Least quality score, 0 to 1; unmeasured patterns do not pass. */
                min_quality?: number;
                /** @description Least raw success rate, 0 to 1; patterns without outcomes do not pass. */
                min_success_rate?: number;
                /** @description Only these types; may be repeated. */
                pattern_type?: string[];
                /** @description Words that must each begin a word of name, tags or description. */
                q?: string;
                /** @description Only patterns of these qualities: excellent from 0.8, good from 0.6, fair from 0.4, poor below, unmeasured; may be repeated. */
                quality?: ("excellent" | "good" | "fair" | "poor" | "unmeasured")[];
                /** @description Only patterns that stand in one of these repositories; may be repeated. */
                repository?: string[];
                /** @description Only these statuses; may be repeated. */
                status?: ("draft" | "active" | "deprecated" | "archived")[];
                /** @description Only patterns with all of these tags; may be repeated. */
                tag?: string[];
                /** @description true: only patterns that were never applied; false: only those that were. */
                unused?: boolean;
                /** @description Only patterns that this actor applied. */
                used_by?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["PatternDraft"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getPatternFacets: {
        parameters: {
            query?: {
                /** @description Only patterns that were added before this time. */
                created_before?: string;
                /** @description Only these facets; may be repeated; all when not given. */
                facet?: ("kind" | "pattern_type" | "status" | "tag" | "language" | "repository" | "quality")[];
                /** @description Only this kind. */
                kind?: "code" | "content" | "semantic" | "success" | "decision";
                /** @description Only patterns of one of these languages; may be repeated. */
                language?: string[];
                /** @description Only patterns whose last use lies before this time; never used ones do not pass. */
                last_used_before?: string;
                /** @description Least quality score, 0 to 1; unmeasured patterns do not pass. */
                min_quality?: number;
                /** @description Least raw success rate, 0 to 1; patterns without outcomes do not pass. */
                min_success_rate?: number;
                /** @description Only these types; may be repeated. */
                pattern_type?: string[];
                /** @description Words that must each begin a word of name, tags or description. */
                q?: string;
                /** @description Only patterns of these qualities: excellent from 0.8, good from 0.6, fair from 0.4, poor below, unmeasured; may be repeated. */
                quality?: ("excellent" | "good" | "fair" | "poor" | "unmeasured")[];
                /** @description Only patterns that stand in one of these repositories; may be repeated. */
                repository?: string[];
                /** @description Only these statuses; may be repeated. */
                status?: ("draft" | "active" | "deprecated" | "archived")[];
                /** @description Only patterns with all of these tags; may be repeated. */
                tag?: string[];
                /** @description true: only patterns that were never applied; false: only those that were. */
                unused?: boolean;
                /** @description Only patterns that this actor applied. */
                used_by?: string;
                /** @description Values a facet lists at most; 20 when not given. */
                values?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatternFacets"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    importPatterns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["Stream"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    matchPatterns: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MatchResponse"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemStatus"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /** @description Days up to and with today (UTC); 30 when not given. */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageReport"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listActors: {
        parameters: {
            query?: {
                /** @description next_cursor of the page before. */
                cursor?: string;
                /** @description The last so many days; 30 when not given. */
                days?: number;
                /** @description 50 when not given. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorPage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    importUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["UsageManifest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageImportReport"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The body's media type is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    listUsageTrends: {
        parameters: {
            query?: {
                /** @description Only what this actor did. */
                actor?: string;
                /** @description next_cursor of the page before. */
                cursor?: string;
                /** @description Length of both windows; 7 when not given. */
                days?: number;
                /** @description Only this kind. */
                kind?: "code" | "content" | "semantic" | "success" | "decision";
                /** @description 50 when not given. */
                limit?: number;
                /** @description uses when not given. */
                sort?: "uses" | "rising" | "falling";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendPage"];
                };
            };
            /** @description The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description An API key is needed. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The key's scope does not permit this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server is not known by this host name. */
            421: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
            /** @description The server made a mistake. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Service Unavailable */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getProblemKind: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKind"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemDetails"];
                };
            };
        };
    };
}
