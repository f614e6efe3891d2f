using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// Closes a month (arrêter le mois): writes what it was computed from and what came out, hashes it, keeps it, and writes to both sides.
/// Of two who close at once, one does; the other finds it closed.
/// </summary>
internal sealed class CloseMonth(Db db, BuildStatement build, ReadClosed readClosed, FileStore store, StatementMail mail)
{
    /// <summary>Closes those whose days are over, or to which both agreed while an earlier one waited; the oldest first.</summary>
    public async Task AllDueAsync(Instant now, DateOnly today, CancellationToken token)
    {
        var due = await db.Set<MonthStatement>()
            .Where(row => row.ClosedAt == null && (row.Until < today || (row.CompanyAgreedAt != null && row.ProviderAgreedAt != null)))
            .OrderBy(row => row.Month).ThenBy(row => row.Number).Select(row => row.Id).ToListAsync(token);
        foreach (var id in due)
        {
            await RunAsync(await db.Set<MonthStatement>().SingleAsync(row => row.Id == id, token), now, token);
        }
    }

    public async Task RunAsync(MonthStatement row, Instant now, CancellationToken token)
    {
        // Months close in their order: what one leaves open belongs to the next.
        if (row.IsClosed || (!row.IsCorrection && await WaitsForEarlierAsync(row, token)))
        {
            return;
        }

        var (order, corrected) = await OrderAsync(row, now, token);
        var built = await build.RunAsync(order, token);
        var statement = built.Statement;
        if (corrected is not null)
        {
            var changes = await ChangesAsync(corrected, built, token);
            statement = statement with { Corrects = new StatedCorrection(order.Previous!, [.. changes]) };
            if (changes.Count == 0)
            {
                await DropAsync(row, now, token);
                return;
            }
        }

        var file = StatementFile.Of(statement, built.Clear);
        using (var content = new MemoryStream(file.Hashed.ToArray(), writable: false))
        {
            await store.SaveAsync(content, FileName(row), "application/json", token);
        }

        await new ClaimCredit(db, readClosed).RunAsync(row, file, now, token);
        row.Close(now, file.Hash, file.WriteClear(), Sum(file));
        row.Follow(order.Previous);
        await mail.ClosedAsync(row, token);
        db.Record(row.IsCorrection ? "MonthCorrected" : "MonthClosed", row.Ref, new
        {
            StatementMonth = OccurrenceKeys.OfMonth(row.Month),
            row.Hash,
            row.ContractId,
            How = row.IsAgreed ? "ByBoth" : "ByTime",
        });
        try
        {
            await db.SaveChangesAsync(token);
        }
        catch (DbUpdateException both) when (both is DbUpdateConcurrencyException || Db.IsTwice(both))
        {
            // Somebody else has closed it in this moment, with the same facts: theirs stands, and their mails leave.
            db.StartOver();
        }
    }

    private Task<bool> WaitsForEarlierAsync(MonthStatement row, CancellationToken token) => db.Set<MonthStatement>()
        .AnyAsync(other =>
            other.ContractId == row.ContractId && other.Number == 0 && other.Month < row.Month && other.ClosedAt == null, token);

    public static string FileName(MonthStatement row) => string.Create(
        CultureInfo.InvariantCulture,
            $"compte-rendu-{OccurrenceKeys.OfMonth(row.Month)}{(row.IsCorrection ? $"-rectificatif-{row.Number}" : "")}.json");

    private async Task<(StatementOrder Order, ClosedStatement? Corrected)> OrderAsync(
        MonthStatement row, Instant now, CancellationToken token)
    {
        var comments = await db.Set<StatementComment>().AsNoTracking().Where(comment => comment.StatementId == row.Id)
            .OrderBy(comment => comment.At).ToListAsync(token);
        var people = new StatedPeople();
        var stated = comments.ConvertAll(
            comment => new StatedComment(people.Of(comment.Side, comment.Role, comment.ByName), comment.At, comment.Text));
        var agreements = new List<StatedAgreement>();
        if (row.CompanyAgreedAt is { } ours)
        {
            agreements.Add(new StatedAgreement(people.Of(Party.Company, "member", row.CompanyAgreedBy.ToString()!), ours));
        }

        if (row.ProviderAgreedAt is { } theirs)
        {
            agreements.Add(new StatedAgreement(people.Of(Party.Provider, "contact", row.ProviderAgreedName ?? ""), theirs));
        }

        ClosedStatement? corrected = null;
        var (keys, previous) = await readClosed.KeysOfMonthAsync(row.ContractId, row.Month, isThorough: true, token);
        if (row.IsCorrection)
        {
            corrected = await readClosed.RunAsync(row.Previous!, token);
            (keys, previous) = (await readClosed.KeysOfCorrectionAsync(corrected, isThorough: true, token), row.Previous);
        }

        return (new StatementOrder(row.ContractId, row.Month, now, previous, keys) { Comments = stated, Agreements = agreements },
            corrected);
    }

    private async Task<List<StatedChange>> ChangesAsync(ClosedStatement corrected, BuiltStatement built, CancellationToken token)
    {
        var changes = MonthChanges.Between(corrected, built.Statement)
            .Select(change => (Change: change, File: MonthChanges.FileOf(change, built))).ToList();
        var ids = changes.ConvertAll(item => item.File);
        var names = await db.Set<EvidenceFile>().AsNoTracking().Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, row => row.Name, token);
        return changes.ConvertAll(item => item.File is { } id && names.TryGetValue(id, out var name)
            ? item.Change with { File = built.Clear.Conceal(name) }
            : item.Change);
    }

    private async Task DropAsync(MonthStatement row, Instant now, CancellationToken token)
    {
        row.Drop(now);
        db.Record("CorrectionDropped", row.Ref, new { StatementMonth = OccurrenceKeys.OfMonth(row.Month), row.ContractId });
        await db.SaveChangesAsync(token);
    }

    // What the provider owes: the company's own promises stand on the same statement, and are no sum with these.
    private static StatementSum Sum(StatementFile file)
    {
        var (statement, results) = VerifyStatement.Open(file);
        var whole = new Tally();
        foreach (var (commitment, result) in statement.Commitments.Zip(results.Commitments))
        {
            if (commitment.Performer != Party.Company && result.Totals is { } totals)
            {
                whole.Add(totals.Counted);
            }
        }

        return new StatementSum(whole.Base, whole.Kept, whole.Proven);
    }
}

/// <summary>People without their names: a side, a part, and which of them, in the order in which they appear.</summary>
internal sealed class StatedPeople
{
    private readonly Dictionary<(Party, string), List<string>> _known = [];

    public StatedPerson Of(Party side, string role, string name)
    {
        if (!_known.TryGetValue((side, role), out var names))
        {
            _known[(side, role)] = names = [];
        }

        if (!names.Contains(name))
        {
            names.Add(name);
        }

        return new StatedPerson(side, role, names.IndexOf(name) + 1);
    }
}
