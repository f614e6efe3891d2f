using Pupitre.Kernel;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Steps;

/// <summary>A step as others read it: plain words and figures, in order.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Role">Who does it, by function; null while nobody has said.</param>
/// <param name="Tool">With what, by name.</param>
/// <param name="Minutes">Work each time; null for unknown.</param>
/// <param name="WaitHours">Hours that usually pass before it begins.</param>
/// <param name="SharePercent">How many cases of a hundred take it.</param>
/// <param name="DocumentsIn">What it needs.</param>
/// <param name="DocumentsOut">What it makes.</param>
public sealed record StepFact(string Name, string? Role, string? Tool, int? Minutes, int? WaitHours, int SharePercent, IReadOnlyList<string> DocumentsIn, IReadOnlyList<string> DocumentsOut);

/// <summary>What a process is counted by.</summary>
/// <param name="YearlyVolume">Units of a year; null for unknown.</param>
/// <param name="MinutesEach">Minutes of a unit as somebody estimated them, for a process without steps.</param>
/// <param name="CostPerHour">Euros of an hour.</param>
/// <param name="ErrorPercent">Units of a hundred that are done again.</param>
/// <param name="ErrorCost">Euros of one error.</param>
public sealed record ProcessFigures(int? YearlyVolume, int? MinutesEach, decimal? CostPerHour, decimal? ErrorPercent, decimal? ErrorCost);

/// <summary>What one role has to do.</summary>
/// <param name="Role">The function; null where nobody said whose the steps are.</param>
/// <param name="MinutesEach">Minutes of a mean unit.</param>
/// <param name="MinutesAMonth">The same over a month; null where the volume is unknown.</param>
public sealed record RoleLoad(string? Role, decimal MinutesEach, decimal? MinutesAMonth);

/// <summary>
/// How much work a process is. Steps lead where there are any: each counts as often as cases take it. What nobody knows is left out and
/// counted, never taken for nothing.
/// </summary>
/// <param name="Roles">By role, the most work first.</param>
/// <param name="MinutesEach">Minutes of a mean unit; null where neither steps nor anybody said.</param>
/// <param name="MinutesAMonth">Minutes of a mean month.</param>
/// <param name="CostAYear">Euros of the work of a year, without errors.</param>
/// <param name="ErrorsAYear">Euros of the errors of a year.</param>
/// <param name="UnknownSteps">Steps of which nobody knows the minutes.</param>
public sealed record Workload(IReadOnlyList<RoleLoad> Roles, decimal? MinutesEach, decimal? MinutesAMonth, decimal? CostAYear, decimal? ErrorsAYear, int UnknownSteps)
{
    private const decimal MonthsOfYear = 12;
    private const decimal Whole = 100;

    public static Workload Of(IReadOnlyList<StepFact> steps, ProcessFigures figures)
    {
        var timed = steps.Where(step => step.Minutes is not null).ToList();
        var roles = timed.GroupBy(step => step.Role?.Folded() ?? "", StringComparer.Ordinal)
            .Select(group => (group.First().Role, Minutes: group.Sum(step => step.Minutes!.Value * step.SharePercent / Whole)))
            .OrderByDescending(role => role.Minutes)
            .Select(role => new RoleLoad(role.Role, role.Minutes, AMonth(role.Minutes)))
            .ToList();
        var each = timed.Count > 0 ? roles.Sum(role => role.MinutesEach) : (decimal?)figures.MinutesEach;
        return new Workload(
            roles,
            each,
            AMonth(each),
            YearlyEuros.Labour(each, figures.YearlyVolume, figures.CostPerHour),
            YearlyEuros.Errors(figures.YearlyVolume, figures.ErrorPercent, figures.ErrorCost),
            steps.Count - timed.Count);

        decimal? AMonth(decimal? minutes) => minutes * figures.YearlyVolume / MonthsOfYear;
    }
}
