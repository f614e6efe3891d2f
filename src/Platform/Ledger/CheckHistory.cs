using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Ledger;

/// <summary>
/// Computes a company's history again from its first line, and says whether any line was altered, removed or put in, and whether details left
/// without the line that says so. It sees nothing of a history that somebody rewrote whole, end and head together: for that its last hash is
/// compared with one that was kept elsewhere.
/// </summary>
public sealed class CheckHistory(Db db)
{
    /// <param name="keptHash">Hash of a line, written down earlier in another place; null without one.</param>
    public async Task<HistoryCheck> RunAsync(CancellationToken token, string? keptHash = null)
    {
        if (db.ScopeId is not null)
        {
            // Some lines are hidden from whoever is limited to a provider: they would look stolen.
            throw new NotFound();
        }

        var head = await db.Set<LedgerHead>().AsNoTracking().SingleOrDefaultAsync(token);
        var details = db.LedgerDetails.AsNoTracking();
        var lines = db.LedgerEntries.AsNoTracking().OrderBy(line => line.Number)
            .Select(line => new { Line = line, Detail = details.FirstOrDefault(detail => detail.Number == line.Number) });
        var walk = new Walk(keptHash?.Trim());
        await foreach (var found in lines.AsAsyncEnumerable().WithCancellation(token))
        {
            if (!walk.Take(found.Line, found.Detail))
            {
                return walk.End(isBroken: true);
            }
        }

        return walk.End(isBroken: head is null || walk.Count == 0 || head.Number != walk.Count || head.Hash != walk.Previous);
    }

    private sealed class Walk(string? keptHash)
    {
        private readonly HashSet<long> _without = [];
        private readonly HashSet<long> _erased = [];
        private long? _backwardAt;
        private int _backwards;
        private long? _keptAt;
        private Instant _last = Instant.MinValue;

        public long Count { get; private set; }

        public string Previous { get; private set; } = LedgerHead.NoHash;

        public bool Take(LedgerEntry line, LedgerDetail? detail)
        {
            if (line.Number != Count + 1 || line.PreviousHash != Previous || line.ComputeHash() != line.Hash || (detail is not null && detail.ComputeDigest() != line.DetailDigest))
            {
                return false;
            }

            (Count, Previous) = (line.Number, line.Hash);
            _keptAt = string.Equals(line.Hash, keptHash, StringComparison.OrdinalIgnoreCase) ? line.Number : _keptAt;
            if (line.At < _last)
            {
                _backwardAt ??= line.Number;
                _backwards++;
            }

            _last = line.At;
            if (detail is null && line.DetailDigest.Length > 0)
            {
                _without.Add(line.Number);
            }
            else if (line.Verb == EraseDetail.Verb)
            {
                _erased.UnionWith(ErasedBy(detail));
            }

            return true;
        }

        public HistoryCheck End(bool isBroken)
        {
            var unexplained = _without.Except(_erased).ToList();
            return new HistoryCheck(Count, _without.Count - unexplained.Count, isBroken ? Count + 1 : null)
            {
                DetailMissingAt = unexplained.Count == 0 ? null : unexplained.Min(),
                DetailsMissing = unexplained.Count,
                BackwardAt = _backwardAt,
                Backwards = _backwards,
                LastHash = Count == 0 ? null : Previous,
                KeptAt = _keptAt,
            };
        }

        // One line, or all those that named a person.
        private static List<long> ErasedBy(LedgerDetail? detail)
        {
            if (detail is null)
            {
                return [];
            }

            using var json = JsonDocument.Parse(detail.Json);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return [];
            }

            var named = json.RootElement.TryGetProperty("Line", out var line) ? [line]
                : json.RootElement.TryGetProperty("Lines", out var lines) && lines.ValueKind == JsonValueKind.Array ? [.. lines.EnumerateArray()]
                : Array.Empty<JsonElement>();
            return [.. named.Where(number => number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out _)).Select(number => number.GetInt64())];
        }
    }
}

/// <summary>What a check of the history found.</summary>
/// <param name="Lines">Lines that stand as they were written.</param>
/// <param name="Erased">Among them, lines whose details were erased since, as a later line says; their digest still stands in the chain.</param>
/// <param name="BrokenAt">Number of the first line that is altered or missing; null when all stand.</param>
public sealed record HistoryCheck(long Lines, long Erased, long? BrokenAt)
{
    /// <summary>Number of the first line whose details are gone although no line says that they were erased; null when there is none.</summary>
    public long? DetailMissingAt { get; init; }

    /// <summary>How many such lines there are.</summary>
    public long DetailsMissing { get; init; }

    /// <summary>Number of the first line that is dated before the one above it; null when time always runs on. The machine's clock may have been set back.</summary>
    public long? BackwardAt { get; init; }

    /// <summary>How many such lines there are.</summary>
    public int Backwards { get; init; }

    /// <summary>Hash of the last line that stands: what to keep elsewhere; null when there is none.</summary>
    public string? LastHash { get; init; }

    /// <summary>Number of the line that has the hash which was kept elsewhere; null when none has, or none was given.</summary>
    public long? KeptAt { get; init; }

    public bool IsWhole => BrokenAt is null && DetailMissingAt is null;
}
