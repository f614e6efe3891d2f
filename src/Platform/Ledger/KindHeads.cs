using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.Platform.Ledger;

/// <summary>
/// Where the history stands for each kind of thing. Whatever is computed from things of some kinds is kept under their numbers: a change of
/// them is never missed, and a comment, a preference or a line about something else makes nobody compute it again.
/// </summary>
public sealed class KindHeads(Db db)
{
    private static readonly CompiledQuery<Func<Db, IAsyncEnumerable<Head>>> _all = new(() =>
        EF.CompileAsyncQuery((Db db) => db.Set<LedgerKindHead>().AsNoTracking().Select(head => new Head(head.SubjectKind, head.Number))));

    private bool _isShort;
    private Dictionary<string, long>? _read;

    /// <summary>
    /// Asks once from now on: a page is shown as of the moment at which it was asked for. Work that goes on for long, or that writes, asks each time.
    /// </summary>
    public void AskOnce() => _isShort = true;

    /// <summary>The numbers of the last lines about things of these kinds, as one word.</summary>
    public async Task<string> KeyOfAsync(IReadOnlyList<string> kinds, CancellationToken token) => (await KeysOfAsync([kinds], token))[0];

    /// <summary>The same for several lists of kinds, as of one moment.</summary>
    public async Task<IReadOnlyList<string>> KeysOfAsync(IReadOnlyList<IReadOnlyList<string>> lists, CancellationToken token)
    {
        var numbers = _read ?? await ReadAsync(token);
        return [.. lists.Select(kinds => string.Join(' ', kinds.Select(kind => numbers.GetValueOrDefault(kind).ToString(CultureInfo.InvariantCulture))))];
    }

    private async Task<Dictionary<string, long>> ReadAsync(CancellationToken token)
    {
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var head in _all.For(db)(db).WithCancellation(token))
        {
            numbers[head.Kind] = head.Number;
        }

        _read = _isShort ? numbers : null;
        return numbers;
    }

    private sealed record Head(string Kind, long Number);
}
