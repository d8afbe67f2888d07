using System.Security.Cryptography;
using System.Text;
using Motif.Catalog;
using Motif.Decisions.Importing;
using Motif.Decisions.Records;

namespace Motif.Decisions;

/// <summary>
/// Forgets a customer: messages, what was decided, what was learned of them, what imports, conflicts and saved messages have of
/// his, and the examples that his imported words became. The matcher is built anew without; the audit says
/// that it happened and by whom, names nobody, and still verifies. Thread-safe.
/// </summary>
public sealed class CustomerErasure(
    IDecisionStore store,
    ConversationImport imports,
    ImportedCandidates candidates,
    TimeProvider time
)
{
    private const int Page = 1000;

    public async Task<CatalogueAnswer<ErasedCustomer>> EraseAsync(
        string customerId,
        Actor actor,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (string.IsNullOrWhiteSpace(customerId))
            return CatalogueProblem.Invalid("customer_id", "is needed");
        if (!actor.IsAdministrator)
            return CatalogueProblem.NotPermitted("admin");
        var now = Moment.Now(time);
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(customerId)));
        var (staged, words) = await ImportedAsync(customerId, cancellationToken);
        var examples = await ExamplesAsync(words, cancellationToken);
        var kept = await KeptAsync(customerId, cancellationToken);
        return await store.ChangeAsync(
            new DecisionScope(),
            ledger =>
            {
                foreach (var document in staged)
                    ledger.Put(document);
                foreach (var document in kept)
                    ledger.Drop(document);
                foreach (var example in examples)
                    ledger.Forget(example);
                ledger.Add(
                    new AuditEvent(now, actor.Name, "customer_erased", Detail: $"sha256 {name}")
                );
                return ledger.Erase(customerId);
            },
            cancellationToken
        );
    }

    /// <summary>The imports as they are without his pairs, and the words that nobody else said.</summary>
    private async Task<(List<DecisionDocument> Staged, HashSet<string> Words)> ImportedAsync(
        string customerId,
        CancellationToken cancellationToken
    )
    {
        var staged = new List<DecisionDocument>();
        var words = new HashSet<string>(StringComparer.Ordinal);
        var records = await imports.ListAsync(cancellationToken);
        foreach (var record in records)
        {
            var isHis = false;
            await foreach (
                var pair in candidates.PairsAsync(new PairQuery(record.ImportId), cancellationToken)
            )
                if (pair.CustomerId == customerId)
                    (isHis, _) = (true, words.Add(pair.Text));
            if (isHis)
                staged.Add(await WithoutAsync(record, customerId, cancellationToken));
        }
        foreach (var record in words.Count > 0 ? records : [])
        await foreach (
            var pair in candidates.PairsAsync(
                new PairQuery(record.ImportId) { WithoutCustomer = customerId },
                cancellationToken
            )
        )
            words.Remove(pair.Text);
        return (staged, words);
    }

    private async Task<DecisionDocument> WithoutAsync(
        ImportRecord record,
        string customerId,
        CancellationToken cancellationToken
    ) =>
        DecisionDocument.Of(
            DocumentKind.Import,
            record.ImportId,
            record.StartedAt,
            record with
            {
                Candidates = await candidates.OfAsync(
                    record.ImportId,
                    record,
                    customerId,
                    cancellationToken
                ),
            }
        );

    private async Task<List<Guid>> ExamplesAsync(
        HashSet<string> words,
        CancellationToken cancellationToken
    )
    {
        var examples = new List<Guid>();
        if (words.Count == 0)
            return examples;
        var number = 0L;
        while (
            await store.LessonsAsync(number, Page, cancellationToken) is { Lessons.Count: > 0 } page
        )
        {
            examples.AddRange(
                page.Lessons.Where(l =>
                        l is { ExecutionId: null, CustomerId: null } && words.Contains(l.Text)
                    )
                    .Select(l => l.LessonId)
            );
            number = page.Number;
        }
        return examples;
    }

    /// <summary>Saved messages and conflicts of his.</summary>
    private async Task<IEnumerable<DecisionDocument>> KeptAsync(
        string customerId,
        CancellationToken cancellationToken
    )
    {
        var tests = await store.DocumentsAsync(DocumentKind.Test, cancellationToken);
        var conflicts = await store.DocumentsAsync(DocumentKind.Conflict, cancellationToken);
        return
        [
            .. tests.Where(d => d.Read<SavedMessage>().Message.CustomerId == customerId),
            .. conflicts.Where(d => d.Read<AnswerConflict>().CustomerId == customerId),
        ];
    }
}
