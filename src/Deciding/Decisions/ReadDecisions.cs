using Microsoft.EntityFrameworkCore;
using Pupitre.Deciding.Costs;
using Pupitre.Deciding.Diagnosis;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Processes;

namespace Pupitre.Deciding.Decisions;

/// <summary>How far a process has come.</summary>
public enum DecisionState
{
    /// <summary>Its questions are answered or an offer is there, and nobody has decided.</summary>
    ToDecide,

    Decided,

    /// <summary>Nobody has answered anything yet.</summary>
    ToDiagnose,
}

/// <summary>What the list of decisions is asked for.</summary>
public sealed record DecisionFilter(string? Search, Domain? Domain, VerdictKind? Verdict, DecisionState? State, string? Sort, int Page);

/// <summary>A process with what its diagnosis says and what was decided last.</summary>
public sealed record DecisionLine(Guid Id, string Name, Domain Domain, Verdict Verdict, DecisionState State, int? Number,
    VerdictKind? Chosen, DateOnly? DecidedOn, int Offers);

/// <summary>A page of the list.</summary>
public sealed record DecisionList(IReadOnlyList<DecisionLine> Lines, int Total, int Page, int ToDecide, int Decided);

/// <summary>Lists what the diagnosis says of each process and what was decided. Verdicts are computed, so the list is sorted and paged
/// here: four queries, once until something changes.</summary>
public sealed class ReadDecisions(Db db, ReadDiagnoses diagnoses, KeepMap keep)
{
    public const int PageSize = 25;

    public async Task<DecisionList> RunAsync(DecisionFilter filter, CancellationToken token)
    {
        var all = await AllAsync(token);
        var words = SearchWords.Of(filter.Search);
        var found = Sorted(all.Where(line => (words.IsEmpty || words.AreIn(line.Name))
            && (filter.Domain is null || line.Domain == filter.Domain)
            && (filter.Verdict is null || line.Verdict.Kind == filter.Verdict)
            && (filter.State is null || line.State == filter.State)), filter.Sort).ToList();
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (found.Count + PageSize - 1) / PageSize));
        return new DecisionList(
            [.. found.Skip((page - 1) * PageSize).Take(PageSize)],
            found.Count,
            page,
            all.Count(line => line.State == DecisionState.ToDecide),
            all.Count(line => line.State == DecisionState.Decided));
    }

    /// <summary>Of every process that is not archived, by name.</summary>
    /// <exception cref="Platform.NotFound">The reader is limited to a provider.</exception>
    public Task<IReadOnlyList<DecisionLine>> AllAsync(CancellationToken token) =>
        keep.OfAsync("decisions", [DiagnosisWeights.SubjectKind], () => ReadAsync(token), lines => lines.Count, token);

    private async Task<IReadOnlyList<DecisionLine>> ReadAsync(CancellationToken token)
    {
        var processes = await diagnoses.AllAsync(null, token);
        var decisions = (await db.Set<Decision>().AsNoTracking()
            .Select(row => new { row.ProcessId, row.Number, row.Chosen, row.DecidedOn }).ToListAsync(token))
            .GroupBy(row => row.ProcessId).ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.Number)!);
        var offers = await db.Set<CostOffer>().GroupBy(row => row.ProcessId).Select(rows => new { rows.Key, Count = rows.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, token);
        var places = NameOrder.Of(processes.Select(process => process.Name));
        return
        [
            .. processes.OrderBy(process => places[process.Name]).ThenBy(process => process.Id).Select(process =>
            {
                var (last, count) = (decisions.GetValueOrDefault(process.Id), offers.GetValueOrDefault(process.Id));
                var state = last is not null ? DecisionState.Decided
                    : process.Answers is not null || count > 0 ? DecisionState.ToDecide
                    : DecisionState.ToDiagnose;
                return new DecisionLine(process.Id, process.Name, process.Domain, process.Verdict, state, last?.Number, last?.Chosen,
                    last?.DecidedOn, count);
            }),
        ];
    }

    // What waits for a word first, then what was decided; what is alike stays in the order of names, so that a page repeats nothing.
    private static IEnumerable<DecisionLine> Sorted(IEnumerable<DecisionLine> lines, string? sort) => sort switch
    {
        "name" => lines,
        "-name" => lines.OrderByDescending(line => line.Name, StringComparer.CurrentCultureIgnoreCase),
        "domain" => lines.OrderBy(line => line.Domain),
        "-domain" => lines.OrderByDescending(line => line.Domain),
        "verdict" => lines.OrderBy(line => line.Verdict.Kind),
        "-verdict" => lines.OrderByDescending(line => line.Verdict.Kind),
        "-state" => lines.OrderByDescending(line => line.State),
        _ => lines.OrderBy(line => line.State),
    };
}
