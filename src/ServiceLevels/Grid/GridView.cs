using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Processes;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.ServiceLevels.Grid;

/// <summary>The grid of due dates: what is shown, before it is drawn.</summary>
/// <param name="Months">Numbers of the months shown, oldest first (<see cref="MonthNumber"/>).</param>
/// <param name="Year">The last twelve months of what providers owe.</param>
/// <param name="OwnYear">The same of what the company owes.</param>
/// <param name="Missing">Providers' due dates of those months without an independent trace.</param>
/// <param name="Undated">Due dates of those months that are done at a date that nobody knows.</param>
/// <param name="NotYetProven">Due dates of those months, of before their commitment was entered, on which nothing was placed yet.</param>
public sealed record GridView(
    IReadOnlyList<int> Months,
    int CurrentMonth,
    IReadOnlyList<GridRow> Rows,
    Tally Year,
    Tally OwnYear,
    int Missing,
    int Undated,
    int NotYetProven,
    int Hidden,
    Notices Notices,
    IReadOnlyList<Choice> Providers)
{
    /// <summary>Whether the company has commitments at all, filtered or not.</summary>
    public bool IsEmpty => Rows.Count == 0 && Hidden == 0;
}

/// <summary>One commitment.</summary>
public sealed record GridRow(CommitmentFacts Commitment, IReadOnlyList<GridCell> Cells)
{
    public Domain Domain => Commitment.Row.Domain;
}

/// <summary>One due date, or one month of a clock commitment.</summary>
/// <param name="Month">Number of the month under which it stands.</param>
/// <param name="Due">The due date; null for a clock's month.</param>
/// <param name="Occurrence">Null for a clock's month.</param>
/// <param name="Rate">What the month's cases amount to; null for a due date.</param>
public sealed record GridCell(int Month, Mark Mark, DateOnly? Due, JudgedOccurrence? Occurrence, Tally? Rate)
{
    public Imputation? Delay => Occurrence?.Delay?.Imputation;
}

/// <summary>What the grid is narrowed to; both are in the address.</summary>
internal sealed record GridFilter(Guid? ProviderId, Domain? Domain)
{
    public static GridFilter Parse(string? provider, string? domain) => new(
        Guid.TryParse(provider, out var id) ? id : null,
        Enum.TryParse<Domain>(domain, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null);

    public bool Keeps(CommitmentFacts commitment) =>
        (ProviderId is null || commitment.Row.ProviderId == ProviderId) && (Domain is null || commitment.Row.Domain == Domain);
}
