using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Recognition.Tables;

namespace Pupitre.Evidence.Events;

/// <summary>Reads the cases of sources into memory, each event with who attests it by the rules in force.</summary>
public sealed class ReadCases(Db db)
{
    /// <summary>Most different values of an attribute that are worth offering for a choice.</summary>
    private const int MaxSeenValues = 200;

    private const int MaxSeenRows = 20_000;
    private const int ActivityRole = 0;
    private const int TransitionRole = 1;
    private const int ResourceRole = 2;

    /// <summary>The live events of one source, case by case, each case in time order.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="attributeNames">Attributes that patterns will look at; names of columns (activity, transition, resource) are ignored.</param>
    public Task<SourceCases> RunAsync(Guid sourceId, IReadOnlyCollection<string> attributeNames, CancellationToken token) => RunAsync(sourceId, attributeNames, progress: null, token);

    /// <summary>The same, telling now and then how many more events were read.</summary>
    public async Task<SourceCases> RunAsync(Guid sourceId, IReadOnlyCollection<string> attributeNames, Action<int>? progress, CancellationToken token)
    {
        var source = await SourceAsync(sourceId, token);
        var (rules, names) = await InForceAsync(source, token);
        return await new LoadSource(db, source, rules, attributeNames) { Names = names, Progress = progress }.RunAsync(token);
    }

    /// <summary>The same with other rules than those in force, for a preview of what a correction would change.</summary>
    public async Task<SourceCases> PreviewAsync(Guid sourceId, SourceRules rules, IReadOnlyCollection<string> attributeNames, CancellationToken token)
    {
        var source = await SourceAsync(sourceId, token);
        return await new LoadSource(db, source, rules, attributeNames) { Names = (await InForceAsync(source, token)).Names }.RunAsync(token);
    }

    /// <summary>The same without one import, for a preview of what withdrawing it would change.</summary>
    public async Task<SourceCases> WithoutAsync(Guid sourceId, int import, IReadOnlyCollection<string> attributeNames, CancellationToken token)
    {
        var source = await SourceAsync(sourceId, token);
        var (rules, names) = await InForceAsync(source, token);
        return await new LoadSource(db, source, rules, attributeNames, import) { Names = names }.RunAsync(token);
    }

    private async Task<(SourceRules Rules, IReadOnlyDictionary<string, string> Names)> InForceAsync(EvidenceSource source, CancellationToken token)
    {
        var version = await db.Set<SourceVersion>().Where(row => row.SourceId == source.Id && row.Number == source.CurrentVersion).Select(row => new { row.RulesJson, row.MappingJson }).SingleAsync(token);
        return (SourceVersion.ReadRules(version.RulesJson), TableMapping.NamesOf(version.MappingJson));
    }

    /// <summary>Rules of who attests in force for a source.</summary>
    public async Task<SourceRules> RulesAsync(EvidenceSource source, CancellationToken token) =>
        SourceVersion.ReadRules(await db.Set<SourceVersion>().Where(row => row.SourceId == source.Id && row.Number == source.CurrentVersion).Select(row => row.RulesJson).SingleAsync(token));

    /// <summary>The distinct words that a source's imports brought, for those who choose among them; attributes with very many values are left out.</summary>
    public async Task<SeenWords> SeenAsync(EvidenceSource source, CancellationToken token)
    {
        var words = await WordsAsync(source, token);
        var (first, last) = (EvidenceKeys.First(source.Number), EvidenceKeys.Last(source.Number));
        var events = db.Set<StoredEvent>().Where(row => row.Id >= first && row.Id <= last);
        var seen = await events.Select(row => new { Role = ActivityRole, Word = row.Activity })
            .Union(events.Select(row => new { Role = TransitionRole, Word = row.Transition }))
            .Union(events.Select(row => new { Role = ResourceRole, Word = row.Resource }))
            .Where(row => row.Word > 0).ToListAsync(token);
        var attributes = new SortedDictionary<string, SortedSet<string>>(StringComparer.CurrentCulture);
        await foreach (var packed in events.Where(row => row.Attributes != null).OrderByDescending(row => row.Id).Select(row => row.Attributes!).Take(MaxSeenRows).AsAsyncEnumerable().WithCancellation(token))
        {
            Collect(packed, words, attributes);
        }

        var offered = attributes.Where(pair => pair.Value.Count <= MaxSeenValues).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value]);
        return new SeenWords(Named(ActivityRole), Named(TransitionRole), Named(ResourceRole), offered);

        IReadOnlyList<string> Named(int role) => [.. seen.Where(row => row.Role == role).Select(row => words[row.Word]).Order(StringComparer.CurrentCulture)];
    }

    /// <summary>One case, whole, for its page.</summary>
    /// <exception cref="NotFound">The company has no such case.</exception>
    public async Task<RecordedCase> OneAsync(long caseKey, CancellationToken token)
    {
        var found = await db.Set<StoredCase>().AsNoTracking().Where(row => row.Id == caseKey)
            .Join(db.Set<EvidenceSource>(), row => row.Source, source => source.Number, (row, source) => new { Case = row, Source = source })
            .Join(
                db.Set<SourceVersion>(),
                pair => new { SourceId = pair.Source.Id, Number = pair.Source.CurrentVersion },
                version => new { version.SourceId, version.Number },
                (pair, version) => new { pair.Case, pair.Source, version.RulesJson, version.MappingJson, MeasuredBy = db.Set<SourceUse>().Where(use => use.SourceId == pair.Source.Id).Select(use => use.CommitmentId).ToList() })
            .SingleOrDefaultAsync(token) ?? throw new NotFound();
        return await new LoadCase(db, found.Source, SourceVersion.ReadRules(found.RulesJson), TableMapping.NamesOf(found.MappingJson)).RunAsync(found.Case, found.MeasuredBy, token);
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
