using Microsoft.EntityFrameworkCore;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Roles;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Targets;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>A process with all that its diagnosis says.</summary>
public sealed record DiagnosedProcess(
    Guid Id,
    string Name,
    Domain Domain,
    bool IsArchived,
    MapFacts Map,
    ProcessDiagnosis? Answers,
    IReadOnlyList<CriterionReading> Readings,
    DiagnosisFacts Facts,
    CriterionValues Weights,
    Verdict Verdict);

/// <summary>Diagnoses processes from what the map knows and what was answered: one in two queries, all of them in six.</summary>
public sealed class ReadDiagnoses(Db db)
{
    private const decimal Whole = 100m;

    /// <exception cref="NotFound">The company has no such process.</exception>
    public async Task<DiagnosedProcess> OfAsync(Guid processId, CancellationToken token)
    {
        WholeCompany.Require(db);
        var processes = db.Set<Process>().Where(row => row.Id == processId);
        var known = await processes.AsNoTracking().Select(row => new
        {
            Process = row,
            Target = db.Set<ProcessTarget>().Where(target => target.ProcessId == row.Id && target.State == TargetState.Published)
                .OrderByDescending(target => target.Number)
                .Select(target => new KnownTarget(target.Number, target.Explanation != null)).FirstOrDefault(),
            Answers = db.Set<ProcessDiagnosis>().FirstOrDefault(answers => answers.ProcessId == row.Id),
            Weights = db.Set<DiagnosisWeights>().OrderBy(weights => weights.Id).Select(weights => weights.Values).FirstOrDefault(),
            KnowHow = db.Set<KnowHow>().Where(known => known.ProcessId == row.Id).OrderBy(known => known.Id).Select(known => known.Level)
                .ToList(),
        }).SingleOrDefaultAsync(token) ?? throw new NotFound();
        var work = await WorkAsync(processes, token);
        return Of(known.Process, known.Target, known.Answers, known.KnowHow, work.GetValueOrDefault(processId), Weights(known.Weights));
    }

    /// <summary>Of every process that is not archived, by name.</summary>
    /// <param name="weights">Weights to try; null for the company's own.</param>
    public async Task<IReadOnlyList<DiagnosedProcess>> AllAsync(CriterionValues? weights, CancellationToken token)
    {
        WholeCompany.Require(db);
        var processes = db.Set<Process>().Where(row => row.ArchivedAt == null);
        var rows = await processes.AsNoTracking().OrderBy(row => row.FoldedName).ThenBy(row => row.Id).ToListAsync(token);
        var targets = (await db.Set<ProcessTarget>().Where(target => target.State == TargetState.Published)
                .Select(target => new { target.ProcessId, target.Number, IsExplained = target.Explanation != null }).ToListAsync(token))
            .GroupBy(target => target.ProcessId).ToDictionary(group => group.Key, group => group.MaxBy(target => target.Number)!);
        var answers = await db.Set<ProcessDiagnosis>().AsNoTracking().ToDictionaryAsync(row => row.ProcessId, token);
        var knowHow = (await db.Set<KnowHow>().OrderBy(known => known.Id)
                .Select(known => new { known.ProcessId, known.Level }).ToListAsync(token))
            .ToLookup(known => known.ProcessId, known => known.Level);
        var work = await WorkAsync(processes, token);
        var used = weights ?? await WeightsAsync(token);
        return rows.ConvertAll(row => Of(
            row,
            targets.GetValueOrDefault(row.Id) is { } target ? new KnownTarget(target.Number, target.IsExplained) : null,
            answers.GetValueOrDefault(row.Id),
            [.. knowHow[row.Id]],
            work.GetValueOrDefault(row.Id),
            used));
    }

    /// <summary>The company's own weights, or those before anybody changed them.</summary>
    public async Task<CriterionValues> WeightsAsync(CancellationToken token) =>
        Weights(await db.Set<DiagnosisWeights>().AsNoTracking().Select(row => row.Values).SingleOrDefaultAsync(token));

    private static CriterionValues Weights(string? stored) => CriterionValues.Read(stored) is var known && Diagnose.CanWeigh(known)
        ? known
        : CriterionValues.Of(Leanings.DefaultWeights);

    private static DiagnosedProcess Of(
        Process process,
        KnownTarget? target,
        ProcessDiagnosis? answers,
        IReadOnlyCollection<KnowHowLevel> knowHow,
        (decimal? Minutes, decimal? Path) work,
        CriterionValues weights)
    {
        var map = new MapFacts(
            process.YearlyVolume,
            work.Minutes ?? process.MinutesEach,
            process.CostPerHour,
            process.ErrorPercent,
            process.ErrorCost,
            process.Sensitive,
            work.Path,
            target?.Number,
            target?.IsExplained == true,
            knowHow);
        var readings = ReadCriteria.Run(map, CriterionValues.Read(answers?.Answers));
        var facts = ReadCriteria.Facts(map, readings);
        return new(
            process.Id, process.Name, process.Domain, process.IsArchived, map, answers, readings, facts, weights,
            Diagnose.Run(facts, weights));
    }

    // By the database: minutes of a mean unit, and how many cases at most pass every step as most do, which is where the fewest do.
    private async Task<Dictionary<Guid, (decimal? Minutes, decimal? Path)>> WorkAsync(IQueryable<Process> processes,
        CancellationToken token)
    {
        var sums = await db.Set<ProcessStep>().Where(row => processes.Any(process => process.Id == row.ProcessId))
            .GroupBy(row => row.ProcessId)
            .Select(steps => new
            {
                steps.Key,
                Timed = steps.Sum(step => step.Minutes == null ? 0 : 1),
                Work = steps.Sum(step => (long)(step.Minutes ?? 0) * step.SharePercent),
                ForSome = steps.Sum(step => step.SharePercent < ProcessStep.AllCases ? 1 : 0),
                Common = steps.Min(step => step.SharePercent * 2 >= ProcessStep.AllCases
                    ? step.SharePercent
                    : ProcessStep.AllCases - step.SharePercent),
            }).ToListAsync(token);
        return sums.ToDictionary(
            row => row.Key,
            row => (
                row.Timed > 0 ? row.Work / Whole : (decimal?)null,
                row.ForSome > 0 ? row.Common : (decimal?)null));
    }

    private sealed record KnownTarget(int Number, bool IsExplained);
}
