using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// Says that nothing will come for due dates of before their commitment was entered here: from then on they are ordinary ones, without
/// a trace. Where something was placed it says nothing new.
/// </summary>
public sealed class ExpectNothing(Db db, Tenant tenant, IClock clock, ReadCompanyFacts readFacts)
{
    /// <summary>Says it for every cell that awaits its first proof, and how many those were.</summary>
    public async Task<int> RunAsync(IReadOnlyCollection<string?>? cells, CancellationToken token)
    {
        var parsed = OccurrenceCell.ParseAll(cells);
        var now = clock.GetCurrentInstant();
        var facts = await readFacts.RunAsync(token);
        var judge = new JudgeOccurrences(facts, now);
        var items = parsed.Select(cell => StateWorkDay.Find(facts, judge, cell)).Where(item => item.Standing == Standing.NotYetProven).ToList();
        foreach (var item in items)
        {
            var statement = OccurrenceStatement.Create(item.Cell, StatementKind.NothingComes, "", now, tenant.AccountId);
            db.Add(statement);
            db.Record("NothingExpected", new SubjectRef(OccurrenceStatement.Kind, statement.Id), new { CommitmentId = item.Commitment.Id, Commitment = item.Commitment.Name, Occurrence = item.Key });
        }

        await db.SaveChangesAsync(token);
        return items.Count;
    }
}
