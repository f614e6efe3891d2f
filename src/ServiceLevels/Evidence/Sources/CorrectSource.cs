using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Evidence.Sources;

/// <summary>Corrects who attests the events of a source: what is stored is classified anew, without importing it again.</summary>
internal sealed class CorrectSource(Db db, Tenant tenant, IClock clock)
{
    private const int MostVersions = 50;

    /// <summary>The source, with its versions from the newest on.</summary>
    public async Task<(EvidenceSource Source, IReadOnlyList<SourceVersion> Versions)> PrepareAsync(Guid id, CancellationToken token)
    {
        var source = await db.Set<EvidenceSource>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        return (source, await db.Set<SourceVersion>().AsNoTracking().Where(row => row.SourceId == id).OrderByDescending(row => row.Number).Take(MostVersions).ToListAsync(token));
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
