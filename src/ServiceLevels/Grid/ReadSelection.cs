using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>Lists the due dates among which somebody chooses several at once: those that wait for a word, or all whose time has come.</summary>
public sealed class ReadSelection(ReadCompanyFacts readFacts, IClock clock)
{
    internal async Task<SelectionView> RunAsync(GridFilter filter, SelectionKind kind, IReadOnlyCollection<string> chosen, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        var now = clock.GetCurrentInstant();
        var current = MonthNumber.Of(now.InZone(facts.Zone).Date.ToDateOnly());
        var judge = new JudgeOccurrences(facts, now);
        var asked = chosen.Select(OccurrenceCell.Parse).OfType<OccurrenceCell>()
            .Select(cell => facts.Find(cell.CommitmentId) is { IsClock: false } commitment ? judge.One(commitment, cell.OccurrenceKey) : null).OfType<JudgedOccurrence>();
        var listed = facts.Commitments.Where(commitment => !commitment.IsClock && filter.Keeps(commitment))
            .SelectMany(commitment => judge.Run(commitment, current - ReadGrid.PastMonths + 1, current)).Where(item => Keeps(kind, item));
        var items = asked.Concat(listed).DistinctBy(item => item.Cell).ToList();
        return new SelectionView(
            [.. items.Take(OccurrenceCell.MaxAtOnce)], items.Count, now,
            [.. facts.Providers.Where(row => !row.IsArchived).Select(row => new Choice(row.Id.ToString(), row.Name))]);
    }

    private static bool Keeps(SelectionKind kind, JudgedOccurrence item) => kind switch
    {
        SelectionKind.Undated => item.Standing == Standing.Undated,
        SelectionKind.NotYetProven => item.Standing == Standing.NotYetProven,
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

    /// <summary>Every one of the last twelve months whose time has come.</summary>
    Past,
}

/// <summary>What the page shows.</summary>
/// <param name="Items">At most <see cref="OccurrenceCell.MaxAtOnce"/>.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record SelectionView(IReadOnlyList<JudgedOccurrence> Items, int Total, Instant Now, IReadOnlyList<Choice> Providers);

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
