using Microsoft.EntityFrameworkCore;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Statements;

/// <summary>Reads closed statements from their files, each computed once and kept: what is closed never changes.</summary>
internal sealed class ReadClosed(Db db, KeptContents contents, Tenant tenant, ClosedStatements kept)
{
    /// <summary>So many closed months are looked through for what stands somewhere already.</summary>
    public const int MonthsLookedBack = 14;

    public async Task<ClosedStatement> RunAsync(string hash, CancellationToken token)
    {
        var key = $"{tenant.CompanyId:N} {hash}";
        if (kept.Find(key) is { } known)
        {
            return known;
        }

        var file = new StatementFile { Hashed = await BytesAsync(hash, token), Hash = hash, Clear = new Dictionary<string, ClearText>() };
        var (statement, results) = VerifyStatement.Open(file);
        var closed = new ClosedStatement(statement, results);
        kept.Keep(key, closed);
        return closed;
    }

    /// <summary>The bytes that were hashed.</summary>
    public async Task<byte[]> BytesAsync(string hash, CancellationToken token)
    {
        await using var content = await contents.OpenAsync(hash, token);
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, token);
        return bytes;
    }

    /// <summary>What belongs to a month besides what bears its date, by what the closed months before it say.</summary>
    /// <param name="isThorough">Looks through all closed months; else through the one before, which is what a page has time for.</param>
    public async Task<(MonthKeys Keys, string? Previous)> KeysOfMonthAsync(
        Guid contractId, int month, bool isThorough, CancellationToken token)
    {
        var rows = await RowsAsync(contractId, isThorough ? month - MonthsLookedBack : month - 1, month - 1, token);
        var (wanted, elsewhere, last) = (
            new HashSet<ObligationKey>(), new HashSet<ObligationKey>(), rows.FindLast(row => row.Number == 0).Hash);
        foreach (var row in rows)
        {
            foreach (var (key, said) in (await RunAsync(row.Hash, token)).Said)
            {
                _ = said.Place == Place.Open ? row.Hash == last && wanted.Add(key) : said.Place != Place.Carried && elsewhere.Add(key);
            }
        }

        wanted.ExceptWith(elsewhere);
        return (new MonthKeys(wanted, elsewhere), last);
    }

    /// <summary>What a correction of a month holds: what its statement counted, and what bears its date and no statement knows.</summary>
    /// <param name="isThorough">Looks through all closed months; else through what was closed of this one.</param>
    public async Task<MonthKeys> KeysOfCorrectionAsync(ClosedStatement corrected, bool isThorough, CancellationToken token)
    {
        var (elsewhere, month) = (new HashSet<ObligationKey>(), corrected.Statement.Month);
        var (from, to) = isThorough ? (month - MonthsLookedBack, month + MonthsLookedBack) : (month, month);
        foreach (var row in await RowsAsync(corrected.Statement.Contract.Id, from, to, token))
        {
            elsewhere.UnionWith(
                (await RunAsync(row.Hash, token)).Said.Where(pair => pair.Value.Place != Place.Carried).Select(pair => pair.Key));
        }

        var wanted = corrected.Said.Where(pair => pair.Value.Place is Place.Month or Place.Earlier).Select(pair => pair.Key).ToHashSet();
        return new MonthKeys(wanted, elsewhere);
    }

    private async Task<List<(int Month, int Number, string Hash)>> RowsAsync(Guid contractId, int from, int to, CancellationToken token)
    {
        var rows = await db.Set<MonthStatement>().AsNoTracking()
            .Where(row => row.ContractId == contractId && row.Month >= from && row.Month <= to && row.Hash != null)
            .OrderBy(row => row.Month).ThenBy(row => row.Number).Select(row => new { row.Month, row.Number, row.Hash }).ToListAsync(token);
        return rows.ConvertAll(row => (row.Month, row.Number, row.Hash!));
    }
}

/// <summary>A closed statement, with what it says of each obligation at hand.</summary>
internal sealed class ClosedStatement
{
    private readonly Dictionary<ObligationKey, ObligationResult> _said = [];

    public ClosedStatement(Statement statement, StatementResults results)
    {
        (Statement, Results) = (statement, results);
        for (var place = 0; place < statement.Commitments.Length; place++)
        {
            var commitment = statement.Commitments[place];
            for (var at = 0; at < commitment.Obligations.Length; at++)
            {
                // A due date may be carried for another and counted as well: what is counted wins.
                var (key, result) = (
                    new ObligationKey(commitment.Id, commitment.Obligations[at].Key), results.Commitments[place].Obligations[at]);
                if (result.Place != Place.Carried || !_said.ContainsKey(key))
                {
                    _said[key] = result;
                }
            }
        }
    }

    public Statement Statement { get; }

    public StatementResults Results { get; }

    public IReadOnlyDictionary<ObligationKey, ObligationResult> Said => _said;
}

/// <summary>Closed statements that were asked for lately, in memory.</summary>
internal sealed class ClosedStatements
{
    /// <summary>Obligations held over all companies, about a kilobyte each.</summary>
    private const int MaxObligations = 100_000;

    private readonly RecentlyUsed<ClosedStatement> _kept = new(MaxObligations);

    public ClosedStatement? Find(string key) => _kept.Find(key);

    public void Keep(string key, ClosedStatement closed) => _kept.Keep(key, closed, closed.Said.Count + 1);
}
