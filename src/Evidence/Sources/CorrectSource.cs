using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Tables;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Evidence.Sources;

/// <summary>Corrects who attests the events of a source: what is stored is classified anew, without importing it again.</summary>
public sealed class CorrectSource(Db db, Tenant tenant, IClock clock)
{
    private const int MostVersions = 50;

    /// <summary>The source, with its versions from the newest on.</summary>
    public async Task<(EvidenceSource Source, IReadOnlyList<SourceVersion> Versions)> PrepareAsync(Guid id, CancellationToken token)
    {
        var found = await db.Set<SourceVersion>().AsNoTracking().Where(row => row.SourceId == id)
            .Join(db.Set<EvidenceSource>(), version => version.SourceId, source => source.Id, (version, source) => new { version, source }).OrderByDescending(pair => pair.version.Number).Take(MostVersions).ToListAsync(token);
        return found.Count == 0 ? throw new NotFound() : (found[0].source, [.. found.Select(pair => pair.version)]);
    }

    /// <summary>The commitments measured on the source, whose events its own may stand for.</summary>
    public Task<List<Commitment>> MeasuredAsync(Guid id, CancellationToken token) =>
        db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).Where(row => row.ArchivedAt == null && db.Set<SourceUse>().Any(use => use.SourceId == id && use.CommitmentId == row.Id)).OrderBy(row => row.Name).ToListAsync(token);

    /// <summary>Says what the events of the source are called by commitments: what is stored is read so from now on, and nothing is imported again.</summary>
    /// <param name="names">Words of the file, each with its name; one that keeps its own is left out.</param>
    public async Task NameAsync(Guid id, IReadOnlyDictionary<string, string> names, CancellationToken token)
    {
        var (source, current) = await CurrentAsync(id, token);
        var mapping = current.MappingJson is { } json ? TableMapping.FromJson(json) : throw new Refused(Texts.Source_NoMapping);
        var kept = names.Where(pair => pair.Value.Length > 0 && pair.Value != pair.Key).ToDictionary(StringComparer.Ordinal);
        await CorrectAsync(source, (mapping with { Names = kept }).ToJson(), current.RulesJson, string.Join(" ; ", kept.Select(pair => $"{pair.Key} → {pair.Value}")) is { Length: > 0 } words ? words : Texts.Source_NamesOfTheFile, token);
    }

    /// <summary>Takes an earlier version up again, as a new one.</summary>
    public async Task RestoreAsync(Guid id, int number, CancellationToken token)
    {
        var (source, _) = await CurrentAsync(id, token);
        var earlier = await db.Set<SourceVersion>().AsNoTracking().SingleOrDefaultAsync(row => row.SourceId == id && row.Number == number, token) ?? throw new NotFound();
        await CorrectAsync(source, earlier.MappingJson, earlier.RulesJson, Texts.Source_Restored.With(number), token);
    }

    private async Task<(EvidenceSource Source, SourceVersion Current)> CurrentAsync(Guid id, CancellationToken token)
    {
        var source = await db.Set<EvidenceSource>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        return (source, await db.Set<SourceVersion>().AsNoTracking().SingleAsync(row => row.SourceId == id && row.Number == source.CurrentVersion, token));
    }

    private async Task CorrectAsync(EvidenceSource source, string? mapping, string rules, string? reason, CancellationToken token)
    {
        var cut = reason is { Length: > SourceVersion.MaxReasonLength } ? reason[..SourceVersion.MaxReasonLength] : reason;
        db.Add(SourceVersion.Create(source.Id, source.NextVersion(), mapping, rules, cut, clock.GetCurrentInstant(), tenant.AccountId));
        db.Record("SourceCorrected", new SubjectRef(EvidenceSource.Kind, source.Id), new { source.Name, Version = source.CurrentVersion, Reason = cut });
        await db.SaveChangesAsync(token);
    }

    public async Task RunAsync(Guid id, SourceRules rules, string? reason, CancellationToken token)
    {
        var source = await db.Set<EvidenceSource>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var current = await db.Set<SourceVersion>().AsNoTracking().SingleAsync(row => row.SourceId == id && row.Number == source.CurrentVersion, token);
        var cut = reason?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, SourceVersion.MaxReasonLength)] : null;
        db.Add(SourceVersion.Create(id, source.NextVersion(), current.MappingJson, rules.ToJson().ToJsonString(), cut, clock.GetCurrentInstant(), tenant.AccountId));
        db.Record("SourceCorrected", new SubjectRef(EvidenceSource.Kind, id), new { source.Name, Version = source.CurrentVersion, Rules = rules.ToJson(), Reason = cut });
        await db.SaveChangesAsync(token);
    }

    /// <summary>Says which commitments are measured on the source.</summary>
    public async Task UseAsync(Guid id, IReadOnlyCollection<Guid> commitments, CancellationToken token)
    {
        var source = await db.Set<EvidenceSource>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        var uses = await db.Set<SourceUse>().Where(row => row.SourceId == id).ToListAsync(token);
        db.RemoveRange(uses.Where(use => !commitments.Contains(use.CommitmentId)));
        db.AddRange(commitments.Where(commitment => uses.TrueForAll(use => use.CommitmentId != commitment)).Select(commitment => SourceUse.Create(commitment, id)));
        db.Record("SourceUsed", new SubjectRef(EvidenceSource.Kind, id), new { source.Name, Commitments = commitments });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>What is asked about who attests a source.</summary>
public sealed class SourceInput
{
    public SourceClass AttestedBy { get; set; } = SourceClass.Provider;

    public List<Tables.RuleInput> Rules { get; set => field = value ?? []; } = [];

    public string? Reason { get; set; }

    internal static SourceInput Of(SourceRules rules)
    {
        var input = new SourceInput { AttestedBy = rules.Default };
        input.Rules.AddRange(rules.Rules.Select(rule => (rule, part: rule.When.Alternatives[0].Parts[0]))
            .Select(pair => new Tables.RuleInput { Column = pair.part.Name, Values = string.Join("; ", pair.part.Values), AttestedBy = pair.rule.Source }));
        input.Rules.AddRange(Enumerable.Range(0, 2).Select(_ => new Tables.RuleInput()));
        return input;
    }

    internal SourceRules ToRules() => new(AttestedBy, [.. Rules.Where(rule => !string.IsNullOrWhiteSpace(rule.Column) && !string.IsNullOrWhiteSpace(rule.Values))
        .Select(rule => new SourceRule(EventPattern.Of(rule.Column!.Trim(), rule.Values!.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), rule.AttestedBy))]);
}
