using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>Lists the due dates among which somebody chooses several at once: those that wait for a word, or all whose time has come.</summary>
public sealed class ReadSelection(ReadCompanyFacts readFacts, IClock clock)
{
    public const int PageSize = 25;

    /// <param name="filter">Whose due dates.</param>
    /// <param name="kind">Which of them; null for the first of <see cref="SelectionKind"/> that has any.</param>
    /// <param name="chosen">Cells that are shown above all others, whatever the page.</param>
    /// <param name="page">From 1; null for all that can be answered at once.</param>
    /// <param name="token">Stops it.</param>
    internal async Task<SelectionView> RunAsync(GridFilter filter, SelectionKind? kind, IReadOnlyCollection<string> chosen, int? page, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var now = clock.GetCurrentInstant();
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        var judge = new JudgeOccurrences(facts, now);
        var asked = chosen.Select(OccurrenceCell.Parse).OfType<OccurrenceCell>()
            .Select(cell => facts.Find(cell.CommitmentId) is { IsClock: false } commitment ? judge.One(commitment, cell.OccurrenceKey) : null).OfType<JudgedOccurrence>().ToList();
        var all = facts.Commitments.Where(commitment => !commitment.IsClock && filter.Keeps(commitment))
            .SelectMany(commitment => judge.Run(commitment, current - ReadGrid.PastMonths + 1, current)).OrderByDescending(item => item.Declared.Due).ToList();
        var shown = kind ?? Enum.GetValues<SelectionKind>().FirstOrDefault(one => all.Exists(item => Keeps(one, item)), SelectionKind.Waiting);
        var listed = all.Where(item => Keeps(shown, item)).ToList();
        var last = Math.Max(1, (listed.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(page ?? 1, 1, last);
        var rows = page is null ? listed : listed.Skip((number - 1) * PageSize).Take(PageSize);
        return new SelectionView(
            shown, [.. asked.Concat(rows).DistinctBy(item => item.Cell).Take(OccurrenceCell.MaxAtOnce)], listed.Count, number, now,
            [.. facts.Providers.Where(row => !row.IsArchived).Select(row => new Choice(row.Id.ToString(), row.Name))]);
    }

    private static bool Keeps(SelectionKind kind, JudgedOccurrence item) => kind switch
    {
        SelectionKind.Undated => item.Standing == Standing.Undated,
        SelectionKind.NotYetProven => item.Standing == Standing.NotYetProven,
        SelectionKind.Unproven => item.Standing is Standing.KeptByCompany or Standing.KeptByProvider or Standing.LateByCompany or Standing.LateByProvider or Standing.NoTrace,
        SelectionKind.Past => item.Standing is not (Standing.Outside or Standing.Open),
        _ => item.Standing is Standing.Undated or Standing.NotYetProven,
    };
}

/// <summary>Which due dates are listed.</summary>
internal enum SelectionKind
{
    /// <summary>Undated and not yet proven ones.</summary>
    Waiting,

    Undated,

    NotYetProven,

    /// <summary>On one side's word alone, or without a trace.</summary>
    Unproven,

    /// <summary>Every one of the last twelve months whose time has come.</summary>
    Past,
}

/// <summary>What the page shows.</summary>
/// <param name="Kind">Which due dates they are.</param>
/// <param name="Items">Those chosen, and a page of the others: at most <see cref="OccurrenceCell.MaxAtOnce"/>.</param>
/// <param name="Total">How many there are of the kind in all.</param>
/// <param name="Page">The page that is shown: the last one for whoever asks beyond it.</param>
internal sealed record SelectionView(SelectionKind Kind, IReadOnlyList<JudgedOccurrence> Items, int Total, int Page, Instant Now, IReadOnlyList<Choice> Providers);

/// <summary>What somebody says of the chosen due dates.</summary>
public sealed class SelectionInput
{
    public List<string> Cells { get; set => field = value ?? []; } = [];

    public DateOnly? On { get; set; }

    /// <summary>The person has read that the day lies before the period and means it.</summary>
    public bool Confirmed { get; set; }

    public string? Reason { get; set; }

    /// <summary>Value of the button that was pressed: day, nothing or waive.</summary>
    public string? How { get; set; }
}
