using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.ServiceLevels.Evidence.Files;
using Pupitre.ServiceLevels.Evidence.Imports;
using Pupitre.ServiceLevels.Evidence.Sources;

namespace Pupitre.ServiceLevels.Evidence.Events;

/// <summary>Reads the cases of sources into memory, each event with who attests it by the rules in force.</summary>
public sealed class ReadCases(Db db)
{
    /// <summary>Most different values of an attribute that are worth offering for a choice.</summary>
    private const int MaxSeenValues = 200;

    /// <summary>The live events of one source, case by case, each case in time order.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="attributeNames">Attributes that patterns will look at; names of columns (activity, transition, resource) are ignored.</param>
    public async Task<SourceCases> RunAsync(Guid sourceId, IReadOnlyCollection<string> attributeNames, CancellationToken token)
    {
        var source = await SourceAsync(sourceId, token);
        return await new LoadSource(db, source, await RulesAsync(source, token), attributeNames).RunAsync(token);
    }

    /// <summary>The same with other rules than those in force, for a preview of what a correction would change.</summary>
    public async Task<SourceCases> PreviewAsync(Guid sourceId, SourceRules rules, IReadOnlyCollection<string> attributeNames, CancellationToken token) =>
        await new LoadSource(db, await SourceAsync(sourceId, token), rules, attributeNames).RunAsync(token);

    /// <summary>The same without one import, for a preview of what withdrawing it would change.</summary>
    public async Task<SourceCases> WithoutAsync(Guid sourceId, int import, IReadOnlyCollection<string> attributeNames, CancellationToken token)
    {
        var source = await SourceAsync(sourceId, token);
        return await new LoadSource(db, source, await RulesAsync(source, token), attributeNames, import).RunAsync(token);
    }

    /// <summary>Rules of who attests in force for a source.</summary>
    public async Task<SourceRules> RulesAsync(EvidenceSource source, CancellationToken token)
    {
        var json = await db.Set<SourceVersion>().Where(row => row.SourceId == source.Id && row.Number == source.CurrentVersion).Select(row => row.RulesJson).SingleAsync(token);
        using var document = JsonDocument.Parse(json);
        return SourceRules.FromJson(document.RootElement);
    }

    /// <summary>Where the evidence of the company stands: the key of a cache over it.</summary>
    public async Task<EvidencePosition> PositionAsync(CancellationToken token)
    {
        var imports = await db.Set<Import>().Where(row => row.State == ImportState.Done)
            .GroupBy(_ => 1).Select(all => new { Done = all.Count(), Withdrawn = all.Count(row => row.WithdrawnAt != null), Last = all.Max(row => row.FinishedAt) }).SingleOrDefaultAsync(token);
        var rules = await db.Set<SourceVersion>().CountAsync(token);
        var proofs = await db.Set<OccurrenceProof>().GroupBy(_ => 1).Select(all => new { All = all.Count(), Withdrawn = all.Count(row => row.WithdrawnAt != null) }).SingleOrDefaultAsync(token);
        var uses = await db.Set<SourceUse>().CountAsync(token);
        return new EvidencePosition(string.Create(
            CultureInfo.InvariantCulture,
            $"{imports?.Done}.{imports?.Withdrawn}.{imports?.Last?.ToUnixTimeMilliseconds()}.{rules}.{uses}.{proofs?.All}.{proofs?.Withdrawn}"));
    }

    /// <summary>The distinct words that imports brought, for those who choose among them; attributes with very many values are left out.</summary>
    public async Task<SeenWords> SeenAsync(IReadOnlyCollection<Guid> sourceIds, CancellationToken token)
    {
        var (activities, transitions, resources) = (new SortedSet<string>(StringComparer.CurrentCulture), new SortedSet<string>(StringComparer.CurrentCulture), new SortedSet<string>(StringComparer.CurrentCulture));
        var attributes = new SortedDictionary<string, SortedSet<string>>(StringComparer.CurrentCulture);
        foreach (var source in await db.Set<EvidenceSource>().AsNoTracking().Where(row => sourceIds.Contains(row.Id)).ToListAsync(token))
        {
            var words = await WordsAsync(source, token);
            var (first, last) = (EvidenceKeys.First(source.Number), EvidenceKeys.Last(source.Number));
            var events = db.Set<StoredEvent>().Where(row => row.Id >= first && row.Id <= last);
            activities.UnionWith((await events.Select(row => row.Activity).Distinct().ToListAsync(token)).Where(word => word > 0).Select(word => words[word]));
            transitions.UnionWith((await events.Select(row => row.Transition).Distinct().ToListAsync(token)).Where(word => word > 0).Select(word => words[word]));
            resources.UnionWith((await events.Select(row => row.Resource).Distinct().ToListAsync(token)).Where(word => word > 0).Select(word => words[word]));
            await foreach (var packed in events.Where(row => row.Attributes != null).OrderByDescending(row => row.Id).Select(row => row.Attributes!).Take(MaxSeenRows).AsAsyncEnumerable().WithCancellation(token))
            {
                Collect(packed, words, attributes);
            }
        }

        var offered = attributes.Where(pair => pair.Value.Count <= MaxSeenValues).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value]);
        return new SeenWords([.. activities], [.. transitions], [.. resources], offered);
    }

    private const int MaxSeenRows = 20_000;

    /// <summary>One case, whole, for its page.</summary>
    /// <exception cref="NotFound">The company has no such case.</exception>
    public async Task<RecordedCase> OneAsync(long caseKey, CancellationToken token)
    {
        var stored = await db.Set<StoredCase>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == caseKey, token) ?? throw new NotFound();
        var source = await db.Set<EvidenceSource>().AsNoTracking().SingleAsync(row => row.Number == stored.Source, token);
        return await new LoadCase(db, source, await RulesAsync(source, token)).RunAsync(stored, token);
    }

    private async Task<EvidenceSource> SourceAsync(Guid sourceId, CancellationToken token) =>
        await db.Set<EvidenceSource>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == sourceId, token) ?? throw new NotFound();

    private Task<Dictionary<int, string>> WordsAsync(EvidenceSource source, CancellationToken token) =>
        db.Set<StoredWord>().AsNoTracking().Where(row => row.Source == source.Number).ToDictionaryAsync(row => row.Number, row => row.Text, token);

    private static void Collect(ReadOnlySpan<byte> packed, Dictionary<int, string> words, SortedDictionary<string, SortedSet<string>> attributes)
    {
        while (PackedAttributes.Next(ref packed, out var name, out var value, out var text))
        {
            if (!attributes.TryGetValue(words[name], out var values))
            {
                attributes.Add(words[name], values = new SortedSet<string>(StringComparer.CurrentCulture));
            }

            if (values.Count <= MaxSeenValues)
            {
                values.Add(value > 0 ? words[value] : Encoding.UTF8.GetString(text));
            }
        }
    }
}
