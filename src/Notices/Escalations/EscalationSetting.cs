using NodaTime;
using Pupitre.Kernel.Escalations;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Notices.Escalations;

/// <summary>
/// What holds for all ladders of a company: whether anything is written, and the hours in which nobody is. Without a row, the usual.
/// </summary>
public sealed class EscalationSetting : ICompanyOwned
{
    /// <summary>Kind of a reference to it in the history.</summary>
    public const string Kind = "escalation-setting";

    /// <summary>In the evening, at night and early in the morning nobody is written to.</summary>
    public static readonly QuietHours UsualQuiet = new(new TimeOnly(19, 0), new TimeOnly(8, 0));

    private EscalationSetting()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public bool IsOff { get; private set; }

    public TimeOnly QuietFrom { get; private set; } = UsualQuiet.From;

    public TimeOnly QuietUntil { get; private set; } = UsualQuiet.Until;

    /// <summary>Since when it is on again: what was reached before is not written about. Null when it always was.</summary>
    public Instant? Since { get; private set; }

    public QuietHours Quiet => new(QuietFrom, QuietUntil);

    public SubjectRef Ref => new(Kind, Id);

    internal static EscalationSetting Create() => new();

    internal void Describe(bool isOff, QuietHours quiet, Instant now)
    {
        (QuietFrom, QuietUntil) = (quiet.From, quiet.Until);
        Since = IsOff && !isOff ? now : Since;
        IsOff = isOff;
    }
}
