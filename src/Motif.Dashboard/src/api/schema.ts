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
    "/api/v1/content/families/aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List ids of families that lead to another since, the newest first */
        get: operations["listFamilyAliases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/families/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the posts of one family count for another
         * @description Posts that were made count too, and none is changed: the id leads to the other family from now on. A template of your own is renamed the same way.
         */
        post: operations["mergeFamilies"];
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
    "/api/v1/content/families/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rebuild the families of the texts that made them, and say what would change
         * @description Keeps nothing. The same texts end in the same families, whatever the order in which they came.
         */
        get: operations["compareFamilies"];
        put?: never;
        /**
         * Put the rebuilt families into force
         * @description Asks for the state of the comparison; where families changed since, 412. Families that are no more lead to those that took them up.
         */
        post: operations["switchFamilies"];
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
    "/api/v1/content/personas/{persona_id}/cap-cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say what the cap of families cost a persona
         * @description Of what its decisions of the last 28 days logged: expected successes an impression without the cap less those with it. No estimate below 20 decisions.
         */
        get: operations["getCapCost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content/personas/{persona_id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List a persona's decisions, the newest first */
        get: operations["listSelections"];
        put?: never;
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
    "/api/v1/decisions/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the audit in its order */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Write out the audit as JSON lines or CSV
         * @description With from, to and actor only what they let through; without them the chain can be checked from the file alone.
         */
        get: operations["exportAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that no link of the audit's chain was changed
         * @description Every hash is made of the one before it and of the entry's own bytes.
         */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/channels/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in what a channel tells, signed as Standard Webhooks are
         * @description webhook-id, webhook-timestamp (seconds, at most five minutes off) and webhook-signature (v1, and the Base64 of HMAC-SHA256 over id.timestamp.body). type is message.received, reply.sent or outcome.reported, data what POST messages, responses or outcomes take. The same event again is answered 200 and done once.
         */
        post: operations["receiveChannelEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/config": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say which settings are in force */
        get: operations["getDecisionConfig"];
        /**
         * Set at run time what differs from the environment's settings
         * @description Replaces what was set before; every server on the database follows at its next message. Settings that may send are refused with 409 while saved messages fail under them, unless accept_failures is true. With If-Match only the version that was read is replaced.
         */
        put: operations["setDecisionConfig"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/conflicts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List words that people answered in two ways */
        get: operations["listConflicts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/conflicts/{name}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which of two answers to the same words stands
         * @description It is learned, and what the other had taught of these words is taken back. Needs the right teach.
         */
        post: operations["resolveConflict"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say whose a conversation is and what was said in it when */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/conversations/{conversation_id}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a conversation to a person
         * @description As with a person's reply the machine falls silent in it and what it held is withdrawn, until the conversation is closed.
         */
        post: operations["assignConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/conversations/{conversation_id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a conversation; what comes next is a new request */
        post: operations["closeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/customers/{customer_id}": {
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
         * Forget a customer: his messages, what was decided, and what was learned of them
         * @description The matcher is built anew without them. The audit says that it happened, names nobody, and still verifies.
         */
        delete: operations["eraseCustomer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/executions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List decisions, the newest first */
        get: operations["listExecutions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/executions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a decision with everything that happened to it */
        get: operations["getExecution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/executions/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an automatic answer in its hold
         * @description 409 already_sent once it left. It counts against the pattern.
         */
        post: operations["cancelReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the imports of conversations */
        get: operations["listConversationImports"];
        put?: never;
        /**
         * Import conversations of the past, JSON lines or CSV
         * @description They bring candidates that wait for a review, and nothing else: nothing is answered, sent or taught. Lines that are wrong are refused with their number. Sent again, an import goes on where it broke off and adds nothing twice. Needs the right teach.
         */
        post: operations["importConversations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/import/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an import with its candidates */
        get: operations["getConversationImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/import/{id}/candidates/{candidate}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up a candidate of an import, or leave it
         * @description Taken up, it is a pattern in shadow, and the messages that it answered are its examples: they teach what it is about, never how sure to be.
         */
        post: operations["reviewCandidate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide what to do with a message
         * @description Off is silence: nothing is stored or sent, decision is null and reason says why. In shadow all is decided and nothing sent. The same channel and message_id is answered as it was the first time.
         */
        post: operations["processMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what became of an answer
         * @description A bad outcome counts against the pattern; within a day it also takes back what the reply taught. Needs the right teach.
         */
        post: operations["reportDecisionOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/patterns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the patterns that answer messages, by name */
        get: operations["listDecisionPatterns"];
        put?: never;
        /**
         * Add a pattern with its reply and examples of messages
         * @description It begins in shadow. Examples teach what it is about, never how sure to be. Where another pattern says nearly the same it is 409 with existing_id, unless allow_similar insists.
         */
        post: operations["createDecisionPattern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/patterns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a pattern with its evidence */
        get: operations["getDecisionPattern"];
        /**
         * Change a pattern's name, reply or status
         * @description auto needs an administrator, 200 labelled decisions, and trials enough; otherwise 409 with what is missing. With If-Match only the version that was read is changed.
         */
        put: operations["changeDecisionPattern"];
        post?: never;
        /**
         * Take a pattern out of use
         * @description It answers nothing from then on; its status can be set back.
         */
        delete: operations["archiveDecisionPattern"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/patterns/{id}/evolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List how a pattern's confidence changed, the newest first */
        get: operations["listConfidenceChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/patterns/{id}/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages from which a pattern was learned, the newest first
         * @description Without personal data. Those with the weight 0 teach what it is about, not how sure to be.
         */
        get: operations["listPatternExamples"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/patterns/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a pattern into another that means the same
         * @description The other stays with its words and gets this one's examples and evidence; this one is taken out of use and keeps its history. With If-Match only the version that was read is merged.
         */
        post: operations["mergeDecisionPattern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/patterns/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring a pattern back that was taken out of use
         * @description As a draft: it answers nothing until its status is active.
         */
        post: operations["restoreDecisionPattern"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/queue/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a reply that waits
         * @description Of two people who approve one reply the second is told 409. A place that nothing was given for is 422 until it is filled in by modify; one that waited too long is 410. Risk R3 needs two people.
         */
        post: operations["approveReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/queue/{id}/modify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send other words in place of a reply that waits */
        post: operations["modifyReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/queue/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that a reply is not to be sent, and why */
        post: operations["rejectReply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/queue/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send several replies that wait
         * @description Each has its own result. Risk R3 is refused here: it is read one by one.
         */
        post: operations["approveReplies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/queue/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the replies that wait for a person, the newest first */
        get: operations["listPending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/responses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Learn from what a person answered
         * @description Personal data is taken out before anything is learned. Notes, bots and system messages teach nothing; while decisions are off only learn_while_disabled lets anything be learned.
         */
        post: operations["learnResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/responses/{id}/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a lesson back, as if it had never been learned */
        post: operations["forgetResponse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/shadow-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hold what was decided against what people answered, by pattern and week */
        get: operations["getShadowReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count decisions by where they stand */
        get: operations["getDecisionStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what would happen with a message, and why
         * @description Changes nothing and sends nothing, whatever the switches say.
         */
        post: operations["testMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the messages that are kept to try settings on */
        get: operations["listSavedMessages"];
        /** Keep a message with the action that is expected of it */
        put: operations["saveMessage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/tests/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete a message that is kept to try settings on */
        delete: operations["deleteSavedMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/tests/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run all kept messages, under the settings in force or a draft of others
         * @description Changes nothing and sends nothing.
         */
        post: operations["runSavedMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions/whatif": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what other thresholds would have done with the messages of the log
         * @description By class of risk: the share that would have been sent, the share of wrong ones with its interval, the riskiest, and the curve. Fewer than 200 labels are no_claim. Changes nothing.
         */
        post: operations["askWhatIf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the neighbourhoods of the last run
         * @description Macros first, then mesos, then micros, each after its siblings by size; parent_id makes the tree.
         */
        get: operations["listClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/clusters/{cluster_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put an item into this neighbourhood, for good
         * @description Into the micro of it that is nearest to the item.
         */
        post: operations["moveItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/clusters/{cluster_id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the items of a neighbourhood of any level */
        get: operations["listClusterMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/clusters/{cluster_id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put another macro or meso into this one
         * @description Every other neighbourhood stays as it is. A name that a person gave survives.
         */
        post: operations["mergeClusters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/clusters/{cluster_id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say whether runs leave a neighbourhood as it is
         * @description What was renamed, merged or split is pinned.
         */
        post: operations["pinCluster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/clusters/{cluster_id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a neighbourhood a name that stays */
        post: operations["renameCluster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/clusters/{cluster_id}/split": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cut a macro or meso in two between the neighbourhoods in it
         * @description The larger half keeps the id; other_id of the answer is the smaller one.
         */
        post: operations["splitCluster"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what people did to the neighbourhoods, newest first
         * @description With who and when, those that were undone too.
         */
        get: operations["listClusterEdits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/edits/{edit_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an edit back
         * @description Later edits of the same neighbourhoods are taken back first.
         */
        post: operations["undoClusterEdit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List experiments, newest first */
        get: operations["listExperiments"];
        put?: never;
        /** Set an experiment up as a draft */
        post: operations["createExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/{experiment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an experiment with its history */
        get: operations["getExperiment"];
        /** Set a draft up anew */
        put: operations["changeExperiment"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/{experiment_id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which arms units are in
         * @description By a hash, the same at every time and on every server. Keeps nothing: what was really shown is an exposure.
         */
        post: operations["assignUnits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/{experiment_id}/exposures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import who saw which arm, JSON lines or CSV
         * @description unit, arm, at; every other member is an attribute of the unit. Lines that are wrong are refused with their number and reason; the others are taken.
         */
        post: operations["importExposures"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/{experiment_id}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import what units did, JSON lines or CSV
         * @description unit, outcome, at, value (1 when not given). What came before a unit's exposure is its earlier value. The same unit, outcome and time again is a correction.
         */
        post: operations["importOutcomes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/{experiment_id}/result": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how an experiment stands
         * @description May be read as often as one likes: p and intervals hold at every look, and a verdict that was once shown stays. Where the arms' counts are off, verdicts are withheld and the groups of units are named in which they are.
         */
        get: operations["getExperimentResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/{experiment_id}/schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Say which arm of a switchback has which day */
        get: operations["getExperimentSchedule"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/{experiment_id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a draft
         * @description From now on it is fixed; its traffic alone can be raised.
         */
        post: operations["startExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/{experiment_id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop an experiment; its result stands
         * @description Where the arms' counts are sound, it becomes evidence for the finding of its feature.
         */
        post: operations["stopExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/{experiment_id}/traffic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let more units take part; nobody moves to another arm */
        post: operations["raiseTraffic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how long an experiment would take, or that it cannot be decided
         * @description Keeps nothing.
         */
        post: operations["planExperiment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/experiments/simulate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Play experiments of a known lift, 0 for A/A
         * @description Says how often a difference was declared and how soon, beside a plain test that is looked at daily. Keeps nothing.
         */
        post: operations["simulateExperiments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what goes with performance, and where
         * @description Confirmed ones first, then by the size of the effect that is to be expected.
         */
        get: operations["listFindings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/findings/{finding_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read a finding */
        get: operations["getFinding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/findings/{finding_id}/over-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether a finding still does what it did
         * @description Its effect in every period of the calendar, compared inside the channels of the period, from the corpus' first scored item to its last. Periods in which nothing can be compared have no effect; the last one is partial. Keeps nothing.
         */
        get: operations["getEffectOverTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the points of the map, 12 bytes each
         * @description Little-endian columns one after the other: x and y as 32-bit floats, then cluster and value as unsigned 16-bit integers; /discovery/map/sheet says how many points there are and what the numbers stand for. No text; it changes with a run, and the ETag with it.
         */
        get: operations["getMap"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/map/attribute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one attribute of every point
         * @description Little-endian: its levels as 64-bit floats, as many as /discovery/map/attributes says, then a 16-bit code a point: 0 where it has none, else the place of its level or value, counted from 1.
         */
        get: operations["getMapAttribute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/map/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List by what the points of the map can be coloured and filtered
         * @description How items did (performance_ratio), their channel, time and views, and every attribute they came with, as the run read them.
         */
        get: operations["listMapAttributes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/map/points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find items on the map
         * @description Keeps nothing.
         */
        post: operations["findOnMap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/map/points/{point}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read the item at a point of the map */
        get: operations["getMapPoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/map/select": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List the points inside a polygon that pass filters
         * @description By the even-odd rule; item_ids names the first 1,000 of them. Keeps nothing.
         */
        post: operations["selectOnMap"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/map/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how to read the map, and what is written on it
         * @description Labels stand at a member of what they name, macros first, then mesos, then micros.
         */
        get: operations["getMapSheet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say where an item belongs and which of its traits matter there
         * @description An item of the corpus by item_id, or a new one by text or embedding. An item of the last run is placed where that placed it. Keeps nothing.
         */
        post: operations["matchItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what neighbourhoods hold and what works in them
         * @description Of the views semantic_cluster_stats and pattern_effectiveness_by_cluster, which are refreshed after every run and by the hour.
         */
        get: operations["getDiscoveryMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/predict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what an item's traits let expect, and how far such forecasts held
         * @description What its traits do beside each other is added on the log scale and drawn in by what later items of the last run kept of such sums. Keeps nothing.
         */
        post: operations["predictOutcome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/recommend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recommend ways to write about a concept, or items like examples
         * @description Suggestions come from confirmed findings, ranked by the lower bound of what to expect. Examples are never in the answer. Keeps nothing.
         */
        post: operations["recommend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the latest runs, newest first */
        get: operations["listDiscoveryRuns"];
        put?: never;
        /**
         * Start a run over all items
         * @description Answered at once; one run goes on at a time. It makes neighbourhoods, finds what goes with performance in them and tests that on later items; the same items and seed give the same result. test_mode writes nothing but the run's report.
         */
        post: operations["startDiscovery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read how a run stands and what it came to */
        get: operations["getDiscoveryRun"];
        put?: never;
        post?: never;
        /**
         * Cancel a run that goes on
         * @description What it had found is not written; its worker stops within seconds.
         */
        delete: operations["cancelDiscovery"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/runs/{run_id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a run by server-sent events
         * @description Events are named after the run's state: running, finished, cancelled, failed; their data is the run.
         */
        get: operations["getDiscoveryRunEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/runs/{run_id}/parts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who worked on which part of a run, and how that ended
         * @description A part is a macro, or the corpus as a whole (-1). The one lease of a part that is committed is what the run came to.
         */
        get: operations["listDiscoveryParts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look for findings in a selection of one's own
         * @description By ids, such as those inside a lasso, by neighbourhood, by filters, or by all of them. Corrected over the tests of this request, exploratory, and stored nowhere.
         */
        post: operations["findInSelection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List known topics with their sizes
         * @description items is null for a topic that no run has met yet; a topic's id is that of its cluster.
         */
        get: operations["listTopics"];
        put?: never;
        /**
         * Name a topic that is known beforehand
         * @description The next run fills it before it looks for neighbourhoods, and keeps the name.
         */
        post: operations["addTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/topics/{topic_id}": {
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
         * Remove a known topic
         * @description Its items go to their neighbourhoods with the next run.
         */
        delete: operations["removeTopic"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/trends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count neighbourhoods over the calendar and say which rise and fall
         * @description Empty periods are 0, the last one is partial and decides nothing; directions are corrected over all neighbourhoods that are asked for. Keeps nothing.
         */
        post: operations["getTrends"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/discovery/why-not": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask why a trait is a finding or is none
         * @description For any trait, tested or not: its support and what is needed, the effect inside channel and time beside the pooled one, the smallest effect that could be seen. Keeps nothing.
         */
        post: operations["whyNot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List items in the order of their ids */
        get: operations["listItems"];
        put?: never;
        post?: never;
        /**
         * Remove all items
         * @description Neighbourhoods and findings stand until the next run.
         */
        delete: operations["clearItems"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read an item */
        get: operations["getItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/items/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import items, JSON lines or CSV
         * @description id, text, channel, published_at, views or performance_ratio, embedding; every other member is an attribute. An item that is known is replaced. Lines that are wrong are refused with their number and reason; the others are taken, and have their place in the neighbourhoods at once where a run has made some: the first 1,000 before the answer, the rest soon after.
         */
        post: operations["importItems"];
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
         * @description Without use_id a use by actor is recorded with it; with match_id alone it is the use of that match, by the caller. A success with an intent, its own or that of its match, teaches the pattern that intent; an outcome of a match calibrates confidences. A match_id whose match did not show the pattern is refused with 422. 201 when it is new, 200 when the same outcome had been reported before.
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
    "/api/v1/patterns/{id}/similar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the patterns that are nearest in meaning
         * @description By the cosine of their vectors, the nearest first: the sentence model's, without one the lexicon's. From alike_from on, two patterns mean something like each other.
         */
        get: operations["listSimilarPatterns"];
        put?: never;
        post?: never;
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
        /** @description Words that were answered in two ways. */
        AnswerConflict: {
            /** @description Who answered so. */
            actor: string;
            /** Format: date-time */
            at: string;
            /** @description Whose words they are; null where that is not known. */
            customer_id: null | string;
            /** @description To resolve it by. */
            name: string;
            /**
             * Format: uuid
             * @description The pattern that they were answered with since.
             */
            other: string;
            /** @description What was answered since, without personal data. */
            reply: string;
            /**
             * Format: uuid
             * @description The pattern that the words were learned for.
             */
            standing: null | string;
            /** @description The customer's words without personal data. */
            text: string;
        };
        /**
         * @description What a customer, or the world, made of an answer.
         * @enum {string}
         */
        AnswerOutcome: "solved" | "wrong" | "complaint" | "reopened" | "low_rating" | "undone";
        /** @description One migration that was applied. */
        AppliedMigration: {
            /** Format: date-time */
            at: string;
            name: string;
            /** Format: int32 */
            version: number;
        };
        /** @description Several approvals at once. */
        ApproveReplies: {
            ids: string[];
        };
        /** @description An approval of what waits. */
        ApproveReply: {
            /**
             * Format: int32
             * @description Of the decision as it was read; another change since makes it 409.
             */
            version?: null | number;
        };
        /** @description An arm with how many units it has. */
        ArmCount: {
            arm: string;
            /**
             * Format: double
             * @description By the ratios that were ordered.
             */
            expected: number;
            /** Format: int64 */
            units: number;
        };
        /** @description One of several things that a message asks for. */
        AskedFor: {
            candidates: components["schemas"]["ConsideredPattern"][];
            /**
             * Format: int32
             * @description In characters.
             */
            length: number;
            /**
             * Format: int32
             * @description Of its first character in the words that were decided.
             */
            start: number;
            text: string;
        };
        /** @description The arm of a unit. */
        AssignedUnit: {
            /** @description Null for a unit that does not take part. */
            arm: null | string;
            unit: string;
        };
        AssignmentRequest: {
            units: string[];
        };
        /** @description A link of the audit's chain. */
        AuditEntry: {
            event: components["schemas"]["AuditEvent"];
            /** @description SHA-256 of the hash before it and of everything else in it, lower-case hex. */
            hash: string;
            /** Format: int64 */
            number: number;
        };
        /** @description Something that somebody did, or that the machine did by itself. */
        AuditEvent: {
            actor: string;
            /** Format: date-time */
            at: string;
            /** @description What is needed to judge it; texts of customers are not repeated here. */
            detail: null | string;
            /** @description A code such as `decided`, `sent`, `approved`, `config_changed`. */
            event: string;
            /** Format: uuid */
            execution_id: null | string;
            /** Format: uuid */
            pattern_id: null | string;
        };
        /** @description Whether the audit is as it was written. */
        AuditVerification: {
            /**
             * Format: int64
             * @description The first that does not follow from the one before; null where all do.
             */
            broken_at: null | number;
            /**
             * Format: int64
             * @description How many were read.
             */
            entries: number;
            hash: string;
            is_whole: boolean;
        };
        BatchCheckRequest: {
            items: components["schemas"]["FatigueQuestion"][];
            persona_id: string;
        };
        /** @enum {unknown} */
        BetterWhen: "higher" | "lower" | null;
        /** @description What became of one of several approvals. */
        BulkResult: {
            detail: null | string;
            /** Format: uuid */
            execution_id: string;
            refusal: null | components["schemas"]["CatalogueRefusal"];
            state: null | components["schemas"]["ExecutionState"];
        };
        /** @description What a calibrator was made for; confidences of another model, analyzer or weighting mean nothing to it. */
        CalibratorKey: {
            /** @description Version of the analyzer. */
            analyzer: string;
            /** @description The space that meaning is compared in, without what a catalogue adds to it. */
            model: string;
            /** @description Whose outcomes it goes by (LearningNamespace); null for those of all. */
            namespace: null | string;
            /** @description Key of the signal weights, and name of the map before labels. */
            weights: string;
        };
        /**
         * @description How often a candidate would have been put before a person while the import was lived again in the order of time, each message
         *     by what was learned before it. It is lived four times, each time with another quarter of the candidates withheld, whose
         *     messages then lie outside everything that is known; counts are means over the four.
         */
        CandidateReplay: {
            /**
             * Format: double
             * @description Where the person wrote just that.
             */
            right: number;
            /**
             * Format: double
             * @description Where he wrote something else.
             */
            wrong: number;
        };
        /**
         * @description Where a candidate of an import stands.
         * @default staged
         * @enum {string}
         */
        CandidateState: "staged" | "approved" | "rejected";
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
        /**
         * @description What the cap of families cost in one slot, in expected successes an impression of the post that goes out there: that of what
         *     would have been drawn without the cap less that of what was drawn from, Σ_v (p⁰_v − p_v)·Σ_c w_c·θ̂_v,c·g_c, the earlier
         *     slots given. It is what the model believed at the decision; what the spared audience is worth later is not in it, so it may
         *     be negative.
         */
        CapCost: {
            /**
             * Format: double
             * @description Of the belief in it: the posterior standard deviation of the difference.
             */
            deviation: number;
            /**
             * Format: double
             * @description 0 where the cap held nothing back.
             */
            value: number;
            /**
             * Format: double
             * @description What was expected without the cap; null where it held nothing back.
             */
            without: null | number;
        };
        /**
         * @description What the cap of families cost a persona, of what its own decisions logged (CapCost): expected successes an
         *     impression of the next post, as the model believed when it decided. What a spared audience is worth later is not in it.
         */
        CapCostReport: {
            /**
             * Format: int32
             * @description How far back decisions were looked at.
             */
            days: number;
            /**
             * Format: int32
             * @description Those that a capped mode made; the hold-out and degraded ones have no cap.
             */
            decisions: number;
            /**
             * Format: int32
             * @description Slots in which every family was beyond its cap, so that it was given up.
             */
            given_up: number;
            /**
             * Format: int32
             * @description Slots in which the cap held a variant back.
             */
            held_back: number;
            per_slot: null | components["schemas"]["Estimate"];
            /** @description Why there is no estimate; null when there is one. */
            refusal: null | string;
            /** Format: int32 */
            slots: number;
            /**
             * Format: double
             * @description The same with the cap.
             */
            with: null | number;
            /**
             * Format: double
             * @description Expected successes an impression without the cap, a mean over the slots that were held back; null where none were.
             */
            without: null | number;
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
        /** @enum {unknown} */
        CatalogueRefusal: "invalid" | "not_found" | "duplicate" | "stale" | "not_allowed" | "not_shown" | "not_permitted" | "expired" | "incomplete" | null;
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
        ChannelEvent: {
            data: components["schemas"]["JsonElement"];
            /** Format: date-time */
            timestamp: null | string;
            type: string;
        };
        /**
         * @description What a channel is like.
         * @enum {string}
         */
        ChannelKind: "chat" | "sms" | "email";
        ChannelReceipt: {
            /** Format: uuid */
            execution_id: null | string;
            reason: null | string;
        };
        /** @description How an effect differs between channels. */
        ChannelSpread: {
            /** Format: double */
            heterogeneity_p: number;
            /**
             * Format: double
             * @description The share of the differences that chance does not explain, 0 to 1.
             */
            i_squared: number;
            /**
             * Format: double
             * @description Of the mean over channels.
             */
            multiplier: number;
            new_channel: null | components["schemas"]["Interval95"];
            /**
             * Format: double
             * @description Standard deviation between channels on the log scale.
             */
            tau: number;
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
        /** @description A neighbourhood of items that are about the same. */
        Cluster: {
            /**
             * Format: uuid
             * @description Stays as long as half of what either has is common to it before and after.
             */
            cluster_id: string;
            /**
             * Format: double
             * @description Mean cosine of its items to the centre of their meso; −1 to 1.
             */
            cohesion: number;
            /**
             * Format: int32
             * @description The same without copies.
             */
            distinct: number;
            /** @description The name of its words where string Cluster.Name is a language model's. */
            extracted_name: null | string;
            /** @description Whether a person touched it: a run then neither splits nor merges it nor makes it anew. */
            is_held: boolean;
            /** @description Whether a person named it: the name then stays. */
            is_named: boolean;
            /** @description Whether it is a known topic, of the same id. */
            is_topic: boolean;
            level: components["schemas"]["ClusterLevel"];
            /** @description Ids of the items nearest to its centre. */
            medoids: string[];
            /** @description Unique among its siblings. */
            name: string;
            /**
             * Format: uuid
             * @description The neighbourhood that it lies in; null for a macro.
             */
            parent_id: null | string;
            review: null | components["schemas"]["NameReview"];
            /**
             * Format: int32
             * @description Items in it, copies counted.
             */
            size: number;
            /** @description The words and phrases that tell it from its siblings, the most telling first. */
            terms: string[];
        };
        /**
         * @description What happened to neighbourhoods from one run to the next.
         * @enum {string}
         */
        ClusterChange: "born" | "died" | "split" | "merged";
        /** @description What somebody did to the hierarchy; it stands through later runs until it is undone. */
        ClusterEdit: {
            actor: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            cluster_id: string;
            /** @description As it was called before. */
            cluster_name: string;
            /** Format: uuid */
            edit_id: string;
            item_id: null | string;
            kind: components["schemas"]["EditKind"];
            level: components["schemas"]["ClusterLevel"];
            /** @description As it is called since. */
            name: null | string;
            /**
             * Format: int32
             * @description 1, 2, 3 … in the order in which they were made.
             */
            number: number;
            /**
             * Format: uuid
             * @description The one that went into it, or that came of it.
             */
            other_id: null | string;
            other_name: null | string;
            /** Format: date-time */
            undone_at: null | string;
            undone_by: null | string;
        };
        /** @description One such change; born and split less died and merged is the change of count. */
        ClusterEvent: {
            change: components["schemas"]["ClusterChange"];
            /** Format: uuid */
            cluster_id: string;
            level: components["schemas"]["ClusterLevel"];
            name: string;
            /**
             * Format: uuid
             * @description The one it was split from or merged into.
             */
            other_id: null | string;
        };
        /**
         * @description How wide a neighbourhood is.
         * @enum {string}
         */
        ClusterLevel: "macro" | "meso" | "micro";
        /** @description Where an item stands in the hierarchy. */
        ClusterMember: {
            item_id: string;
            /** Format: uuid */
            macro_id: string;
            /** Format: uuid */
            meso_id: string;
            /** Format: uuid */
            micro_id: string;
            origin: components["schemas"]["MemberOrigin"];
            /**
             * Format: double
             * @description 0 to 1: 0 lies at the border of its meso as that was made, 1 is the centre, or a person put it there.
             */
            strength: number;
        };
        ClusterMemberPage: {
            items: components["schemas"]["ClusterMember"][];
            next_cursor: null | string;
        };
        /** @description What a neighbourhood holds. */
        ClusterStats: {
            /**
             * Format: int64
             * @description Different ones among its items.
             */
            channels: number;
            /** Format: uuid */
            cluster_id: string;
            cluster_name: string;
            /**
             * Format: int64
             * @description Findings confirmed in it.
             */
            confirmed: number;
            /** Format: int64 */
            items: number;
            level: components["schemas"]["ClusterLevel"];
            /**
             * Format: double
             * @description Of the items that came with a performance ratio above 0; null where none did.
             */
            mean_ratio: null | number;
            /** Format: uuid */
            parent_id: null | string;
            /**
             * Format: double
             * @description Mean of its items, 0 to 1; null without items.
             */
            strength: null | number;
        };
        /** @description A neighbourhood over the calendar. */
        ClusterTrend: {
            /** Format: uuid */
            cluster_id: string;
            /** @description Of the number of its items, the partial period left out. */
            direction: components["schemas"]["TrendDirection"];
            name: string;
            periods: components["schemas"]["PeriodCount"][];
            /**
             * Format: double
             * @description False discovery rate over all neighbourhoods that were asked for; null with too few periods.
             */
            q: null | number;
            /** @description Of its share of all items: what rises because everything does is flat here. */
            share_direction: components["schemas"]["TrendDirection"];
            /** Format: double */
            share_q: null | number;
            /** Format: int32 */
            size: number;
            /**
             * Format: double
             * @description Items more a period; null with too few periods.
             */
            slope: null | number;
            /**
             * Format: int32
             * @description Items without a time of publication; with those of the periods they are its size.
             */
            undated: number;
        };
        /** @description The place whose code stands for a code pattern: where to look, and how it begins. */
        CodeExemplar: {
            /** @description Such as `python`. */
            language: string;
            /**
             * Format: int32
             * @description Its first line, with its decorators; null where that is not known.
             */
            line: null | number;
            /**
             * Format: int32
             * @description Lines of it that are kept behind those; the pattern's body has them.
             */
            lines_left_out: number;
            /** @description Its file inside the repository. */
            path: string;
            /**
             * Format: int32
             * @description Places of the pattern in all repositories, this one among them.
             */
            places: number;
            /** @description Its dotted name inside the file. */
            qualified_name: string;
            /** @description Where it stands. */
            repository: string;
            /** @description Its first lines, at most int CodeExemplar.MostLines. */
            source: string;
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
        /** @enum {unknown} */
        ComparisonCorrection: "holm" | "benjamini_hochberg" | null;
        /**
         * @description The probability that something fits and works, 0 (never) to 1 (always) by construction.
         *     Not a quality (what a thing is) and not a success rate (what it did).
         */
        Confidence: number;
        /** @description A change of a pattern's confidence. */
        ConfidenceChange: {
            actor: string;
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            execution_id: null | string;
            /** Format: double */
            new: number;
            /** Format: double */
            old: number;
            /** Format: uuid */
            pattern_id: string;
            reason: string;
        };
        /**
         * @description What a confidence is computed from. All grow with fitness; S alone says nothing absolute, because the best document of any
         *     request, however foreign, has an S near 1. A result that was shown with inputs of another shape is no label any more.
         */
        ConfidenceInputs: {
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
             * @description Largest Nearness among the first three results.
             */
            best_nearness: number;
            /**
             * Format: double
             * @description How far the request names the document, p²·√r: p is the share of the request that stands in its name, an alias, its intent or one that it learned, r the share of that name that stands in the request, by how rare words are in the language, function words counted; 0..1, 1 for the very name.
             */
            named: number;
            /**
             * Format: double
             * @description How near it is in meaning, 0..1: by a model its cosine from the median document's to 1, by the lexicon the cosine times the known share of the request.
             */
            nearness: number;
            /**
             * Format: double
             * @description S·(.85 + .15·P), S as a share of what the signals that say anything of the request could give, 0..1.
             */
            score: number;
            /**
             * Format: double
             * @description How far it works where it fits, by its own outcomes: double SuccessPosterior.Trust; 1 before any.
             */
            trust: number;
        };
        /** @description How far confidences can be relied on, by outcomes. */
        ConfidenceReliability: {
            /** @description prior, platt or isotonic. */
            basis: string;
            /** @description What answers of today are calibrated for. */
            calibrator: components["schemas"]["CalibratorKey"];
            /** @description Confidences as they were shown, under whatever calibrator, against outcomes that named their match; what such a match showed beside and nobody used was not useful. */
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
             * @description Outcomes in the calibrator.
             */
            labels_used: number;
            /** @description The stage after this one; null at the last. */
            next_basis: null | string;
        };
        /** @description The settings in force, and their version. */
        ConfigView: {
            overrides: components["schemas"]["DecisionOverrides"];
            settings: components["schemas"]["DecisionSettings"];
            /** Format: int64 */
            version: number;
        };
        /** @description A pattern that was considered. */
        ConsideredPattern: {
            name: string;
            /**
             * Format: uuid
             * @description Null for words of a person's own.
             */
            pattern_id: null | string;
            /** Format: double */
            score: number;
        };
        /**
         * @description Who wrote a content.
         * @enum {string}
         */
        ContentAuthor: "template" | "model";
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
        /** @description What is known of a conversation; every change of a decision in it happens under its lock. */
        Conversation: {
            /** @description When the machine answered, the last few times, and with which pattern. */
            answers: components["schemas"]["MachineAnswer"][];
            burst: null | components["schemas"]["MessageBurst"];
            conversation_id: string;
            /** @description When the customer wrote, the last few times. */
            customer_at: string[];
            /** @description What people on our side did, oldest first: the labels that the matcher sees as context. */
            done: string[];
            /** Format: date-time */
            handed_over_at: null | string;
            /** @description A person has it: the machine says nothing until it is closed. */
            is_human: boolean;
            /** @description The language that the customer last wrote in, where it could be told. */
            language: null | string;
            /**
             * Format: uuid
             * @description The pattern of the last answer that went out, whoever approved it.
             */
            last_pattern_id: null | string;
            /**
             * Format: date-time
             * @description When a person on our side last wrote, and about what.
             */
            operator_at: null | string;
            operator_topic: null | string;
            /** @description What the customer said, the last few times, as fingerprints. */
            said: components["schemas"]["SaidBefore"][];
            /**
             * Format: date-time
             * @description Since when the customer waits for a person or an answer; null where he does not.
             */
            waiting_since: null | string;
            /** @description Whether anybody, or the machine, answered him before. */
            was_answered: boolean;
        };
        /** @description The outcome of a decision that was sent. */
        CustomerOutcome: {
            /** Format: uuid */
            execution_id: string;
            note?: null | string;
            outcome: components["schemas"]["AnswerOutcome"];
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
        /** @enum {string} */
        DayOfWeek: "sunday" | "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday";
        /** @description A comparison as it stood at the end of a day. */
        DayResult: {
            /** Format: date */
            day: string;
            /** Format: double */
            difference: number;
            interval: null | components["schemas"]["DifferenceInterval"];
            /** Format: double */
            observations: number;
            /**
             * Format: double
             * @description The least up to this day.
             */
            p: number;
        };
        /**
         * @description What the machine would do with a message, from nothing to everything.
         * @enum {string}
         */
        DecisionAction: "ignore" | "log" | "hand_over" | "queue" | "suggest" | "auto";
        /** @description What became of a message. */
        DecisionAnswer: {
            decision: null | components["schemas"]["DecisionExecution"];
            reason: null | string;
        };
        /** @description One message, what was decided about it and why, and what came of it. */
        DecisionExecution: {
            action: components["schemas"]["DecisionAction"];
            /** @description Whether the first candidate was what the person did. */
            agrees: null | boolean;
            /**
             * Format: date-time
             * @description When somebody was told that it runs out soon and nobody has approved it; null before that.
             */
            alarmed_at: null | string;
            /** @description Who approved it, in their order; none for what was sent automatically. */
            approvers: string[];
            /**
             * Format: date-time
             * @description When it was decided.
             */
            at: string;
            /** Format: int32 */
            attempts: number;
            /** @description What stood between this and an automatic answer, in words. */
            blockers: string[];
            candidates: components["schemas"]["ConsideredPattern"][];
            channel: string;
            channel_kind: components["schemas"]["ChannelKind"];
            /**
             * Format: double
             * @description P̂ that the pattern is right, 0 to 1.
             */
            confidence: number;
            conversation_id: string;
            customer_id: null | string;
            /** @description What a customer made of the answer, as it was reported; null while nobody did. */
            customer_outcome: null | string;
            /**
             * Format: date-time
             * @description When it is sent, tried again, or expires.
             */
            due_at: null | string;
            /** @description Told again for a message that was decided before. */
            duplicate: boolean;
            events: components["schemas"]["ExecutionEvent"][];
            /** Format: uuid */
            execution_id: string;
            history: string[];
            /** @description Whether the confidence came before 200 labelled decisions, of examples that were withheld: it counts for no threshold. */
            is_provisional: boolean;
            /** @description An attempt was made whose outcome nobody knows. */
            is_unknown: boolean;
            /** @description The customer's language as ISO 639-1; null where it could not be told. */
            language: null | string;
            /**
             * Format: uuid
             * @description What a person's answer to it taught, to forget it by; null where it taught nothing.
             */
            lesson_id: null | string;
            message_id: string;
            /** @description Places of the reply that nothing was given for. */
            missing: string[];
            /** @description The sentence model that read it; null without one. */
            model: null | string;
            /** @description Words that nothing learned has. */
            novel_words: string[];
            /** @description The whole message without personal data, where something of it was taken out or pieces were joined. */
            original: null | string;
            /** @description What a person did in its place: `right`, `edited`, `other`, `custom`, `rejected`, `undone`, or what the customer said of it: `complaint`, `contradicted`; null while nobody did. */
            outcome: null | string;
            /** Format: uuid */
            pattern_id: null | string;
            pattern_name: null | string;
            /** Format: int32 */
            pattern_version: null | number;
            /**
             * Format: int32
             * @description How many lessons were known: with them the confidence comes out again.
             */
            position: number;
            /** @description Codes of why it was decided so, the decisive one first. */
            reasons: string[];
            /** @description What would be sent. */
            reply: null | string;
            /** @description The headers that a reply by e-mail carries, by name. */
            reply_headers: {
                [key: string]: string;
            };
            /** @description Which address of the message a reply goes to: `sender`, or `reply_to` where it named one. Never another. */
            reply_to: string;
            /** @description What it asks for, where that is more than one thing. */
            requests: components["schemas"]["AskedFor"][];
            risk: null | components["schemas"]["RiskClass"];
            /**
             * Format: date-time
             * @description When the customer wrote.
             */
            sent_at: string;
            /** @description What was approved or sent, where that is another text or already on its way. */
            sent_text: null | string;
            signals: {
                [key: string]: number;
            };
            state: components["schemas"]["ExecutionState"];
            /** @description What was taken out of it before it was decided, without personal data. */
            stripped: components["schemas"]["StrippedPart"][];
            /** @description Whether who approved it last may teach. */
            teaches: boolean;
            /** @description The words that were decided on, without personal data. */
            text: string;
            /**
             * Format: double
             * @description From which confidence on its class was automatic; null where none could be promised.
             */
            threshold: null | number;
            /**
             * Format: int32
             * @description Counts changes; the ETag.
             */
            version: number;
        };
        /** @description What is set at run time over the environment's settings; null leaves one as it is. */
        DecisionOverrides: {
            /** Format: int32 */
            approval_hours?: null | number;
            /** Format: double */
            auto_threshold?: null | number;
            /** Format: int32 */
            automatic_per_hour?: null | number;
            /** Format: int32 */
            automatic_per_hour_and_pattern?: null | number;
            /** Format: int32 */
            breaker_faults?: null | number;
            /** Format: int32 */
            chat_burst_seconds?: null | number;
            /** Format: int32 */
            chat_max_age_minutes?: null | number;
            /** Format: int32 */
            clean_recent_uses?: null | number;
            /** Format: int32 */
            conversation_pause_minutes?: null | number;
            /** Format: int32 */
            conversation_per_day?: null | number;
            /** Format: double */
            decay_floor?: null | number;
            disabled_channels?: null | string[];
            /** Format: int32 */
            email_max_age_hours?: null | number;
            enabled?: null | boolean;
            hand_over_text?: null | string;
            /** Format: int32 */
            hold_seconds?: null | number;
            hours?: null | components["schemas"]["OpeningHours"];
            kill_switch?: null | boolean;
            learn_while_disabled?: null | boolean;
            learning?: null | components["schemas"]["LearningProfile"];
            /** Format: double */
            min_success?: null | number;
            /** Format: int32 */
            min_trials?: null | number;
            /** Format: int32 */
            operator_silence_minutes?: null | number;
            /** Format: int32 */
            operator_topic_hours?: null | number;
            profile?: null | components["schemas"]["DecisionProfile"];
            /** Format: double */
            queue_threshold?: null | number;
            /** Format: int32 */
            rapid_messages?: null | number;
            /** Format: int32 */
            rapid_seconds?: null | number;
            reply_window_hours?: null | {
                [key: string]: number;
            };
            rules?: null | components["schemas"]["SafetyRule"][];
            shadow_mode?: null | boolean;
            /** Format: int32 */
            sms_burst_seconds?: null | number;
            /** Format: double */
            suggest_threshold?: null | number;
            /** Format: double */
            target_r0?: null | number;
            /** Format: double */
            target_r1?: null | number;
            /** Format: double */
            target_r2?: null | number;
        };
        /** @description A decision pattern with what became of it. */
        DecisionPattern: {
            /**
             * Format: double
             * @description By the profile of learning in force, 0 to 1; what a single message is worth is its own decision's confidence.
             */
            confidence: number;
            description: string;
            evidence: components["schemas"]["PatternEvidence"];
            /** @description What the confidence is: the mean of the evidence, or what the steps came to. */
            learning: components["schemas"]["LearningProfile"];
            name: string;
            /** Format: uuid */
            pattern_id: string;
            /** @description What people send in its place; null where they do not, or it was not asked for. */
            proposed_template: null | string;
            reply: components["schemas"]["ReplyBody"];
            /** @description Codes of why it is out of date, where that was asked for: `valid_until`, `review_after`, `source_withdrawn`, `common_edit`. */
            stale_because: string[];
            status: components["schemas"]["PatternStatus"];
            /** Format: date-time */
            updated_at: string;
            /** Format: int32 */
            version: number;
        };
        /** @description A decision pattern as somebody wants it to stand. */
        DecisionPatternDraft: {
            /** @description Whether it shall stand although another pattern says nearly the same. */
            allow_similar?: null | boolean;
            description?: null | string;
            /** @description Messages that want this answer. They teach what it is about, never how sure to be. */
            examples?: null | string[];
            name: string;
            reply: components["schemas"]["ReplyBody"];
        };
        /** @description A change to a decision pattern; null leaves a field as it is. */
        DecisionPatternPatch: {
            name?: null | string;
            /** @description Why, for the history. */
            note?: null | string;
            reply?: null | components["schemas"]["ReplyBody"];
            status?: null | components["schemas"]["PatternStatus"];
        };
        /**
         * @description How confidence becomes an action.
         * @enum {string}
         */
        DecisionProfile: "learned" | "fixed";
        /** @description The settings in force. All of them are safe as they begin: off, and in shadow. */
        DecisionSettings: {
            /** Format: int32 */
            approval_hours: number;
            /**
             * Format: double
             * @description Of the fixed profile: from here on automatic. 0 to 1, not below double DecisionSettings.SuggestThreshold.
             */
            auto_threshold: number;
            /**
             * Format: int32
             * @description Automatic answers of all conversations in an hour.
             */
            automatic_per_hour: number;
            /**
             * Format: int32
             * @description Automatic answers of one pattern in an hour.
             */
            automatic_per_hour_and_pattern: number;
            /**
             * Format: int32
             * @description So many undone answers or complaints within an hour stop all automatic answers until the hour is over.
             */
            breaker_faults: number;
            /**
             * Format: int32
             * @description Pieces of a chat that come within so many seconds of each other are one request; 0 for none.
             */
            chat_burst_seconds: number;
            /**
             * Format: int32
             * @description Older chat messages are never answered automatically.
             */
            chat_max_age_minutes: number;
            /**
             * Format: int32
             * @description None of so many last uses may have been overridden.
             */
            clean_recent_uses: number;
            /**
             * Format: int32
             * @description Between two automatic answers in one conversation.
             */
            conversation_pause_minutes: number;
            /** Format: int32 */
            conversation_per_day: number;
            /**
             * Format: double
             * @description Of the profile increments: the days take no confidence below that. 0 to 1.
             */
            decay_floor: number;
            /** @description Channels that are switched off. */
            disabled_channels: string[];
            /** Format: int32 */
            email_max_age_hours: number;
            /** @description Off is silence: nothing is stored, sent or learned. */
            enabled: boolean;
            /** @description What a customer who asks for a person is told, once until his conversation is closed; places as replies have them. Null or empty for nothing. */
            hand_over_text: null | string;
            /**
             * Format: int32
             * @description How long an automatic answer waits for a person to cancel it.
             */
            hold_seconds: number;
            hours: null | components["schemas"]["OpeningHours"];
            /** @description Read again at every send: nothing goes out while it is set, and what it stopped stays stopped. */
            kill_switch: boolean;
            /** @description Learns from people's replies although decisions are off. */
            learn_while_disabled: boolean;
            /** @description How the confidence of patterns moves. Set at run time alone. */
            learning: components["schemas"]["LearningProfile"];
            /**
             * Format: double
             * @description The share of them that must have been right, 0 to 1.
             */
            min_success: number;
            /**
             * Format: int32
             * @description Trials in which a pattern would have acted, before it may.
             */
            min_trials: number;
            /**
             * Format: int32
             * @description How long a person's reply silences the machine, whatever is asked.
             */
            operator_silence_minutes: number;
            /**
             * Format: int32
             * @description The same where the topic is that of the person's reply.
             */
            operator_topic_hours: number;
            profile: components["schemas"]["DecisionProfile"];
            /** Format: double */
            queue_threshold: number;
            /**
             * Format: int32
             * @description So many messages within int DecisionSettings.RapidSeconds go to a person.
             */
            rapid_messages: number;
            /** Format: int32 */
            rapid_seconds: number;
            /** @description Channels that take a reply only so many hours after the customer's message. */
            reply_window_hours: {
                [key: string]: number;
            };
            rules: components["schemas"]["SafetyRule"][];
            /** @description Everything but the sending, to be compared with what people send. */
            shadow_mode: boolean;
            /** Format: int32 */
            sms_burst_seconds: number;
            /** Format: double */
            suggest_threshold: number;
            /**
             * Format: double
             * @description The share of automatic answers that must be right on average, for static information.
             */
            target_r0: number;
            /**
             * Format: double
             * @description For customer data.
             */
            target_r1: number;
            /**
             * Format: double
             * @description For actions that can be taken back.
             */
            target_r2: number;
        };
        /** @description Decisions counted. */
        DecisionStats: {
            enabled: boolean;
            /**
             * Format: int32
             * @description Labelled decisions that calibrate; 200 are needed before any confidence is claimed.
             */
            labels: number;
            shadow_mode: boolean;
            /** @description How many stand in each state; a state that none stands in is left out. */
            states: {
                [key: string]: number;
            };
        };
        /** @description A decision in a list. */
        DecisionSummary: {
            /** Format: date-time */
            at: string;
            decision_id: string;
            /**
             * Format: int32
             * @description Variants that could have been drawn for the first slot.
             */
            eligible: number;
            /**
             * Format: int32
             * @description Variants that could not be drawn.
             */
            excluded: number;
            holdout: boolean;
            mode: components["schemas"]["SelectionMode"];
            reason: null | string;
            selected: components["schemas"]["SelectedVariant"][];
        };
        /** @description Two ends of an interval. */
        DifferenceInterval: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
        };
        /** @description Discovery in numbers. On PostgreSQL they are as of the last refresh: after every run, and within the hour of an import or edit. */
        DiscoveryMetrics: {
            /** @description The largest level first, then by their items. */
            clusters: components["schemas"]["ClusterStats"][];
            /** @description The largest expected effect first, either way. */
            effectiveness: components["schemas"]["PatternEffectiveness"][];
        };
        /** @description A run of discovery over all items. */
        DiscoveryRun: {
            /**
             * Format: date-time
             * @description Views are taken to be of this time.
             */
            as_of: string;
            /**
             * Format: int32
             * @description 1, and one more for every worker that took it over from a dead one.
             */
            attempt: number;
            /** @description Why it failed. */
            error: null | string;
            /** Format: date-time */
            finished_at: null | string;
            progress: null | components["schemas"]["RunProgress"];
            report: null | components["schemas"]["RunReport"];
            request: components["schemas"]["StartRun"];
            /** Format: uuid */
            run_id: string;
            /** Format: date-time */
            started_at: string;
            state: components["schemas"]["RunState"];
        };
        /** @description How varied the window was that ended with one day (UTC; the last one ends now). */
        DiversityDay: {
            /** Format: date */
            day: string;
            /**
             * Format: double
             * @description As many families, used equally often, would be as varied: exp(−Σ p·ln p) (Hill's number of order 1), 1 to
             *     Families; null where nothing was posted.
             */
            effective_families: null | number;
            /**
             * Format: int32
             * @description Different families among them.
             */
            families: number;
            /**
             * Format: double
             * @description That by the most it could be, 0 to 1, see double? PersonaStatistics.DiversityScore; null below five uses.
             */
            score: null | number;
            /**
             * Format: int32
             * @description Posts in the window.
             */
            uses: number;
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
        /** @description What the units' values before their exposure were good for. */
        EarlierData: {
            is_used: boolean;
            /** @description Why they were not used; null when they were. */
            reason: null | string;
            /**
             * Format: int64
             * @description Of both arms.
             */
            units_with_earlier: number;
            /**
             * Format: double
             * @description The part of the variance that they took away, 0 to 1; null when not used.
             */
            variance_reduction: null | number;
        };
        /**
         * @description What a person can do to the hierarchy.
         * @enum {string}
         */
        EditKind: "rename" | "merge" | "split" | "pin" | "unpin" | "move";
        /** @description A text that was changed after it went out. */
        EditPost: {
            content: string;
            edited_at?: unknown;
        };
        /** @description Whether a trait still does what it did. */
        EffectOverTime: {
            ci95: null | components["schemas"]["Interval95"];
            /** Format: uuid */
            cluster_id: null | string;
            direction: null | components["schemas"]["TrendDirection"];
            /** Format: double */
            direction_p: null | number;
            feature: string;
            /**
             * Format: double
             * @description Over all items; null where nothing can be compared.
             */
            multiplier: null | number;
            /**
             * Format: double
             * @description What a year makes of the effect, as a ratio; 1 is no change.
             */
            multiplier_a_year: null | number;
            multiplier_a_year_ci95: null | components["schemas"]["Interval95"];
            /**
             * Format: int32
             * @description Whole periods with an effect that a direction needs.
             */
            needed_periods: number;
            period: components["schemas"]["TrendPeriod"];
            /** @description From that of the corpus' first scored item to that of its last, without a gap. */
            periods: components["schemas"]["PeriodEffect"][];
            scope: string;
            /**
             * Format: int32
             * @description Scored items with the trait that have no time of publication.
             */
            undated: number;
            zone: string;
        };
        /** @description How much was kept of a customer that is gone now. */
        ErasedCustomer: {
            customer_id: string;
            /** Format: int64 */
            imported_pairs: number;
            /** Format: int64 */
            lessons: number;
            /** Format: int64 */
            messages: number;
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
        /** @description An item as an example: one of the corpus, a text or a vector. */
        Example: {
            embedding?: null | number[];
            item_id?: null | string;
            text?: null | string;
        };
        /** @enum {unknown} */
        ExampleStrategy: "average" | "best" | null;
        /** @description A variant that could not be drawn. */
        ExcludedVariant: {
            /** Format: date-time */
            allowed_at: null | string;
            detail: string;
            reason: string;
            variant_id: string;
        };
        /** @description Something that happened to a decision. */
        ExecutionEvent: {
            actor: string;
            /** Format: date-time */
            at: string;
            event: string;
            note: null | string;
        };
        /**
         * @description Where a decision stands.
         * @enum {string}
         */
        ExecutionState: "ignored" | "logged" | "handed_over" | "shadow" | "pending" | "held" | "sending" | "sent" | "cancelled" | "rejected" | "superseded" | "expired" | "failed" | "delivery_unknown";
        /** @description An experiment with its history. */
        Experiment: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            experiment_id: string;
            history: components["schemas"]["ExperimentAct"][];
            result: null | components["schemas"]["ExperimentResult"];
            /** @description What units are hashed with: another one for every experiment. */
            salt: string;
            setup: components["schemas"]["ExperimentSetup"];
            /** Format: date-time */
            started_at: null | string;
            /**
             * Format: date
             * @description Of a switchback that runs: the first day of its schedule.
             */
            starts_on: null | string;
            state: components["schemas"]["ExperimentState"];
            /** Format: date-time */
            stopped_at: null | string;
            /**
             * Format: int32
             * @description 1, and one more with every change.
             */
            version: number;
        };
        /** @description What somebody did with it. */
        ExperimentAct: {
            /** @description Such as `created`, `started`, `traffic`, `stopped`. */
            act: string;
            actor: string;
            /** Format: date-time */
            at: string;
            detail: null | string;
        };
        /** @description One of the things that are compared; the first is what the others are compared with. */
        ExperimentArm: {
            name: string;
            /**
             * Format: double
             * @description Its part of the units, above 0, against the other arms' parts.
             */
            ratio?: null | number;
        };
        /** @enum {unknown} */
        ExperimentDesign: "assigned" | "switchback" | null;
        ExperimentMetric: {
            better?: components["schemas"]["BetterWhen"];
            /** @description Of a ratio: the outcome below the line. */
            denominator?: null | string;
            kind?: components["schemas"]["MetricKind"];
            name: string;
            /** @description The outcome that it counts; its own name when not given. */
            outcome?: null | string;
            role?: components["schemas"]["MetricRole"];
        };
        /** @description What an experiment would take. */
        ExperimentPlan: {
            /** @description False says it beforehand: in the time there is a lift of this size would not be seen. */
            can_be_decided: boolean;
            /**
             * Format: int32
             * @description Needed.
             */
            days: number;
            /** @description Why not; null where it can be. */
            reason: null | string;
            /**
             * Format: double
             * @description What could be found in the most days one would wait, as a part of the baseline; null where nothing could.
             */
            smallest_lift: null | number;
            /**
             * Format: double
             * @description Needed in all arms, or days of a switchback.
             */
            units: number;
        };
        /** @description How an experiment stands. */
        ExperimentResult: {
            /** Format: date-time */
            as_of: string;
            decisions: components["schemas"]["MetricComparison"][];
            /** @description Reported apart: each by itself, at the full level. */
            guardrails: components["schemas"]["MetricComparison"][];
            /**
             * Format: int64
             * @description Units that saw two arms; days of a switchback on which another arm was shown than scheduled.
             */
            left_out: number;
            ratio_check: null | components["schemas"]["SampleRatioCheck"];
            /** @description What a reader should know. */
            remarks: string[];
            /**
             * Format: int64
             * @description Counted: units, or days of a switchback.
             */
            units: number;
        };
        /** @description What an experiment is to be; fixed once it runs. */
        ExperimentSetup: {
            /**
             * Format: double
             * @description Of a false win, over all decisions together.
             */
            alpha?: null | number;
            /** @description The first is the control. */
            arms: components["schemas"]["ExperimentArm"][];
            /**
             * Format: uuid
             * @description The neighbourhood of that finding; the whole corpus when null.
             */
            cluster_id?: null | string;
            correction?: components["schemas"]["ComparisonCorrection"];
            design?: components["schemas"]["ExperimentDesign"];
            /**
             * Format: double
             * @description About how many units (days, for a switchback) will come: the intervals are narrowest there. They hold at any other number too.
             */
            expected_units?: null | number;
            /** @description The trait that the arms differ in, such as `phrase:how to`: results are evidence for its finding. */
            feature?: null | string;
            hypothesis?: null | string;
            metrics: components["schemas"]["ExperimentMetric"][];
            name: string;
            /**
             * Format: double
             * @description p of the arms' counts below which something is wrong with them.
             */
            ratio_alpha?: null | number;
            /**
             * Format: double
             * @description A deviation of an arm's share by less than this part of it is practically small.
             */
            smallest_ratio_deviation?: null | number;
            /**
             * Format: date
             * @description Of a switchback: its first day; the day on which it is started when not given.
             */
            starts_on?: null | string;
            /**
             * Format: double
             * @description The share of units that take part, above 0, at most 1. It can be raised later, which moves nobody.
             */
            traffic?: null | number;
            /** @description The time zone whose days count (IANA). */
            zone?: null | string;
        };
        /**
         * @description Where an experiment stands; it goes one way only.
         * @enum {string}
         */
        ExperimentState: "draft" | "running" | "stopped";
        /** @description An exposure as an import brings it; members that it does not name are attributes of the unit. */
        ExposureLine: {
            arm: string;
            /** Format: date-time */
            at: unknown;
            unit: string;
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
        /** @description An id that was given out once, and the family that its posts count for since. */
        FamilyAlias: {
            actor: string;
            alias_id: string;
            /** Format: date-time */
            at: string;
            family_id: string;
            reason: components["schemas"]["FamilyAliasReason"];
        };
        /**
         * @description Why a family is known by another id.
         * @enum {string}
         */
        FamilyAliasReason: "merged" | "rebuilt";
        /** @description How rebuilt families differ from those in force. */
        FamilyDiff: {
            /** Format: int32 */
            after: number;
            /** Format: int32 */
            before: number;
            merged: components["schemas"]["MergedFamily"][];
            reworded: components["schemas"]["RewordedFamily"][];
            /**
             * Format: int32
             * @description The texts that they were rebuilt of.
             */
            samples: number;
            split: components["schemas"]["SplitFamily"][];
            /** @description Names what was compared: the switch asks for it, and is refused where something changed since. */
            state: string;
            switched: boolean;
            /** Format: int32 */
            unchanged: number;
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
            /**
             * Format: int32
             * @description Patterns of families that lead to another since: deprecated, with that one's id in the history.
             */
            retired: number;
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
             * @description Of all personas, those that went out and were not released.
             */
            posts: number;
            template: string;
        };
        /** @description How a persona used one family. */
        FamilyUse: {
            family_id: string;
            /**
             * Format: date-time
             * @description When there is a place again if nothing more is posted; null while there is one.
             */
            fresh_at: null | string;
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
            /** Format: double */
            rate_high: null | number;
            /**
             * Format: double
             * @description With RateHigh, where the rate lies in 95 of 100 cases; see RateInterval.
             */
            rate_low: null | number;
            /** Format: int32 */
            reserved: number;
            /** Format: double */
            successes: number;
            template: null | string;
            /**
             * Format: int32
             * @description Uses in the window that fatigue it.
             */
            threshold: number;
            /** @description Its uses of the last 28 days, the oldest first. */
            used_at: string[];
            /** Format: int32 */
            uses_in_window: number;
            /** Format: double */
            window_days: number;
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
             * @description By wire name, the variable of the environment that holds a value: run time changes it for no server, a persona or a call
             *     may still differ.
             */
            pinned: {
                [key: string]: string;
            };
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
        /**
         * @description What kind of trait a feature is.
         * @enum {string}
         */
        FeatureFamily: "phrase" | "start" | "end" | "skeleton" | "mark" | "length" | "words" | "timing" | "attribute" | "compound" | "control";
        /** @description What a filter took away. */
        FilterEffect: {
            /** @description Its name in the request. */
            filter: string;
            /**
             * Format: int32
             * @description Patterns that had passed all filters before it.
             */
            removed: number;
            /** @description Values that no pattern has; mistyped, perhaps. */
            unknown_values: string[];
        };
        /** @description A trait that goes with better or worse performance inside a neighbourhood. */
        Finding: {
            across_channels: components["schemas"]["ChannelSpread"];
            bootstrap_ci95: null | components["schemas"]["Interval95"];
            /** Format: int32 */
            channels: number;
            ci95: components["schemas"]["Interval95"];
            /**
             * Format: uuid
             * @description The neighbourhood; null for the whole corpus.
             */
            cluster_id: null | string;
            /** @description Items that have it and did worst. */
            counter_examples: string[];
            /**
             * Format: double
             * @description How strong an unseen cause would have to be to explain it away, as a ratio.
             */
            e_value: number;
            /**
             * Format: double
             * @description The same for the end of the interval next to 1.
             */
            e_value_ci95: number;
            /** Format: double */
            effective_units: number;
            /**
             * @description `associated`: nobody changed the trait alone; `experimental`: an experiment did, its arms had the units that they
             *             were to have, and it decided.
             */
            evidence: string;
            /** @description Items that have it and did best against their stratum. */
            examples: string[];
            expected_ci95: components["schemas"]["Interval95"];
            /**
             * Format: double
             * @description What to expect of it: drawn towards its kind's usual, for the largest of many are large by luck too.
             */
            expected_multiplier: number;
            /** @description Experiments on the trait that are stopped and sound, the newest first, decided or not. */
            experiments: string[];
            family: components["schemas"]["FeatureFamily"];
            /** @description Such as `phrase:how to`. */
            feature: string;
            /**
             * Format: uuid
             * @description Derived from scope and feature: the same trait is the same finding in every run.
             */
            finding_id: string;
            /**
             * Format: int32
             * @description Re-posts that were folded into their first.
             */
            folded: number;
            /** @description In the part that found it. */
            found: components["schemas"]["PartEffect"];
            hits: null | components["schemas"]["HitShares"];
            interaction: null | components["schemas"]["InteractionEffect"];
            /**
             * Format: double
             * @description What it does beside the other confirmed traits of its scope: what goes along with one of them is not counted twice. Null for
             *     a finding that is not confirmed.
             */
            joint_multiplier: null | number;
            /**
             * Format: double
             * @description Of the channel that weighs most, 0 to 1.
             */
            largest_channel_share: number;
            later: null | components["schemas"]["PartEffect"];
            /**
             * Format: double
             * @description False discovery rate over its layer alone.
             */
            layer_q: number;
            /**
             * Format: double
             * @description Performance with the trait against without, inside channel and time, over all items; 1 is no effect.
             */
            multiplier: number;
            /**
             * Format: double
             * @description Mean ratio with the trait over that without, channels and times thrown together; not to be trusted.
             */
            pooled_multiplier: null | number;
            /**
             * Format: double
             * @description False discovery rate over everything that the run tested.
             */
            q: number;
            /** @description Its name, or `everything`. */
            scope: string;
            state: components["schemas"]["FindingState"];
            /** Format: int32 */
            support: number;
        };
        /**
         * @description What became of a trait once it was looked at again in later items.
         * @enum {string}
         */
        FindingState: "candidate" | "confirmed" | "channel_specific" | "depends_on_channel" | "decayed" | "refuted";
        /** @description A written content and the place that is held for it. */
        GeneratedContent: {
            author: components["schemas"]["ContentAuthor"];
            content: string;
            family_id: null | string;
            /** Format: uuid */
            post_id: null | string;
            /** Format: double */
            probability: number;
            /** @description Why what a language model wrote was not taken; null where it was, or where there is none. */
            refusal: null | string;
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
        /** @description How neighbourhoods are made. */
        HierarchySettings: {
            /**
             * @description Makes everything anew but what people touched. Otherwise neighbourhoods go on from those that stand, as long as the other
             *     settings are the same.
             */
            fresh?: null | boolean;
            /**
             * Format: int32
             * @description So many of the largest neighbourhoods; null for about 3,000 items each.
             */
            macro_clusters?: null | number;
            /**
             * Format: int32
             * @description A meso with more distinct items is halved; null for about 300 with 1,000 as the most that it may grow to.
             */
            max_cluster_size?: null | number;
            /**
             * Format: int32
             * @description So many of the middle ones; null for about 300 items each.
             */
            meso_clusters?: null | number;
            /**
             * Format: int32
             * @description So many of the smallest; null for about 30 items each.
             */
            micro_clusters?: null | number;
            /**
             * Format: int32
             * @description Every macro has at least so many mesos and every meso so many micros, where the items allow it.
             */
            min_children?: null | number;
            /**
             * Format: int32
             * @description A meso with fewer distinct items is dealt out to its neighbours; null for no such bound.
             */
            min_cluster_size?: null | number;
            /**
             * Format: int64
             * @description The same seed over the same items gives the same neighbourhoods, to the byte.
             */
            seed?: null | number;
        };
        /** @description The shares of items that are hits, inside the same strata. */
        HitShares: {
            /**
             * Format: double
             * @description Times the channel's usual from which on an item is one.
             */
            threshold: number;
            /**
             * Format: double
             * @description Of the items that have the trait, 0 to 1.
             */
            with: number;
            /**
             * Format: double
             * @description Of the items beside them that have it not, weighted by how many have it.
             */
            without: number;
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
        /** @description What a person answered. */
        HumanReply: {
            channel: string;
            conversation_id: string;
            customer_id?: null | string;
            kind?: components["schemas"]["ReplyKind"];
            /** @description Of the customer's message that was answered. */
            message_id: string;
            /**
             * Format: uuid
             * @description The pattern that it was, where the person chose one.
             */
            pattern_id?: null | string;
            /** @description What was sent. */
            reply: string;
            /** @description The customer's words; needed where the message was never decided here. */
            text?: null | string;
            topic?: null | string;
        };
        /** @description An imported post that broke a cap, with all posts of the window that it broke. */
        ImportBreach: {
            breaches: components["schemas"]["CapBreach"][];
            /** Format: int64 */
            line: number;
            /** Format: uuid */
            post_id: string;
        };
        /** @description A pattern that an import proposes: nothing answers by it until a person approved it, and then as a draft in shadow. */
        ImportCandidate: {
            /** Format: uuid */
            candidate_id: string;
            /**
             * Format: int32
             * @description From how many conversations.
             */
            conversations: number;
            /** @description Messages that it answered, the shortest different ones. */
            examples: string[];
            /**
             * Format: uuid
             * @description What it became; null until it was approved.
             */
            pattern_id: null | string;
            replay: null | components["schemas"]["CandidateReplay"];
            state: components["schemas"]["CandidateState"];
            /**
             * Format: int32
             * @description Replies that are it.
             */
            support: number;
            template: string;
        };
        /** @description A line of an import: a whole conversation by its turns, or one turn by role and text. */
        ImportedLine: {
            action?: null | string;
            /** Format: date-time */
            at?: unknown;
            conversation_id: string;
            customer_id?: null | string;
            role?: null | components["schemas"]["TurnRole"];
            text?: null | string;
            turns?: null | components["schemas"]["ImportedTurn"][];
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
        /** @description One turn of a conversation. */
        ImportedTurn: {
            /** @description What the operator did besides writing, where the source says so. */
            action: null | string;
            at: unknown;
            role: components["schemas"]["TurnRole"];
            text: string;
        };
        /** @description How far an import has come. */
        ImportRecord: {
            actor: string;
            candidates: components["schemas"]["ImportCandidate"][];
            /**
             * Format: int64
             * @description From which pairs were sought so far.
             */
            conversations: number;
            import_id: string;
            is_complete: boolean;
            /**
             * Format: int64
             * @description Pairs that an earlier import, or an earlier run of this one, had brought.
             */
            known_pairs: number;
            /** Format: int64 */
            pairs: number;
            /**
             * Format: int64
             * @description Lines that were read.
             */
            read: number;
            /** @description The first of them; RefusedCount says how many there are. */
            refused: components["schemas"]["RefusedLine"][];
            /** Format: int64 */
            refused_count: number;
            /** Format: date-time */
            started_at: string;
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
        /** @description A message as a channel hands it on. */
        InboundMessage: {
            author?: components["schemas"]["MessageAuthor"];
            change?: components["schemas"]["MessageChange"];
            channel: string;
            channel_kind?: components["schemas"]["ChannelKind"];
            conversation_id: string;
            /** @description Names the customer in your system; needed to forget him again. */
            customer_id?: null | string;
            has_attachment?: null | boolean;
            /** @description Of an e-mail, by name. */
            headers?: null | {
                [key: string]: string;
            };
            /** @description What operators did before in this conversation, oldest first; taken from the conversation where it is not given. */
            history?: null | string[];
            /** @description The channel's own id of it; the same id is the same message. */
            message_id: string;
            /** @description The sender's address; one that nobody reads is never answered. */
            sender?: null | string;
            /**
             * Format: date-time
             * @description Now where it is not given.
             */
            sent_at?: unknown;
            text?: null | string;
            /** @description What places of a reply are filled with, such as `customer.first_name`. */
            variables?: null | {
                [key: string]: string;
            };
        };
        /** @description What traits do together beyond what they do beside each other. */
        InteractionEffect: {
            ci95: components["schemas"]["Interval95"];
            /** @description In the part that found it. */
            found: components["schemas"]["PartEffect"];
            later: null | components["schemas"]["PartEffect"];
            /**
             * Format: double
             * @description Over all items; above 1 where they help each other.
             */
            multiplier: number;
            /** @description Their keys. */
            parts: string[];
        };
        /** @description Two ends at 95 %. */
        Interval95: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
        };
        /** @description One video, article or post of a corpus, with what is known of it and how it did. */
        Item: {
            /** @description Texts, numbers and booleans by name. */
            attributes: Record<string, unknown>;
            /** @description Who published it: a channel, an author, a site. Null counts as one channel. */
            channel: null | string;
            item_id: string;
            /**
             * Format: double
             * @description How it did against its channel's usual, 1 being usual; null where it is to be scored from the views.
             */
            performance_ratio: null | number;
            /** Format: date-time */
            published_at: null | string;
            /** @description The space of float[]? Item.Vector; null while it has none. */
            space: null | string;
            /** @description Its title, or whatever people saw of it first; empty where only a vector was given. */
            text: string;
            /**
             * Format: double
             * @description How often it was seen, at least 0; null while unknown.
             */
            views: null | number;
        };
        /** @description What an import of items did; the counts add up to Read. */
        ItemImportReport: {
            /** Format: int64 */
            added: number;
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            read: number;
            /** @description The first refused lines, at most int ItemImport.MostReasons. */
            reasons: components["schemas"]["RefusedItem"][];
            /**
             * Format: int64
             * @description How many lines were refused.
             */
            refused: number;
            /** Format: int64 */
            unchanged: number;
        };
        /** @description An item as an import brings it; members that it does not name are attributes. */
        ItemLine: {
            channel?: null | string;
            embedding?: null | number[];
            id: string;
            /**
             * Format: double
             * @description Performance against the channel's usual; taken as it is. Views are then not looked at.
             */
            performance_ratio?: null | number;
            /** Format: date-time */
            published_at?: unknown;
            text?: null | string;
            /** Format: double */
            views?: null | number;
        };
        /** @description Where an item belongs and what goes with how such items do. */
        ItemMatch: {
            /** @description Confirmed ones, the narrowest neighbourhood's where several say something of one trait. */
            findings: components["schemas"]["MatchedFinding"][];
            macro: null | components["schemas"]["MatchedCluster"];
            meso: null | components["schemas"]["MatchedCluster"];
            micro: null | components["schemas"]["MatchedCluster"];
            /** @description Why it belongs nowhere. */
            reason: null | string;
            /**
             * Format: double
             * @description Cosine to the centre of its meso, −1 to 1; null where it belongs nowhere.
             */
            similarity: null | number;
            /**
             * Format: double
             * @description 0 lies between two mesos, 1 is the centre of its own.
             */
            strength: null | number;
        };
        /** @description An item with the vector, or without where none is to be read. */
        ItemPage: {
            items: components["schemas"]["Item"][];
            next_cursor: null | string;
        };
        /** @description An item that is asked about: one of the corpus by its id, or a new one by its text or vector. */
        ItemQuestion: {
            /** @description Texts, numbers and booleans by name. */
            attributes?: null | Record<string, unknown>;
            /** @description In the space of the corpus; made of the text when not given. */
            embedding?: null | number[];
            /** @description An item of the corpus; nothing else is then needed. */
            item_id?: null | string;
            /** Format: date-time */
            published_at?: unknown;
            text?: null | string;
        };
        ItemsCleared: {
            /** Format: int32 */
            removed: number;
        };
        ItemsOfAnswerConflict: {
            items: components["schemas"]["AnswerConflict"][];
        };
        ItemsOfAssignedUnit: {
            items: components["schemas"]["AssignedUnit"][];
        };
        ItemsOfAuditEntry: {
            items: components["schemas"]["AuditEntry"][];
        };
        ItemsOfBulkResult: {
            items: components["schemas"]["BulkResult"][];
        };
        ItemsOfCluster: {
            items: components["schemas"]["Cluster"][];
        };
        ItemsOfClusterEdit: {
            items: components["schemas"]["ClusterEdit"][];
        };
        ItemsOfCodeRepository: {
            items: components["schemas"]["CodeRepository"][];
        };
        ItemsOfCodeScan: {
            items: components["schemas"]["CodeScan"][];
        };
        ItemsOfConfidenceChange: {
            items: components["schemas"]["ConfidenceChange"][];
        };
        ItemsOfContentPost: {
            items: components["schemas"]["ContentPost"][];
        };
        ItemsOfDecisionExecution: {
            items: components["schemas"]["DecisionExecution"][];
        };
        ItemsOfDecisionPattern: {
            items: components["schemas"]["DecisionPattern"][];
        };
        ItemsOfDecisionSummary: {
            items: components["schemas"]["DecisionSummary"][];
        };
        ItemsOfDiscoveryRun: {
            items: components["schemas"]["DiscoveryRun"][];
        };
        ItemsOfExperiment: {
            items: components["schemas"]["Experiment"][];
        };
        ItemsOfExtractedTemplate: {
            items: components["schemas"]["ExtractedTemplate"][];
        };
        ItemsOfFamilyAlias: {
            items: components["schemas"]["FamilyAlias"][];
        };
        ItemsOfFamilySummary: {
            items: components["schemas"]["FamilySummary"][];
        };
        ItemsOfFatigueAnswer: {
            items: components["schemas"]["FatigueAnswer"][];
        };
        ItemsOfFinding: {
            items: components["schemas"]["Finding"][];
        };
        ItemsOfImportRecord: {
            items: components["schemas"]["ImportRecord"][];
        };
        ItemsOfOccurrence: {
            items: components["schemas"]["Occurrence"][];
        };
        ItemsOfPartAttempt: {
            items: components["schemas"]["PartAttempt"][];
        };
        ItemsOfPatternExample: {
            items: components["schemas"]["PatternExample"][];
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
        ItemsOfSavedMessage: {
            items: components["schemas"]["SavedMessage"][];
        };
        ItemsOfScanTrendPoint: {
            items: components["schemas"]["ScanTrendPoint"][];
        };
        ItemsOfScheduledDay: {
            items: components["schemas"]["ScheduledDay"][];
        };
        ItemsOfTopicSize: {
            items: components["schemas"]["TopicSize"][];
        };
        ItemsOfWhatIfClass: {
            items: components["schemas"]["WhatIfClass"][];
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
        /** @description A topic that a run fills before it looks for neighbourhoods; its id is that of its cluster, a meso. */
        KnownTopic: {
            actor: string;
            /** Format: date-time */
            at: string;
            description: null | string;
            examples: string[];
            name: string;
            /** Format: double */
            similarity: null | number;
            /** Format: uuid */
            topic_id: string;
        };
        /** @description A topic as its user gives it: by description, by example items, or by both. */
        KnownTopicDraft: {
            /** @description What it is about, in words; the name where neither this nor an example is given. */
            description?: null | string;
            /** @description Ids of items that belong to it. */
            examples?: null | string[];
            /** @description Kept as it is; unique among topics. */
            name: string;
            /**
             * Format: double
             * @description The least cosine of its items, 0 to 1; the run's `similarity_threshold` when not given.
             */
            similarity?: null | number;
        };
        /** @description What was learned of a reply. */
        LearnedReply: {
            /** @description Whether the decision had the same pattern first; null where there was none. */
            agrees: null | boolean;
            /**
             * Format: uuid
             * @description A pattern that was proposed because three replies were alike: a draft, in nobody's use.
             */
            candidate_id: null | string;
            /**
             * Format: uuid
             * @description To forget it by; null where nothing was learned.
             */
            lesson_id: null | string;
            /**
             * Format: uuid
             * @description The pattern that the reply was; null for words of its own.
             */
            pattern_id: null | string;
            /** @description A code: `learned`, or why nothing was. */
            reason: string;
            /**
             * Format: double
             * @description Of the reply to the pattern's, 0 to 1.
             */
            similarity: null | number;
        };
        /**
         * @description How what people made of its answers becomes the confidence of a pattern.
         * @enum {string}
         */
        LearningProfile: "evidence" | "increments";
        /** @description A level as a run made it. */
        LevelReport: {
            /** Format: int32 */
            clusters: number;
            level: components["schemas"]["ClusterLevel"];
            /**
             * Format: double
             * @description Items, copies counted.
             */
            median_size: number;
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
        /** @description An answer that went out without a person. */
        MachineAnswer: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            pattern_id: string;
        };
        /** @description An attribute by which the map can be coloured and filtered. */
        MapAttribute: {
            /** @description Of a number or a date where its bands begin, ascending, without the first. */
            cuts: number[];
            /**
             * Format: double
             * @description See Lowest.
             */
            highest: null | number;
            kind: components["schemas"]["MapAttributeKind"];
            /**
             * Format: int32
             * @description Points that have it.
             */
            known: number;
            /**
             * Format: int32
             * @description Of a number or a date how many different values it has; a point's code is the place of its value among them, ascending and
             *     counted from 1.
             */
            levels: number;
            /**
             * Format: double
             * @description Of a number or a date.
             */
            lowest: null | number;
            name: string;
            /**
             * Format: int32
             * @description Points with a rarer value, whose code is the one behind the last value's.
             */
            others: number;
            /**
             * @description Of a boolean `false` and `true`; of a category its values, the most frequent first, at most
             *     int MapColumn.MostValues; else empty. A point's code is the place of its value here, counted from 1.
             */
            values: string[];
        };
        /** @description Which points an attribute lets through: those with any of the values, in any of the ranges. */
        MapAttributeFilter: {
            /** @description One that the map has, such as `channel`, `performance_ratio` or an item's attribute. */
            name: string;
            /** @description Whether points with a value too rare to be told apart pass. */
            others?: null | boolean;
            /** @description Of a number or a date. */
            ranges?: null | components["schemas"]["MapRange"][];
            /** @description Whether points without the attribute pass. */
            unknown?: null | boolean;
            /** @description Of a boolean or a category. */
            values?: null | string[];
        };
        /**
         * @description What the values of an attribute are.
         * @enum {string}
         */
        MapAttributeKind: "boolean" | "number" | "date" | "category";
        /** @description The attributes of the map, the most widely known first. */
        MapAttributeList: {
            items: components["schemas"]["MapAttribute"][];
            version: string;
        };
        /** @description A rectangle of the map. */
        MapBounds: {
            /** Format: double */
            bottom: number;
            /** Format: double */
            left: number;
            /** Format: double */
            right: number;
            /** Format: double */
            top: number;
        };
        /** @description A neighbourhood as it is written on the map. */
        MapLabel: {
            /**
             * Format: int32
             * @description Its point.
             */
            anchor: number;
            /** @description The member that lies nearest to the middle of all; the label stands at it. */
            anchor_item_id: string;
            /** @description Of all members. */
            bounds: components["schemas"]["MapBounds"];
            /** Format: uuid */
            cluster_id: string;
            /** Format: int32 */
            items: number;
            label: string;
            level: components["schemas"]["ClusterLevel"];
            /** Format: uuid */
            parent_id: null | string;
            /** Format: double */
            x: number;
            /** Format: double */
            y: number;
        };
        /** @description Items that are looked for on the map. */
        MapPlaceQuestion: {
            item_ids: string[];
        };
        /** @description Where items lie on the map. */
        MapPlaces: {
            /** @description Of each item its place among the points; null where the map has it not. */
            points: (null | number)[];
            version: string;
        };
        /** @description A place on the map. */
        MapPoint: {
            /** Format: double */
            x: number;
            /** Format: double */
            y: number;
        };
        /** @description A stretch of numbers, or of dates as seconds since 1970 in UTC. */
        MapRange: {
            /**
             * Format: double
             * @description Up to here, this one not included.
             */
            below?: null | number;
            /**
             * Format: double
             * @description From here on, this one included.
             */
            min?: null | number;
        };
        /** @description Which points of the map are wanted. */
        MapSelection: {
            /** @description Only points that pass all of them. */
            attributes?: null | components["schemas"]["MapAttributeFilter"][];
            /** @description Only members of these macros and mesos. */
            cluster_ids?: null | string[];
            /**
             * Format: double
             * @description At most so well.
             */
            max_ratio?: null | number;
            /**
             * Format: double
             * @description Only items that did at least so well against their channel's usual, as a ratio.
             */
            min_ratio?: null | number;
            /** @description Three corners at least; closed by itself. It may be concave and cross itself. */
            polygon: components["schemas"]["MapPoint"][];
        };
        /** @description How to read the columns of the map, and what is written on it. */
        MapSheet: {
            bounds: null | components["schemas"]["MapBounds"];
            /** @description Ids of the mesos: the column of clusters holds their places here. */
            clusters: string[];
            /**
             * Format: double
             * @description What the value 65,535 stands for.
             */
            highest_log: number;
            labels: components["schemas"]["MapLabel"][];
            /**
             * Format: double
             * @description What the value 1 stands for, as the logarithm of the performance ratio; 0 is no score.
             */
            lowest_log: number;
            /** Format: int32 */
            points: number;
            version: string;
        };
        /** @description What the matcher read differently from what was written. */
        MatchCorrection: {
            /** @description The word of the request. */
            from: string;
            /** @description spelling, plural, joined, split, synonym or negation. */
            reason: string;
            /** @description What was looked for instead or beside it; empty where it was not looked for. */
            to: string;
        };
        /** @description A neighbourhood that an item belongs to. */
        MatchedCluster: {
            /** Format: uuid */
            cluster_id: string;
            name: string;
        };
        /** @description A finding whose trait the item has, in a neighbourhood where it is. */
        MatchedFinding: {
            ci95: components["schemas"]["Interval95"];
            /** Format: uuid */
            cluster_id: null | string;
            feature: string;
            /** Format: uuid */
            finding_id: string;
            /**
             * Format: double
             * @description What it does beside the other confirmed traits of its neighbourhood.
             */
            joint_multiplier: number;
            /**
             * Format: double
             * @description What is to be expected of the trait alone.
             */
            multiplier: number;
            scope: string;
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
            exemplar: null | components["schemas"]["CodeExemplar"];
            explain: null | components["schemas"]["ResultExplanation"];
            kind: components["schemas"]["PatternKind"];
            metadata: components["schemas"]["MatchedMetadata"];
            name: string;
            /** Format: uuid */
            pattern_id: string;
            pattern_type: string;
            /** @description What it is for, in one sentence; null where it does not say. */
            purpose: null | string;
            /** @description The same steps as plain texts, in the same order. */
            recommendations: null | string[];
            /** @description All of the pattern's own steps in its order, those near to a requirement marked. */
            steps: components["schemas"]["MatchedStep"][];
        };
        /** @description A step of a matched pattern. */
        MatchedStep: {
            /** @description Whether it is near to a requirement of the request. */
            near: boolean;
            /** @description What is to be done. */
            text: string;
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
        MatchField: "name" | "aliases" | "tags" | "intent" | "past_intents" | "description" | "steps" | "setting";
        /**
         * @description Which patterns are considered at all. Values of one field are alternatives, fields add up; an empty list leaves its field
         *     open, except that statuses default to active.
         */
        MatchFilters: {
            kinds?: null | string[];
            /** @description Code in any of these languages, such as `python` and `csharp`; what has no language does not pass. */
            languages?: null | string[];
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
            /** @description Whether any of IReadOnlyList&lt;string&gt; MatchFilters.Tags will do, or all must be there. */
            tag_mode?: components["schemas"]["TagMode"];
            /** @description Patterns with any of these tags, or with all (TagMode MatchFilters.TagMode), in capitals or not. */
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
            /**
             * @description What a result must not be called or tagged: with `redis`, no pattern comes that has it in its name, an alias, its intent or
             *     as a tag, unless the name turns it ("without redis"). At most 20.
             */
            exclude?: null | string[];
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
            /** @description The team whose outcomes, learned intents and calibration count (LearningNamespace); null for those of all. */
            namespace?: null | string;
            /**
             * Format: int32
             * @description How many of the best are passed over, 0 to 400: `next_offset` of the answer before asks for what follows it.
             */
            offset?: null | number;
            /** @description What the result has to fulfil; counts as much as the intent, and marks the steps of a pattern that are near to it. */
            requirements?: null | string[];
        };
        /** @description Ranked patterns for a MatchRequest. */
        MatchResponse: {
            /**
             * Format: int32
             * @description Of the patterns that were looked at, those with something in common with the request below its least confidence.
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
            /** @description What each filter of the request took away, in the order applied, and which of its values no pattern has. */
            filters: components["schemas"]["FilterEffect"][];
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
            nearest_below: null | components["schemas"]["NearestBelow"];
            /**
             * Format: int32
             * @description The offset that shows what follows; null where nothing does.
             */
            next_offset: null | number;
            /**
             * @description Whether nothing is shown: the filters leave nothing, nothing reaches the least confidence, or nobody knows a word of the
             *     request. Then nothing is recorded either.
             */
            nothing_fits: boolean;
            /**
             * Format: int32
             * @description How many better ones were passed over, as asked for.
             */
            offset: number;
            query_metadata: components["schemas"]["MatchQueryMetadata"];
            /**
             * Format: int32
             * @description Of the patterns that were looked at, those that have anything in common with the request and reach its least confidence;
             *     more than are shown where the limit cuts. Looked at are the 300 that share most words, the 300 nearest in meaning and those
             *     that are named: of a large catalogue nobody counts the rest.
             */
            total_matches: number;
        };
        MeasurePost: {
            snapshots: components["schemas"]["MetricSnapshot"][];
        };
        /**
         * @description How an item came to its place.
         * @default run
         * @enum {string}
         */
        MemberOrigin: "run" | "placed" | "moved";
        MergeClusters: {
            /** Format: uuid */
            other_id: string;
        };
        /** @description A family that another took up. */
        MergedFamily: {
            family_id: string;
            into: string;
            into_family_id: string;
            template: string;
        };
        MergeFamilies: {
            from: string;
            into: string;
        };
        /** @description Which pattern shall stand for another. */
        MergePattern: {
            /**
             * Format: uuid
             * @description The one that stays, with its words.
             */
            into: string;
        };
        /** @enum {unknown} */
        MessageAuthor: "customer" | "operator" | "self" | "bot" | null;
        /** @description One request in several messages. */
        MessageBurst: {
            /** Format: date-time */
            first_at: string;
            /** Format: date-time */
            last_at: string;
            /** @description All of them, one a line, without personal data. */
            text: string;
        };
        /** @enum {unknown} */
        MessageChange: "new" | "edited" | "deleted" | null;
        /** @description An arm against the control in one metric. */
        MetricComparison: {
            /**
             * Format: double
             * @description Corrected for all comparisons that decide; a guardrail's own.
             */
            adjusted_p: number;
            arm: string;
            /** Format: double */
            arm_value: null | number;
            /**
             * Format: double
             * @description Corrected by earlier data where these are used; of a switchback on the log scale.
             */
            control_value: null | number;
            days: components["schemas"]["DayResult"][];
            /**
             * Format: date
             * @description The day on which the verdict came.
             */
            decided_on: null | string;
            /**
             * Format: double
             * @description Arm less control: in the metric's unit; of a switchback the difference of logarithms. Null before anything can be compared.
             */
            difference: null | number;
            earlier_data: null | components["schemas"]["EarlierData"];
            interval: null | components["schemas"]["DifferenceInterval"];
            /**
             * Format: double
             * @description 1 − this is what the interval holds at.
             */
            level: number;
            /**
             * Format: double
             * @description The same as a part of the control's value.
             */
            lift: null | number;
            metric: string;
            /** Format: double */
            observations: number;
            /**
             * Format: double
             * @description Valid however often one looks; never rises.
             */
            p: number;
            verdict: components["schemas"]["Verdict"];
        };
        /** @enum {unknown} */
        MetricKind: "mean" | "proportion" | "ratio" | null;
        /** @enum {unknown} */
        MetricRole: "decision" | "guardrail" | null;
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
        /** @description What a run's mining is worth, measured on the items that did not take part in finding. */
        MiningNumbers: {
            /**
             * Format: double
             * @description Of what came on what was expected; 1 is honest, below 1 promises too much.
             */
            calibration_slope: null | number;
            /** Format: int32 */
            confirmed: number;
            /** Format: int32 */
            controls_found: number;
            /** Format: int32 */
            controls_tested: number;
            /**
             * Format: double
             * @description Between what was expected and what came, weighted by precision, over everything tested; null with fewer than three.
             */
            correlation: null | number;
            /**
             * Format: double
             * @description The most that a perfect forecast could reach, given the noise of what came.
             */
            correlation_ceiling: null | number;
            /** Format: int32 */
            found: number;
            /**
             * Format: double
             * @description The share of what came that lay inside its 95 % interval.
             */
            interval_coverage: null | number;
            /**
             * Format: double
             * @description Of single later items, by the traits found; below 0 is worse than none.
             */
            out_of_sample_r2: null | number;
            /**
             * Format: double
             * @description How many chance alone would have found, a run.
             */
            permutation_discoveries: null | number;
            /**
             * Format: double
             * @description The same as a share of those found; null where none was.
             */
            permutation_share: null | number;
            /**
             * Format: double
             * @description Of those found, the share that kept its direction; null where none was found.
             */
            same_sign: null | number;
            /**
             * Format: double
             * @description Of single later items on the sums of their traits' effects: what is kept of what sums promise.
             */
            sum_slope: null | number;
            /**
             * Format: int32
             * @description Traits in scopes.
             */
            tested: number;
        };
        /** @description An approval with other words. */
        ModifyReply: {
            text: string;
            /** Format: int32 */
            version?: null | number;
        };
        MoveItem: {
            item_id: string;
        };
        /** @enum {unknown} */
        NameReview: "unreviewed" | "reviewed" | null;
        /** @description A pattern that is not sure enough to be shown. */
        NearestBelow: {
            /**
             * Format: double
             * @description 0..1.
             */
            confidence_score: number;
            name: string;
            /** Format: uuid */
            pattern_id: string;
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
         * @description When the machine may answer, by the local clock on the wall. What becomes automatic in quiet hours is held until they are over;
         *     clocks that are set forward or back move with it.
         */
        OpeningHours: {
            /** @description Local days that are quiet as a whole. */
            holidays: string[];
            /**
             * Format: time
             * @description Local time from which it is quiet.
             */
            quiet_from: string;
            /**
             * Format: time
             * @description Local time to which it is quiet; equal to TimeOnly OpeningHours.QuietFrom for no quiet hours at all.
             */
            quiet_to: string;
            /** @description Open in spite of quiet hours. */
            shifts: components["schemas"]["OpenShift"][];
            /** @description A name of the IANA time zone database, such as `Europe/Oslo`. */
            time_zone: string;
        };
        /** @description A time of the week in which it is open though the hours say otherwise. */
        OpenShift: {
            /** @description The local day on which it begins. */
            day: components["schemas"]["DayOfWeek"];
            /** Format: time */
            from: string;
            /**
             * Format: time
             * @description At or before From it ends on the day after.
             */
            to: string;
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
            /** @description The team whose matches learn from it (LearningNamespace), of a use that came from no match; a match has its own. */
            namespace?: null | string;
            /** @description How it ended. */
            outcome: components["schemas"]["UseOutcome"];
            /**
             * Format: uuid
             * @description The use it belongs to; when null a use is recorded with it.
             */
            use_id?: null | string;
        };
        /** @description What to expect of an item, by its traits alone. */
        OutcomeForecast: {
            /**
             * Format: double
             * @description What later items kept of what such sums promised, in the last run; the sum is drawn in by it. Null where it was not measured,
             *     and the sum then stands as it is.
             */
            calibration_slope: null | number;
            /** @description Of the expectation, not of the single item: that varies far more. */
            ci95: components["schemas"]["Interval95"];
            findings: components["schemas"]["MatchedFinding"][];
            /**
             * Format: double
             * @description Against its channel's usual; 1 where no trait of it is known to matter.
             */
            multiplier: number;
            /**
             * Format: double
             * @description The share of the differences between single later items that the sums explained.
             */
            out_of_sample_r2: null | number;
        };
        /** @description An outcome as an import brings it. */
        OutcomeLine: {
            /** Format: date-time */
            at: unknown;
            /** @description One that the experiment's metrics count. */
            outcome: string;
            unit: string;
            /**
             * Format: double
             * @description 1 when not given: it happened once.
             */
            value?: null | number;
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
        /** @description One lease of a part of a run. */
        PartAttempt: {
            /** Format: date-time */
            ended_at: null | string;
            /**
             * Format: int32
             * @description Higher than that of every earlier lease of the run.
             */
            fence: number;
            /** Format: date-time */
            leased_at: string;
            outcome: components["schemas"]["PartOutcome"];
            /**
             * Format: int32
             * @description The number of a macro; −1 for the corpus as a whole.
             */
            part: number;
            /** @description Its machine and process. */
            worker: string;
        };
        /** @description An effect in one part of the time, as a ratio; 1 is none. */
        PartEffect: {
            /** Format: int32 */
            channels: number;
            ci95: components["schemas"]["Interval95"];
            /**
             * Format: double
             * @description How many channels it is worth, counted by their weight.
             */
            effective_units: number;
            /** Format: double */
            multiplier: number;
            /**
             * Format: double
             * @description Two-sided.
             */
            p: number;
            /**
             * Format: int32
             * @description Items with the trait that have something to be compared with.
             */
            support: number;
        };
        /**
         * @description How a lease ended.
         * @enum {string}
         */
        PartOutcome: "working" | "committed" | "expired" | "refused" | "abandoned";
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
        /** @description What a trait does in a neighbourhood, in short. */
        PatternEffectiveness: {
            /** Format: int32 */
            channels: number;
            /**
             * Format: uuid
             * @description Null for the whole corpus.
             */
            cluster_id: null | string;
            cluster_name: string;
            /** Format: double */
            expected_multiplier: number;
            feature: string;
            /** Format: uuid */
            finding_id: string;
            level: null | components["schemas"]["ClusterLevel"];
            /** Format: double */
            multiplier: number;
            state: components["schemas"]["FindingState"];
            /** Format: int32 */
            support: number;
        };
        /** @description What people made of a pattern's answers: a Beta posterior that forgets. */
        PatternEvidence: {
            /**
             * Format: double
             * @description Mean of the posterior from a flat prior, 0 to 1.
             */
            confidence: number;
            /** Format: int32 */
            failures: number;
            /**
             * Format: double
             * @description Nine in ten that it is better than that.
             */
            low_confidence: number;
            /**
             * Format: uuid
             * @description The pattern that it was merged into, to which everything goes from then on; null where it stands by itself.
             */
            merged_into: null | string;
            mode: components["schemas"]["PatternMode"];
            /** Format: date-time */
            mode_since: null | string;
            /** Format: int32 */
            modifications: number;
            /** @description Its last uses, the newest last: whether a person overrode it. */
            overridden: boolean[];
            /** Format: int32 */
            overrides: number;
            /** Format: uuid */
            pattern_id: string;
            /**
             * Format: double
             * @description Decayed: answers sent as they were, or nearly.
             * @default 0
             */
            right: number;
            /**
             * Format: date
             * @description The last day (UTC) whose step back was taken; null where none was due yet.
             */
            stepped_back_on: null | string;
            /**
             * Format: double
             * @description What the steps of the profile increments came to, 0 to 1; kept under every profile, so that it may be changed at any time.
             */
            steps: number;
            /** Format: double */
            success_rate: null | number;
            /** Format: int32 */
            successes: number;
            /**
             * Format: int32
             * @description Labelled decisions in which it was the candidate.
             */
            trials: number;
            /**
             * Format: double
             * @description Decayed: answers that were rejected, rewritten or undone.
             * @default 0
             */
            wrong: number;
        };
        /** @description A message from which a pattern was learned. */
        PatternExample: {
            actor: string;
            /** Format: date-time */
            at: string;
            /**
             * Format: uuid
             * @description By it the lesson is forgotten.
             */
            lesson_id: string;
            /** @description Without personal data. */
            text: string;
            /**
             * Format: double
             * @description How many labelled decisions it stands for; 0 for an example that was given or imported.
             */
            weight: number;
        };
        /**
         * @description What a list of patterns can be narrowed by, with counts.
         * @enum {string}
         */
        PatternFacet: "kind" | "pattern_type" | "status" | "tag" | "language" | "repository" | "quality";
        /**
         * @description The facets of a list. Each is counted with the filters of all others applied; tags, where a pattern must have all that are
         *     filtered by, with the tags applied too. Tags stand in lower case.
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
        /**
         * @description How far a pattern may go; it climbs one step at a time and falls at once.
         * @enum {string}
         */
        PatternMode: "shadow" | "queue" | "suggest" | "auto";
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
        /** @description How many items a neighbourhood has of a period. */
        PeriodCount: {
            /** @description The last one: more of it may come. */
            is_partial: boolean;
            /** Format: int32 */
            items: number;
            /**
             * Format: double
             * @description Of all items of the period; null where there are none.
             */
            share: null | number;
            /**
             * Format: date
             * @description Its first day in the zone.
             */
            start: string;
            /** @description What tells it from the neighbourhood's other periods; only where one neighbourhood was asked for. */
            words: string[];
        };
        /** @description What a trait did in one period. */
        PeriodEffect: {
            /**
             * Format: int32
             * @description Channels of the support.
             */
            channels: number;
            ci95: null | components["schemas"]["Interval95"];
            /** @description The last one: more of it may come. */
            is_partial: boolean;
            /**
             * Format: int32
             * @description Scored items of the scope that have the trait, re-posts folded.
             */
            items: number;
            /**
             * Format: double
             * @description With the trait against without, inside channel and period; null where nothing can be compared.
             */
            multiplier: null | number;
            /**
             * Format: date
             * @description Its first day in the zone.
             */
            start: string;
            /**
             * Format: int32
             * @description Those of them that have something to be compared with in their channel and period.
             */
            support: number;
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
            /** @description The last 28 days, the oldest first. */
            diversity_by_day: components["schemas"]["DiversityDay"][];
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
        PinCluster: {
            /** @default true */
            is_pinned: boolean;
        };
        /** @description What is known before an experiment, and what it is to show. */
        PlanQuestion: {
            /** Format: double */
            alpha?: null | number;
            /** Format: int32 */
            arms?: null | number;
            /**
             * Format: double
             * @description The control's usual value: mean of a unit, share of units (0 to 1), or outcome of a day for a switchback.
             */
            baseline: number;
            design?: components["schemas"]["ExperimentDesign"];
            /**
             * Format: double
             * @description Between units, for a mean or a ratio; a proportion needs none.
             */
            deviation?: null | number;
            /**
             * Format: double
             * @description The correlation of units' values with their earlier ones, 0 to 1; 0 where there are none.
             */
            earlier_correlation?: null | number;
            /**
             * @description Of a switchback: outcomes of days that were, oldest first, two weeks at least; from how they differ between the same weekdays
             *     follows what can be seen.
             */
            earlier_days?: null | number[];
            kind?: components["schemas"]["MetricKind"];
            /**
             * Format: double
             * @description The lift that matters, as a part of the baseline: .05 is 5 % more.
             */
            lift: number;
            /**
             * Format: int32
             * @description Metrics that decide.
             */
            metrics?: null | number;
            /**
             * Format: int32
             * @description How long one is ready to wait.
             */
            most_days?: null | number;
            /**
             * Format: double
             * @description How surely a lift of this size is to be found.
             */
            power?: null | number;
            /**
             * Format: double
             * @description Units that come a day, in all arms; not for a switchback.
             */
            units_a_day?: null | number;
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
             * @description How far it works where it fits, 0..1 (double SuccessPosterior.Trust): no part of P, but of its confidence.
             */
            trust: number;
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
            /**
             * @description The decision that chose it while the store was down: without a reservation it is kept as a fallback, which no comparison
             *     counts. A reservation knows its own.
             */
            decision_id?: null | string;
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
        /** @description A group of units in which the ratio is off. */
        RatioCause: {
            arms: components["schemas"]["ArmCount"][];
            /** @description Such as `os`; `day` is the day of first exposure. */
            attribute: string;
            /** Format: double */
            chi_squared: number;
            /**
             * Format: double
             * @description Times the number of groups that were looked at.
             */
            p: number;
            /**
             * Format: double
             * @description Of all the other units: a large one says that the fault is in this group alone.
             */
            p_without: number;
            value: string;
        };
        /**
         * @description What the arms' counts say of the experiment.
         * @enum {string}
         */
        RatioState: "holds" | "practically_small" | "alarm";
        Readiness: {
            checks: components["schemas"]["HealthCheck"][];
            ready: boolean;
            vectors: null | components["schemas"]["VectorStatus"];
        };
        /** @description What is recommended. */
        Recommendation: {
            items: components["schemas"]["RecommendedItem"][];
            /** @description Why a list that was asked for is empty. */
            reason: null | string;
            suggestions: components["schemas"]["Suggestion"][];
        };
        /** @description An item that is like the examples. */
        RecommendedItem: {
            item_id: string;
            /**
             * Format: double
             * @description By the strategy; comparable inside one answer alone.
             */
            score: number;
            text: string;
        };
        /** @description What to recommend: ways to write about a concept, or items like others. */
        RecommendRequest: {
            /** @description What it shall be about; confirmed findings are then turned into suggestions. */
            concept?: null | string;
            dislikes?: null | components["schemas"]["Example"][];
            /** @description Only items with these attributes, and `channel`. */
            filters?: null | Record<string, unknown>;
            /** @description Items are then recommended that are near to these. */
            likes?: null | components["schemas"]["Example"][];
            /**
             * Format: int32
             * @description 10 when not given.
             */
            limit?: null | number;
            strategy?: components["schemas"]["ExampleStrategy"];
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
        /** @description A line of an import that was not taken. */
        RefusedItem: {
            /**
             * Format: int64
             * @description Where it begins, counted from 1.
             */
            line: number;
            /** @description What is wrong with it. */
            reason: string;
        };
        /** @description A line that was refused, and why. */
        RefusedLine: {
            /** Format: int64 */
            line: number;
            reason: string;
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
        /** @description Why what waited is not sent. */
        RejectReply: {
            /** @description A code such as `wrong`, `outdated` or `tone`. */
            reason: string;
            /** Format: int32 */
            version?: null | number;
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
        RenameCluster: {
            name: string;
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
        /** @description What a decision pattern answers: the body of a catalogued pattern of the kind `decision`. */
        ReplyBody: {
            /** @description Names of what is done besides, in their order. */
            actions: string[];
            /** @description A message with a file may be answered too. */
            allows_attachments: boolean;
            /** @description The switch that an administrator sets when it shall be. */
            auto: boolean;
            /** @description Whether such a reply can be sent without a person at all. */
            auto_executable: boolean;
            /** @description The language of the template, as ISO 639-1; null where its own words shall tell. */
            language: null | string;
            /** Format: date-time */
            review_after: null | string;
            /** @description Until somebody says otherwise a reply is about the customer, not static. */
            risk: components["schemas"]["RiskClass"];
            /** @description Where the answer comes from. */
            source: null | string;
            /** @description What the answer came from stands no longer: it is not automatic from then on. */
            source_withdrawn: boolean;
            /** @description The reply, with places as ReplyTemplate has them. */
            template: string;
            /** @description What it is about; a person's reply on the same topic silences it longer. */
            topic: null | string;
            /** @description Reviewed translations of the template by language, as ISO 639-1. */
            translations: {
                [key: string]: string;
            };
            /**
             * Format: date-time
             * @description Not automatic from then on.
             */
            valid_until: null | string;
        };
        /** @enum {unknown} */
        ReplyKind: "reply" | "note" | "bot" | "system" | null;
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
        /** @description Which answer stands. */
        ResolveConflict: {
            /** Format: uuid */
            pattern_id: string;
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
        /** @description What a reviewer says of a candidate. */
        ReviewCandidate: {
            /**
             * @description Whether it shall stand although another pattern says nearly the same.
             * @default false
             */
            allow_similar: boolean;
            approve: boolean;
            /** @description The pattern's; the beginning of the template where it is not given. */
            name?: null | string;
            reply?: null | components["schemas"]["ReplyBody"];
        };
        /** @description A family whose template reads otherwise now. */
        RewordedFamily: {
            after: string;
            before: string;
            family_id: string;
        };
        /** @enum {unknown} */
        RiskClass: "r0" | "r1" | "r2" | "r3" | null;
        /**
         * @description What a rule that applies does.
         * @enum {string}
         */
        RuleEffect: "never_automatic" | "alert" | "wants_person";
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
        /** @description How far a run is. */
        RunProgress: {
            /**
             * Format: int64
             * @description Of Total; both null where a step cannot tell.
             */
            done: null | number;
            /**
             * Format: double
             * @description Since its worker began; told at least every two seconds.
             */
            elapsed_seconds: null | number;
            /**
             * Format: double
             * @description Until its end if what is left goes as what was done; null while that cannot be told.
             */
            left_seconds: null | number;
            step: components["schemas"]["RunStep"];
            /** Format: int64 */
            total: null | number;
        };
        /** @description What a run came to. */
        RunReport: {
            /** Format: int32 */
            channels: number;
            /**
             * Format: int32
             * @description Items that say the same as an earlier one.
             */
            copies: number;
            events: components["schemas"]["ClusterEvent"][];
            /** Format: int32 */
            evidence_rows: number;
            /** Format: int32 */
            folded: number;
            /** @description False where the neighbourhoods are chance's: nothing is then published. */
            is_stable: boolean;
            /**
             * Format: int32
             * @description Read.
             */
            items: number;
            levels: components["schemas"]["LevelReport"][];
            numbers: null | components["schemas"]["MiningNumbers"];
            /** Format: int32 */
            patterns_written: number;
            remarks: string[];
            /**
             * Format: double
             * @description −1 to 1, about 0 for noise; null where one meso holds all.
             */
            stability: null | number;
            /** @description Left out of mining, by reason. */
            unscored: {
                [key: string]: number;
            };
            /**
             * Format: int32
             * @description Left out of neighbourhoods: no vector, or one of zeros.
             */
            without_vector: number;
        };
        /** @description Settings to run saved messages under. */
        RunSaved: {
            draft?: null | components["schemas"]["DecisionOverrides"];
        };
        /**
         * @description How a run stands.
         * @enum {string}
         */
        RunState: "running" | "finished" | "cancelled" | "failed";
        /**
         * @description What a run does at the moment, in the order in which it does it.
         * @enum {string}
         */
        RunStep: "reading" | "embedding" | "clustering" | "naming" | "mining" | "drawing" | "writing";
        /** @description Words that stop the machine. */
        SafetyRule: {
            effect: components["schemas"]["RuleEffect"];
            /** @description Regular expressions beside the phrases. They never backtrack, are looked for in the folded words with one blank between them, and are refused when saved where they match everything or are slow. */
            expressions: null | string[];
            /** @description Given as the reason. */
            name: string;
            /** @description Each one or more whole words; case, accents, invisible characters and look-alike letters make no difference, and no phrase is found inside a word. */
            phrases: string[];
            /**
             * @description The message must be nothing but the phrase, a please or thanks aside.
             * @default false
             */
            whole_message: boolean;
        };
        SaidBefore: {
            /** Format: date-time */
            at: string;
            /** @description Equal for the same words; tells nothing of them. */
            fingerprint: string;
        };
        /** @description Whether the arms have as many units as they were to have. */
        SampleRatioCheck: {
            arms: components["schemas"]["ArmCount"][];
            /** @description Groups of units in which the ratio is off, the clearest first; only beside an alarm. */
            causes: components["schemas"]["RatioCause"][];
            /** Format: double */
            chi_squared: number;
            /**
             * Format: double
             * @description The most that an arm is off, as a part of what it should have.
             */
            deviation: number;
            /**
             * Format: double
             * @description For one look alone.
             */
            p: number;
            /**
             * Format: double
             * @description For as many looks as there were (MultinomialSequence); never rises.
             */
            sequential_p: number;
            state: components["schemas"]["RatioState"];
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
        /** @description A message that is kept with what is expected of it. */
        SavedMessage: {
            expected: components["schemas"]["DecisionAction"];
            message: components["schemas"]["InboundMessage"];
            name: string;
            /**
             * Format: uuid
             * @description The pattern that is expected; null where any will do.
             */
            pattern_id?: null | string;
        };
        /** @description How a saved message ended. */
        SavedResult: {
            actual: components["schemas"]["DecisionAction"];
            expected: components["schemas"]["DecisionAction"];
            is_as_expected: boolean;
            name: string;
            /** Format: uuid */
            pattern_id: null | string;
            reason: string;
            was: null | components["schemas"]["DecisionAction"];
        };
        /** @description How all of them ended. */
        SavedRun: {
            /** Format: int32 */
            changed: number;
            /** Format: int32 */
            failed: number;
            /** Format: int32 */
            passed: number;
            results: components["schemas"]["SavedResult"][];
        };
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
        /** @description A day with its arm. */
        ScheduledDay: {
            arm: string;
            /** Format: date */
            day: string;
        };
        /** @description Points inside a polygon that pass the filters. */
        SelectedPoints: {
            /** Format: int32 */
            count: number;
            /** @description The same as ids, the first of them. */
            item_ids: string[];
            /** @description Their places among all points, ascending. */
            points: number[];
            version: string;
        };
        /** @description A slot of a decision. */
        SelectedVariant: {
            cap_cost: null | components["schemas"]["CapCost"];
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
            /**
             * Format: double
             * @description Expected successes an impression that the promised shares cost in this slot; null where none are promised.
             */
            shares_cost: null | number;
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
        /** @description The user's own selection of items: ids, such as those inside a lasso, or a filter, or both. */
        SelectionQuestion: {
            /**
             * Format: date-time
             * @description Published before this time.
             */
            before?: unknown;
            /**
             * Format: uuid
             * @description A neighbourhood of any level.
             */
            cluster_id?: null | string;
            /** @description Only items with these attributes, and `channel`. */
            filters?: null | Record<string, unknown>;
            item_ids?: null | string[];
            /**
             * Format: date-time
             * @description Published at this time or later.
             */
            since?: unknown;
        };
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
        /** @description How far a pattern agreed with people. */
        ShadowPattern: {
            /**
             * Format: int32
             * @description Those that he answered with it.
             */
            agreed: number;
            /**
             * Format: int32
             * @description Those that a person answered.
             */
            answered: number;
            /**
             * Format: int32
             * @description Messages for which it was the first candidate.
             */
            decided: number;
            name: null | string;
            /** Format: uuid */
            pattern_id: string;
            /**
             * Format: int32
             * @description Those of them that the person answered otherwise.
             */
            would_be_wrong: number;
            /**
             * Format: int32
             * @description Those of the answered whose confidence reached the threshold.
             */
            would_send: number;
            /** @description What would have gone wrong, the surest first. */
            wrong: components["schemas"]["WhatIfExample"][];
        };
        /** @description What the machine would have done, held against what people did. */
        ShadowReport: {
            /** Format: int32 */
            agreed: number;
            /** Format: int32 */
            answered: number;
            /** Format: int32 */
            messages: number;
            patterns: components["schemas"]["ShadowPattern"][];
            /**
             * Format: date-time
             * @description Of the first message in it; null without one.
             */
            since: null | string;
            weeks: components["schemas"]["ShadowWeek"][];
        };
        /** @description A week of it. */
        ShadowWeek: {
            /** Format: int32 */
            agreed: number;
            /** Format: int32 */
            answered: number;
            /**
             * Format: date
             * @description Its first day, UTC.
             */
            monday: string;
            /** Format: int32 */
            would_be_wrong: number;
            /** Format: int32 */
            would_send: number;
        };
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
         * @description Shares of the signals of one request in S = Σ wᵢ·sᵢ/max(sᵢ), the convex combination of signals each divided by its maximum
         *     over the filtered set; reciprocal rank fusion was worse on every set. SignalMixture chooses them.
         */
        SignalWeights: {
            /** Format: double */
            bm25: number;
            /** Format: double */
            char: number;
            /** @description The shares, for people. */
            key: null | string;
            /** Format: double */
            lsi: number;
            /**
             * Format: double
             * @description Of a sentence model or an embedding endpoint; 0 without one.
             */
            neural: number;
            /**
             * Format: double
             * @description How far the prior can lower a score: rank = S·(1 − reach + reach·P).
             */
            prior_reach: number;
            /**
             * Format: double
             * @description Of the offline vectors; 0 beside a model, which says more of the same.
             */
            vec: number;
        };
        /** @description A pattern that means something like another. */
        SimilarPattern: {
            /**
             * Format: double
             * @description Of their vectors, −1 to 1.
             */
            cosine: number;
            kind: components["schemas"]["PatternKind"];
            name: string;
            /** Format: uuid */
            pattern_id: string;
        };
        /** @description Patterns by how near they are to one in meaning, the nearest first. */
        SimilarPatternList: {
            /** @description Those that mean something like the pattern. */
            alike: null | components["schemas"]["SimilarPattern"][];
            /**
             * Format: double
             * @description From so large a cosine on, two patterns of this model mean something like each other.
             */
            alike_from: number;
            /** @description Whose vectors were compared: the sentence model's, without one the lexicon's. */
            embedding_model: string;
            items: components["schemas"]["SimilarPattern"][];
        };
        /** @description What came of them. */
        SimulationAnswer: {
            /**
             * Format: double
             * @description The share in which a plain test at the same α, looked at daily, would have declared one.
             */
            daily_z_test: number;
            /**
             * Format: double
             * @description The share in which a difference was declared on any day: false ones where the lift is 0.
             */
            declared: number;
            /** @description What that share may be. */
            declared_ci95: components["schemas"]["WilsonInterval"];
            /**
             * Format: int32
             * @description Until it was declared; null where it was in less than half of the runs.
             */
            median_days: null | number;
            /** Format: int32 */
            runs: number;
            /**
             * Format: double
             * @description The share declared against the true lift.
             */
            wrong_direction: number;
        };
        /** @description Experiments that never were, to see how often the test errs and how soon it finds. */
        SimulationQuestion: {
            /** Format: double */
            alpha?: null | number;
            /**
             * Format: double
             * @description The control's share, or mean.
             */
            baseline?: null | number;
            /** Format: int32 */
            days?: null | number;
            /**
             * Format: double
             * @description Between units, of a mean.
             */
            deviation?: null | number;
            /** @description A mean or a proportion. */
            kind?: components["schemas"]["MetricKind"];
            /**
             * Format: double
             * @description The true lift as a part of the baseline; 0 compares an arm with itself (A/A).
             */
            lift?: null | number;
            /** Format: int32 */
            runs?: null | number;
            /** Format: int64 */
            seed?: null | number;
            /**
             * Format: int32
             * @description In both arms.
             */
            units_a_day?: null | number;
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
            cap_cost: null | components["schemas"]["CapCost"];
            /** @description All that could have been drawn, with theirs; they sum to 1. */
            eligible: components["schemas"]["VariantProbability"][];
            family_id: string;
            /**
             * Format: double
             * @description Exactly the probability that it was drawn with, given the earlier slots.
             */
            probability: number;
            relaxed: components["schemas"]["RelaxReason"][];
            /**
             * Format: double
             * @description What the promised shares of groups cost here: expected successes an impression without them less those with them, Σ(p − p′)·E[score].
             *     Null where none are promised.
             */
            shares_cost: null | number;
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
        /** @description A part of a family that is one of its own now; posts that were made stay where they were counted. */
        SplitFamily: {
            family_id: string;
            new: string;
            new_family_id: string;
            template: string;
        };
        /** @description What is asked of a run. */
        StartRun: {
            hierarchy?: components["schemas"]["HierarchySettings"];
            /**
             * Format: double
             * @description From how many times its channel's usual on an item counts as a hit, of which findings tell the share. It chooses no items: of
             *     hits alone there is nothing to compare with.
             */
            performance_threshold?: null | number;
            /**
             * Format: double
             * @description The least cosine, 0 to 1, at which an item belongs to a known topic that asks for none of its own.
             */
            similarity_threshold?: null | number;
            /** @description Everything is done and told, nothing is written but the run itself. */
            test_mode?: null | boolean;
            /**
             * @description Lists of words of one's own, by name: saying any of a list's words is a trait (`words:NAME`). A word that ends with
             *     `*` stands for all that begin so. They stand beside those of English (pronouns, articles, positive and negative words);
             *     one of the same name stands in its place. At most 50 lists of 5,000 words.
             */
            word_lists?: null | {
                [key: string]: string[];
            };
        };
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
            without_tests?: null | boolean;
        };
        /** @description A lesson as it is kept; the log of them is the truth from which the matcher is built. */
        StoredLesson: {
            actor: string;
            /** Format: date-time */
            at: string;
            customer_id: null | string;
            /** Format: uuid */
            execution_id: null | string;
            history: string[];
            /** @description The id of the pattern, or string DecisionModel.Custom. */
            label: string;
            /** Format: uuid */
            lesson_id: string;
            /** @description The person's words without personal data; null where a pattern says them. */
            reply: null | string;
            risk: components["schemas"]["RiskClass"];
            /** @description The customer's words without personal data. */
            text: string;
            /**
             * Format: double
             * @description See Lesson.
             */
            weight: number;
        };
        /** Format: binary */
        Stream: string;
        /**
         * @description What was taken out of a message before it was decided.
         * @enum {string}
         */
        StrippedKind: "quote" | "signature";
        /** @description A part of a message that is not its own new words. */
        StrippedPart: {
            kind: components["schemas"]["StrippedKind"];
            text: string;
        };
        /**
         * @description What a pattern did: a Beta posterior over its outcomes. With weighed successes s and failures f (OutcomeWeight)
         *     and the mean p₀ of its type, success ~ Beta(m·p₀ + s, m·(1 − p₀) + f), m = double SuccessPosterior.PriorStrength.
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
             * @description The mean success of the type's patterns, 0 to 1 exclusive; ½ where none has an outcome yet.
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
            /**
             * Format: double
             * @description What the failures count.
             */
            weighed_failures: number;
            /**
             * Format: double
             * @description What the successes count: those of one actor on one day say less the more they are.
             */
            weighed_successes: number;
        };
        /** @description A way to write, with what speaks for it. */
        Suggestion: {
            /** @description Items that did well with it. */
            evidence: string[];
            /** Format: double */
            expected_multiplier: number;
            feature: string;
            /** Format: uuid */
            finding_id: string;
            /**
             * Format: double
             * @description The end of its 95 % interval that promises least; suggestions are ranked by it.
             */
            lower_bound: number;
            scope: string;
            /** @description A title's template with the concept in it, or what to do. */
            text: string;
        };
        SwitchFamilies: {
            state: string;
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
        /** @enum {unknown} */
        TagMode: "any" | "all" | null;
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
        /** @description A known topic and how many items the last run, and what came since, put there. */
        TopicSize: {
            /**
             * Format: int32
             * @description Null where no run has met it yet.
             */
            items: null | number;
            topic: components["schemas"]["KnownTopic"];
        };
        TrafficRequest: {
            /** Format: double */
            traffic: number;
        };
        /** @enum {unknown} */
        TrendDirection: "flat" | "rising" | "falling" | null;
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
        /**
         * @description A stretch of the calendar.
         * @enum {string}
         */
        TrendPeriod: "month" | "week" | "quarter" | "year";
        /** @description What is asked of trends. */
        TrendQuestion: {
            /**
             * Format: uuid
             * @description Only this one, with the words of its periods.
             */
            cluster_id?: null | string;
            /** @description All neighbourhoods of this level. */
            level?: components["schemas"]["ClusterLevel"];
            period?: components["schemas"]["TrendPeriod"];
            /** @description The time zone whose calendar counts (IANA). */
            zone?: null | string;
        };
        /** @description All that were asked for, in the order of the neighbourhoods. */
        TrendReport: {
            clusters: components["schemas"]["ClusterTrend"][];
            /**
             * Format: int32
             * @description Whole periods that a direction needs.
             */
            needed_periods: number;
            period: components["schemas"]["TrendPeriod"];
            zone: string;
        };
        /** @enum {unknown} */
        TurnRole: "customer" | "operator" | "bot" | "note" | "system" | null;
        /** @description What an import of exposures or outcomes did; the counts add up to Read. */
        UnitImportReport: {
            /** Format: int64 */
            added: number;
            /**
             * Format: int64
             * @description Those that were there: an exposure in the same arm, or a correction of an outcome.
             */
            known: number;
            /** Format: int64 */
            read: number;
            /** @description The first refused lines, at most int ItemImport.MostReasons. */
            reasons: components["schemas"]["RefusedItem"][];
            /**
             * Format: int64
             * @description How many lines were refused.
             */
            refused: number;
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
            /** @description Whose learning it belongs to (LearningNamespace): of an exposure that of its match, of a use that of its outcome; null where none was named. */
            namespace: null | string;
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
         * @description What can be said of an arm in a metric.
         * @enum {string}
         */
        Verdict: "undecided" | "better" | "worse" | "withheld";
        /**
         * @description What made a version.
         * @enum {string}
         */
        VersionEvent: "created" | "edited" | "status_changed" | "moved" | "restored";
        /** @description What would have happened to the messages of one class of risk. */
        WhatIfClass: {
            /** @description `estimated`, `no_claim` with fewer than 200 labels, or `never` for R3. */
            claim: string;
            curve: components["schemas"]["WhatIfPoint"][];
            /**
             * Format: double
             * @description Share of those that would have been wrong; null without a claim.
             */
            expected_wrong: null | number;
            /** Format: int32 */
            labels: number;
            /** Format: int32 */
            messages: number;
            risk: components["schemas"]["RiskClass"];
            /** @description Twenty that would have been answered: those known to be wrong, then the least sure. */
            riskiest: components["schemas"]["WhatIfExample"][];
            /**
             * Format: double
             * @description Null where none keeps the target.
             */
            threshold: null | number;
            /**
             * Format: double
             * @description Share of the messages that would have been answered, 0 to 1; null without a claim.
             */
            would_send: null | number;
            /**
             * Format: double
             * @description Lower end of the 95 % Wilson interval of it.
             */
            wrong_at_least: null | number;
            /**
             * Format: double
             * @description Upper end.
             */
            wrong_at_most: null | number;
        };
        /** @description A message that would have been answered. */
        WhatIfExample: {
            /** Format: double */
            confidence: number;
            /** Format: uuid */
            execution_id: string;
            /** @description What a person's answer said of it; null where nobody answered. */
            is_right: null | boolean;
            pattern_name: null | string;
            reply: null | string;
            text: string;
        };
        /** @description A point of the curve of automation against precision. */
        WhatIfPoint: {
            /**
             * Format: double
             * @description Share of the class's messages with at least that confidence, 0 to 1.
             */
            automated: number;
            /** Format: int32 */
            labels: number;
            /**
             * Format: double
             * @description Share of the labelled ones among them whose first candidate was right; null without any.
             */
            precision: null | number;
            /** Format: double */
            threshold: number;
        };
        /** @description A question about settings before they are in force. */
        WhatIfQuestion: {
            /**
             * Format: date-time
             * @description Only messages that were decided then or later.
             */
            from?: unknown;
            /** @description Only these patterns. */
            patterns?: null | string[];
            /**
             * Format: double
             * @description The share of automatic answers that must be right; the threshold of each class is sought for it.
             */
            target?: null | number;
            /**
             * Format: double
             * @description Or the confidence from which on is answered.
             */
            threshold?: null | number;
            /**
             * Format: date-time
             * @description Only messages that were decided before.
             */
            to?: unknown;
        };
        /** @description Why a trait is a finding or is none, in numbers. */
        WhyNotAnswer: {
            across_channels: null | components["schemas"]["ChannelSpread"];
            /**
             * Format: int32
             * @description All scored items with it in the scope, re-posts folded.
             */
            carriers: number;
            /** Format: int32 */
            channels: number;
            ci95: null | components["schemas"]["Interval95"];
            /** Format: uuid */
            cluster_id: null | string;
            feature: string;
            /** Format: int32 */
            folded: number;
            /** @description Whether it is a confirmed one. */
            is_finding: boolean;
            later: null | components["schemas"]["PartEffect"];
            /** Format: int32 */
            needed_channels: number;
            /**
             * Format: int32
             * @description How many it needs.
             */
            needed_support: number;
            /** Format: double */
            p: null | number;
            /**
             * Format: double
             * @description Channels and times thrown together: what a naive look would show.
             */
            pooled_multiplier: null | number;
            /** Format: double */
            q: null | number;
            /** @description What stood in its way; empty for a confirmed finding. */
            reasons: string[];
            /** @description The finding that stands for it: nearly the same items have both. Null where it stands for itself or is none. */
            same_as: null | string;
            scope: string;
            /**
             * Format: double
             * @description The effect that four of five samples of this size would show; null where nothing can be compared.
             */
            smallest_detectable_multiplier: null | number;
            /**
             * Format: int32
             * @description Items of the discovery part that have it and something to be compared with.
             */
            support: number;
            /**
             * Format: double
             * @description Inside channel and time, over all items; null where nothing can be compared.
             */
            within_multiplier: null | number;
        };
        /** @description A question about a trait. */
        WhyNotQuestion: {
            /**
             * Format: uuid
             * @description A macro or meso; the whole corpus when null.
             */
            cluster_id?: null | string;
            /** @description Such as `phrase:how to`; without a family it is a phrase. */
            feature: string;
        };
        /**
         * @description The interval of a share at 95 %: (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96 (Wilson 1927). It stays
         *     inside 0 to 1 and is honest with few observations.
         */
        WilsonInterval: {
            /** Format: double */
            high: number;
            /** Format: double */
            low: number;
        };
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
    listFamilyAliases: {
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
                    "application/json": components["schemas"]["ItemsOfFamilyAlias"];
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
            /** @description The key does not permit this. */
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
    mergeFamilies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeFamilies"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyAlias"];
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
    compareFamilies: {
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
                    "application/json": components["schemas"]["FamilyDiff"];
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
            /** @description The key does not permit this. */
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
    switchFamilies: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SwitchFamilies"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyDiff"];
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
            /** @description The key does not permit this. */
            403: {
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
    getCapCost: {
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
                    "application/json": components["schemas"]["CapCostReport"];
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
            /** @description The key does not permit this. */
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
    listSelections: {
        parameters: {
            query?: {
                /** @description 20 when not given. */
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
                    "application/json": components["schemas"]["ItemsOfDecisionSummary"];
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
    listAudit: {
        parameters: {
            query?: {
                actor?: string;
                /** @description Only behind this number. */
                after?: number;
                /** @description Only before this number, and then the newest first. */
                before?: number;
                from?: string;
                /** @description 50 when not given. */
                limit?: number;
                to?: string;
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
                    "application/json": components["schemas"]["ItemsOfAuditEntry"];
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
            /** @description The key does not permit this. */
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
    exportAudit: {
        parameters: {
            query?: {
                actor?: string;
                /** @description jsonl when not given, or csv. */
                format?: string;
                from?: string;
                to?: string;
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
                    "application/x-ndjson": components["schemas"]["AuditEntry"];
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
            /** @description The key does not permit this. */
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
    verifyAudit: {
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
                    "application/json": components["schemas"]["AuditVerification"];
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
            /** @description The key does not permit this. */
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
    receiveChannelEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelEvent"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelReceipt"];
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
            /** @description The key does not permit this. */
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
    getDecisionConfig: {
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
                    "application/json": components["schemas"]["ConfigView"];
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
            /** @description The key does not permit this. */
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
    setDecisionConfig: {
        parameters: {
            query?: {
                /** @description Whether saved messages may fail under them; recorded with who said so. */
                accept_failures?: boolean;
            };
            header?: {
                /** @description The ETag that was read. */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionOverrides"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfigView"];
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
            /** @description The key does not permit this. */
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
    listConflicts: {
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
                    "application/json": components["schemas"]["ItemsOfAnswerConflict"];
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
            /** @description The key does not permit this. */
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
    resolveConflict: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveConflict"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AnswerConflict"];
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
            /** @description The key does not permit this. */
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
    getConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
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
                    "application/json": components["schemas"]["Conversation"];
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
            /** @description The key does not permit this. */
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
    assignConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
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
                    "application/json": components["schemas"]["Conversation"];
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
            /** @description The key does not permit this. */
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
    closeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
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
                    "application/json": components["schemas"]["Conversation"];
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
            /** @description The key does not permit this. */
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
    eraseCustomer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                customer_id: string;
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
                    "application/json": components["schemas"]["ErasedCustomer"];
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
            /** @description The key does not permit this. */
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
    listExecutions: {
        parameters: {
            query?: {
                /** @description Only those that came before this execution_id. */
                before?: string;
                conversation_id?: string;
                /** @description 50 when not given. */
                limit?: number;
                pattern_id?: string;
                /** @description Only those that stand there. */
                state?: string;
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
                    "application/json": components["schemas"]["ItemsOfDecisionExecution"];
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
            /** @description The key does not permit this. */
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
    getExecution: {
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
                    "application/json": components["schemas"]["DecisionExecution"];
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
            /** @description The key does not permit this. */
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
    cancelReply: {
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
                    "application/json": components["schemas"]["DecisionExecution"];
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
            /** @description The key does not permit this. */
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
    listConversationImports: {
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
                    "application/json": components["schemas"]["ItemsOfImportRecord"];
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
            /** @description The key does not permit this. */
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
    importConversations: {
        parameters: {
            query?: {
                /** @description Names the import; the same name goes on with it. 'import' when not given. */
                import_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ImportedLine"];
                "text/csv": components["schemas"]["ImportedLine"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRecord"];
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
            /** @description The key does not permit this. */
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
    getConversationImport: {
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
                    "application/json": components["schemas"]["ImportRecord"];
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
            /** @description The key does not permit this. */
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
    reviewCandidate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                candidate: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewCandidate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRecord"];
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
            /** @description The key does not permit this. */
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
    processMessage: {
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
                "application/json": components["schemas"]["InboundMessage"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionAnswer"];
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
            /** @description The key does not permit this. */
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
    reportDecisionOutcome: {
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
                "application/json": components["schemas"]["CustomerOutcome"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionExecution"];
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
            /** @description The key does not permit this. */
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
    listDecisionPatterns: {
        parameters: {
            query?: {
                /** @description true: only those that are out of date, by uses × age. */
                stale?: boolean;
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
                    "application/json": components["schemas"]["ItemsOfDecisionPattern"];
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
            /** @description The key does not permit this. */
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
    createDecisionPattern: {
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
                "application/json": components["schemas"]["DecisionPatternDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPattern"];
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
            /** @description The key does not permit this. */
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
    getDecisionPattern: {
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
                    "application/json": components["schemas"]["DecisionPattern"];
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
            /** @description The key does not permit this. */
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
    changeDecisionPattern: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecisionPatternPatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPattern"];
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
            /** @description The key does not permit this. */
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
    archiveDecisionPattern: {
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
                    "application/json": components["schemas"]["DecisionPattern"];
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
            /** @description The key does not permit this. */
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
    listConfidenceChanges: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["ItemsOfConfidenceChange"];
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
            /** @description The key does not permit this. */
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
    listPatternExamples: {
        parameters: {
            query?: {
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
                    "application/json": components["schemas"]["ItemsOfPatternExample"];
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
            /** @description The key does not permit this. */
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
    mergeDecisionPattern: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that was read. */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergePattern"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionPattern"];
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
            /** @description The key does not permit this. */
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
    restoreDecisionPattern: {
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
                    "application/json": components["schemas"]["DecisionPattern"];
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
            /** @description The key does not permit this. */
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
    approveReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveReply"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionExecution"];
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
            /** @description The key does not permit this. */
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
            /** @description It waited too long. */
            410: {
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
    modifyReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ModifyReply"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionExecution"];
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
            /** @description The key does not permit this. */
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
            /** @description It waited too long. */
            410: {
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
    rejectReply: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectReply"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionExecution"];
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
            /** @description The key does not permit this. */
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
    approveReplies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApproveReplies"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfBulkResult"];
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
            /** @description The key does not permit this. */
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
    listPending: {
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
                    "application/json": components["schemas"]["ItemsOfDecisionExecution"];
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
            /** @description The key does not permit this. */
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
    learnResponse: {
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
                "application/json": components["schemas"]["HumanReply"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LearnedReply"];
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
            /** @description The key does not permit this. */
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
    forgetResponse: {
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
                    "application/json": components["schemas"]["StoredLesson"];
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
            /** @description The key does not permit this. */
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
    getShadowReport: {
        parameters: {
            query?: {
                /** @description Only what was decided then or later. */
                since?: string;
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
                    "application/json": components["schemas"]["ShadowReport"];
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
            /** @description The key does not permit this. */
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
    getDecisionStats: {
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
                    "application/json": components["schemas"]["DecisionStats"];
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
            /** @description The key does not permit this. */
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
    testMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboundMessage"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionExecution"];
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
            /** @description The key does not permit this. */
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
    listSavedMessages: {
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
                    "application/json": components["schemas"]["ItemsOfSavedMessage"];
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
            /** @description The key does not permit this. */
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
    saveMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedMessage"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMessage"];
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
            /** @description The key does not permit this. */
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
    deleteSavedMessage: {
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
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedMessage"];
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
            /** @description The key does not permit this. */
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
    runSavedMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunSaved"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedRun"];
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
            /** @description The key does not permit this. */
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
    askWhatIf: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhatIfQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfWhatIfClass"];
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
            /** @description The key does not permit this. */
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
    listClusters: {
        parameters: {
            query?: {
                /** @description All levels when not given. */
                level?: "macro" | "meso" | "micro";
                /** @description Only those in this one. */
                parent_id?: string;
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
                    "application/json": components["schemas"]["ItemsOfCluster"];
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
            /** @description The key does not permit this. */
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
    moveItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveItem"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterEdit"];
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
            /** @description The key does not permit this. */
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
    listClusterMembers: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before. */
                cursor?: string;
                /** @description 100 when not given. */
                limit?: number;
            };
            header?: never;
            path: {
                cluster_id: string;
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
                    "application/json": components["schemas"]["ClusterMemberPage"];
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
            /** @description The key does not permit this. */
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
    mergeClusters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeClusters"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterEdit"];
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
            /** @description The key does not permit this. */
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
    pinCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PinCluster"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterEdit"];
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
            /** @description The key does not permit this. */
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
    renameCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameCluster"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterEdit"];
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
            /** @description The key does not permit this. */
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
    splitCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                cluster_id: string;
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
                    "application/json": components["schemas"]["ClusterEdit"];
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
            /** @description The key does not permit this. */
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
    listClusterEdits: {
        parameters: {
            query?: {
                /** @description 100 when not given. */
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
                    "application/json": components["schemas"]["ItemsOfClusterEdit"];
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
            /** @description The key does not permit this. */
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
    undoClusterEdit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                edit_id: string;
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
                    "application/json": components["schemas"]["ClusterEdit"];
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
            /** @description The key does not permit this. */
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
    listExperiments: {
        parameters: {
            query?: {
                /** @description 100 when not given. */
                limit?: number;
                /** @description Of any state when not given. */
                state?: "draft" | "running" | "stopped";
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
                    "application/json": components["schemas"]["ItemsOfExperiment"];
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
            /** @description The key does not permit this. */
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
    createExperiment: {
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
                "application/json": components["schemas"]["ExperimentSetup"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
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
            /** @description The key does not permit this. */
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
    getExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment_id: string;
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
                    "application/json": components["schemas"]["Experiment"];
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
            /** @description The key does not permit this. */
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
    changeExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExperimentSetup"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
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
            /** @description The key does not permit this. */
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
    assignUnits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemsOfAssignedUnit"];
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
            /** @description The key does not permit this. */
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
    importExposures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ExposureLine"];
                "text/csv": components["schemas"]["ExposureLine"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitImportReport"];
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
            /** @description The key does not permit this. */
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
    importOutcomes: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["OutcomeLine"];
                "text/csv": components["schemas"]["OutcomeLine"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitImportReport"];
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
            /** @description The key does not permit this. */
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
    getExperimentResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment_id: string;
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
                    "application/json": components["schemas"]["ExperimentResult"];
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
            /** @description The key does not permit this. */
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
    getExperimentSchedule: {
        parameters: {
            query?: {
                /** @description 28 when not given. */
                days?: number;
            };
            header?: never;
            path: {
                experiment_id: string;
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
                    "application/json": components["schemas"]["ItemsOfScheduledDay"];
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
            /** @description The key does not permit this. */
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
    startExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment_id: string;
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
                    "application/json": components["schemas"]["Experiment"];
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
            /** @description The key does not permit this. */
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
    stopExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment_id: string;
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
                    "application/json": components["schemas"]["Experiment"];
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
            /** @description The key does not permit this. */
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
    raiseTraffic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                experiment_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrafficRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Experiment"];
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
            /** @description The key does not permit this. */
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
    planExperiment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExperimentPlan"];
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
            /** @description The key does not permit this. */
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
    simulateExperiments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationAnswer"];
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
            /** @description The key does not permit this. */
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
    listFindings: {
        parameters: {
            query?: {
                /** @description Only those of this neighbourhood. */
                cluster_id?: string;
                /** @description Of any state when not given. */
                state?: "candidate" | "confirmed" | "channel_specific" | "depends_on_channel" | "decayed" | "refuted";
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
                    "application/json": components["schemas"]["ItemsOfFinding"];
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
            /** @description The key does not permit this. */
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
    getFinding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                finding_id: string;
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
                    "application/json": components["schemas"]["Finding"];
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
            /** @description The key does not permit this. */
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
    getEffectOverTime: {
        parameters: {
            query?: {
                /** @description month when not given. */
                period?: "month" | "week" | "quarter" | "year";
                /** @description An IANA time zone; UTC when not given. */
                zone?: string;
            };
            header?: never;
            path: {
                finding_id: string;
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
                    "application/json": components["schemas"]["EffectOverTime"];
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
            /** @description The key does not permit this. */
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
    getMap: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of a copy at hand. */
                "If-None-Match"?: string;
            };
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
                    "application/octet-stream": string;
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
            /** @description The key does not permit this. */
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
    getMapAttribute: {
        parameters: {
            query: {
                name: string;
            };
            header?: {
                /** @description The ETag of a copy at hand. */
                "If-None-Match"?: string;
            };
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
                    "application/octet-stream": string;
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
            /** @description The key does not permit this. */
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
    listMapAttributes: {
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
                    "application/json": components["schemas"]["MapAttributeList"];
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
            /** @description The key does not permit this. */
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
    findOnMap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapPlaceQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MapPlaces"];
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
            /** @description The key does not permit this. */
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
    getMapPoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                point: number;
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
                    "application/json": components["schemas"]["Item"];
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
            /** @description The key does not permit this. */
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
    selectOnMap: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MapSelection"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelectedPoints"];
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
            /** @description The key does not permit this. */
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
    getMapSheet: {
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
                    "application/json": components["schemas"]["MapSheet"];
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
            /** @description The key does not permit this. */
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
    matchItem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemMatch"];
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
            /** @description The key does not permit this. */
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
    getDiscoveryMetrics: {
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
                    "application/json": components["schemas"]["DiscoveryMetrics"];
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
            /** @description The key does not permit this. */
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
    predictOutcome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ItemQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutcomeForecast"];
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
            /** @description The key does not permit this. */
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
    recommend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecommendRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recommendation"];
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
            /** @description The key does not permit this. */
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
    listDiscoveryRuns: {
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
                    "application/json": components["schemas"]["ItemsOfDiscoveryRun"];
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
            /** @description The key does not permit this. */
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
    startDiscovery: {
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
                "application/json": components["schemas"]["StartRun"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiscoveryRun"];
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
            /** @description The key does not permit this. */
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
    getDiscoveryRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
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
                    "application/json": components["schemas"]["DiscoveryRun"];
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
            /** @description The key does not permit this. */
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
    cancelDiscovery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
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
                    "application/json": components["schemas"]["DiscoveryRun"];
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
            /** @description The key does not permit this. */
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
    getDiscoveryRunEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
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
                    "text/event-stream": components["schemas"]["DiscoveryRun"];
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
            /** @description The key does not permit this. */
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
    listDiscoveryParts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: string;
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
                    "application/json": components["schemas"]["ItemsOfPartAttempt"];
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
            /** @description The key does not permit this. */
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
    findInSelection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelectionQuestion"];
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
            /** @description The key does not permit this. */
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
    listTopics: {
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
                    "application/json": components["schemas"]["ItemsOfTopicSize"];
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
            /** @description The key does not permit this. */
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
    addTopic: {
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
                "application/json": components["schemas"]["KnownTopicDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownTopic"];
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
            /** @description The key does not permit this. */
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
    removeTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                topic_id: string;
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
            /** @description The key does not permit this. */
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
    getTrends: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrendQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrendReport"];
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
            /** @description The key does not permit this. */
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
    whyNot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WhyNotQuestion"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyNotAnswer"];
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
            /** @description The key does not permit this. */
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
    listItems: {
        parameters: {
            query?: {
                /** @description The next_cursor of the page before. */
                cursor?: string;
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
                    "application/json": components["schemas"]["ItemPage"];
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
            /** @description The key does not permit this. */
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
    clearItems: {
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
                    "application/json": components["schemas"]["ItemsCleared"];
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
            /** @description The key does not permit this. */
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
    getItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                item_id: string;
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
                    "application/json": components["schemas"]["Item"];
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
            /** @description The key does not permit this. */
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
    importItems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": components["schemas"]["ItemLine"];
                "text/csv": components["schemas"]["ItemLine"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemImportReport"];
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
            /** @description The key does not permit this. */
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
            query?: {
                /** @description The namespace whose outcomes count; those of all when not given. */
                namespace?: string;
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
                min_quality_score?: number;
                /** @description Least raw success rate, 0 to 1; patterns without outcomes do not pass. */
                min_success_rate?: number;
                /** @description Only these types; may be repeated. */
                pattern_type?: string[];
                /** @description Only patterns of these qualities: excellent from 0.8, good from 0.6, fair from 0.4, poor below, unmeasured; may be repeated. */
                quality?: ("excellent" | "good" | "fair" | "poor" | "unmeasured")[];
                /** @description Only patterns that stand in one of these repositories; may be repeated. */
                repository?: string[];
                /** @description Words that must each begin a word of name, tags or description. */
                search?: string;
                /** @description updated when not given; relevance where q is given. */
                sort?: "updated" | "name" | "quality" | "uses" | "relevance" | "best";
                /** @description Only these statuses; may be repeated. */
                status?: ("draft" | "active" | "deprecated" | "archived")[];
                /** @description Only patterns with any of these tags, or with all (tag_mode); capitals do not count; may be repeated. */
                tag?: string[];
                /** @description Whether any of the tags will do (when not given) or all must be there. */
                tag_mode?: "any" | "all";
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
    listSimilarPatterns: {
        parameters: {
            query?: {
                /** @description Only this kind; that of the pattern when not given. */
                kind?: "code" | "content" | "semantic" | "success" | "decision";
                /** @description 10 when not given. */
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
                    "application/json": components["schemas"]["SimilarPatternList"];
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
                min_quality_score?: number;
                /** @description Least raw success rate, 0 to 1; patterns without outcomes do not pass. */
                min_success_rate?: number;
                /** @description Only these types; may be repeated. */
                pattern_type?: string[];
                /** @description Only patterns of these qualities: excellent from 0.8, good from 0.6, fair from 0.4, poor below, unmeasured; may be repeated. */
                quality?: ("excellent" | "good" | "fair" | "poor" | "unmeasured")[];
                /** @description Only patterns that stand in one of these repositories; may be repeated. */
                repository?: string[];
                /** @description Words that must each begin a word of name, tags or description. */
                search?: string;
                /** @description Only these statuses; may be repeated. */
                status?: ("draft" | "active" | "deprecated" | "archived")[];
                /** @description Only patterns with any of these tags, or with all (tag_mode); capitals do not count; may be repeated. */
                tag?: string[];
                /** @description Whether any of the tags will do (when not given) or all must be there. */
                tag_mode?: "any" | "all";
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
            /** @description The key does not permit this. */
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
                min_quality_score?: number;
                /** @description Least raw success rate, 0 to 1; patterns without outcomes do not pass. */
                min_success_rate?: number;
                /** @description Only these types; may be repeated. */
                pattern_type?: string[];
                /** @description Only patterns of these qualities: excellent from 0.8, good from 0.6, fair from 0.4, poor below, unmeasured; may be repeated. */
                quality?: ("excellent" | "good" | "fair" | "poor" | "unmeasured")[];
                /** @description Only patterns that stand in one of these repositories; may be repeated. */
                repository?: string[];
                /** @description Words that must each begin a word of name, tags or description. */
                search?: string;
                /** @description Only these statuses; may be repeated. */
                status?: ("draft" | "active" | "deprecated" | "archived")[];
                /** @description Only patterns with any of these tags, or with all (tag_mode); capitals do not count; may be repeated. */
                tag?: string[];
                /** @description Whether any of the tags will do (when not given) or all must be there. */
                tag_mode?: "any" | "all";
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
            /** @description The key does not permit this. */
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
