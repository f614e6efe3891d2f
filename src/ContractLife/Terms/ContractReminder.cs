using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ContractLife.Terms;

/// <summary>
/// One reminder of one term of a contract, written or passed over: the row is unique, so that neither a second node nor a second start
/// writes it again.
/// </summary>
public sealed class ContractReminder : ICompanyOwned
{
    private ContractReminder()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ContractId { get; private init; }

    public DateOnly TermLastDay { get; private init; }

    /// <summary>Days before the last safe posting day: 90, 60, 30 or 7.</summary>
    public int Level { get; private init; }

    /// <summary>The day on which it was due.</summary>
    public DateOnly DueOn { get; private init; }

    /// <summary>A nearer one was due as well when it was first looked at: only that one was written.</summary>
    public bool IsSkipped { get; private init; }

    public Instant At { get; private init; }

    /// <summary>How many people it was written to.</summary>
    public int Recipients { get; private init; }

    internal static ContractReminder Create(Guid contractId, DateOnly termLastDay, PlannedReminder planned, bool isSkipped, Instant at,
        int recipients) => new()
        {
            ContractId = contractId,
            TermLastDay = termLastDay,
            Level = planned.Level,
            DueOn = planned.DueOn,
            IsSkipped = isSkipped,
            At = at,
            Recipients = isSkipped ? 0 : recipients,
        };
}
