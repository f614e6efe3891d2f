using Pupitre.Kernel;
using Pupitre.Platform.Words;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Days up to which commitments and calendars were measured for good: closed months. Whoever closes them contributes.</summary>
public interface IHoldsRules
{
    /// <summary>The first day of a contract on which a version may begin; null while nothing is closed.</summary>
    Task<DateOnly?> FirstFreeDayOfContractAsync(Guid contractId, CancellationToken token);

    /// <summary>The same of a calendar: that of the contract, among those that count by it, whose months are closed furthest.</summary>
    Task<DateOnly?> FirstFreeDayOfCalendarAsync(Guid calendarId, CancellationToken token);
}

/// <summary>Refuses what would change a closed month.</summary>
public sealed class RefuseClosedDays(IEnumerable<IHoldsRules> holders)
{
    /// <exception cref="Refused">The day lies in a closed month of the contract.</exception>
    public async Task OfContractAsync(Guid? contractId, DateOnly from, string field, CancellationToken token)
    {
        foreach (var holder in contractId is null ? [] : holders)
        {
            Refuse(await holder.FirstFreeDayOfContractAsync(contractId!.Value, token), from, field);
        }
    }

    /// <exception cref="Refused">The day lies in a closed month that counts by the calendar.</exception>
    public async Task OfCalendarAsync(Guid calendarId, DateOnly from, string field, CancellationToken token)
    {
        foreach (var holder in holders)
        {
            Refuse(await holder.FirstFreeDayOfCalendarAsync(calendarId, token), from, field);
        }
    }

    private static void Refuse(DateOnly? first, DateOnly from, string field)
    {
        if (first is { } free && from < free)
        {
            throw new Refused(Texts.Closed_Before.With(Moments.Long(free)), field);
        }
    }
}
