using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Events;
using Pupitre.Platform.Data;

namespace Pupitre.Flows.Logs;

/// <summary>Names of the other columns of a source, as its first events and cases show them: what a flow can be narrowed by.</summary>
public sealed class ReadAttributeNames(Db db)
{
    /// <summary>A table gives the same columns on every line, and a log soon shows all of its own.</summary>
    private const int MostRows = 2_000;

    private const int MostNames = 60;

    public async Task<IReadOnlyList<string>> RunAsync(FlowSource source, CancellationToken token)
    {
        var (first, last) = (EvidenceKeys.First(source.Number), EvidenceKeys.Last(source.Number));
        var ofEvents = await db.Set<StoredEvent>().Where(row => row.Id >= first && row.Id <= last && row.Attributes != null).OrderBy(row => row.Id).Take(MostRows).Select(row => row.Attributes!).ToListAsync(token);
        var ofCases = await db.Set<StoredCase>().Where(row => row.Id >= first && row.Id <= last && row.Attributes != null).OrderBy(row => row.Id).Take(MostRows).Select(row => row.Attributes!).ToListAsync(token);
        var numbers = ofEvents.Concat(ofCases).SelectMany(NumbersOfNames).Distinct().Take(MostNames).ToList();
        var names = await db.Set<StoredWord>().AsNoTracking().Where(row => row.Source == source.Number && numbers.Contains(row.Number)).Select(row => row.Text).ToListAsync(token);
        return [.. names.Order(StringComparer.CurrentCulture)];
    }

    private static List<int> NumbersOfNames(byte[] packed)
    {
        var names = new List<int>();
        ReadOnlySpan<byte> rest = packed;
        while (PackedAttributes.Next(ref rest, out var name, out _, out _))
        {
            names.Add(name);
        }

        return names;
    }
}
