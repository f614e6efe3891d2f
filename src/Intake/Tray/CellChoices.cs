using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Intake.Tray;

/// <summary>What a person chooses a cell of the grid from: a due date and a month.</summary>
/// <param name="Names">Names of all commitments by key, archived ones included.</param>
/// <param name="Commitments">The commitments that have due dates today.</param>
/// <param name="Months">The newest first.</param>
public sealed record CellChoices(IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<Choice> Commitments, IReadOnlyList<Choice> Months)
{
    /// <summary>Every commitment by what it asks for and of whom, archived ones included.</summary>
    public IReadOnlyList<KnownCommitment> Known { get; init; } = [];

    /// <summary>Value of the current month among <see cref="Months"/>: those ahead stand before it.</summary>
    public string? CurrentMonth => Months.Skip(ReadCellChoices.MonthsAhead).FirstOrDefault()?.Value;

    /// <summary>The months, with one more when it is not among them: what is wanted must be there to be chosen.</summary>
    public IReadOnlyList<Choice> MonthsWith(string? month) =>
        month is null || Months.Any(choice => choice.Value == month) || !DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? Months
            : [.. Months, new Choice(month, Moments.Month(first))];
}

/// <summary>What a commitment asks for, by its ready commitment, and of whom.</summary>
public sealed record KnownCommitment(Guid Id, int? TemplateNumber, Guid? ProviderId, bool IsArchived);

/// <summary>Reads what cells there are to choose from, in one query.</summary>
public sealed class ReadCellChoices(Db db, Tenant tenant, IClock clock)
{
    public const int MonthsAhead = 2;
    private const int MonthsBack = 15;

    public async Task<CellChoices> RunAsync(CancellationToken token)
    {
        var today = clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly();
        var commitments = await db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).ToListAsync(token);
        return new(commitments.ToDictionary(row => row.Id, row => row.Name), Schedules(commitments, today), Months(today))
        {
            Known = commitments.ConvertAll(row => new KnownCommitment(row.Id, row.TemplateNumber, row.ProviderId, row.IsArchived)),
        };
    }

    private static IReadOnlyList<Choice> Schedules(List<Commitment> commitments, DateOnly today) =>
    [
        .. commitments.Where(row => !row.IsArchived && row.Versions.Count > 0 && row.InForce(today).Rule.Schedule is not null)
            .OrderBy(row => row.Name, StringComparer.CurrentCulture).Select(row => new Choice(row.Id.ToString(), row.Name)),
    ];

    public static IReadOnlyList<Choice> Months(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        return
        [
            .. Enumerable.Range(-MonthsAhead, MonthsBack + MonthsAhead + 1).Select(back => month.AddMonths(-back))
                .Select(first => new Choice(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), Moments.Month(first))),
        ];
    }
}
