using Pupitre.Sourcing.Edits;

namespace Pupitre.Sourcing.Commitments;

/// <summary>The fields of a commitment's form, each declared once. Those of the rule mean something together only: two halves make no sentence.</summary>
internal static class CommitmentFields
{
    private const string Rule = "rule";

    public static IReadOnlyList<FormField<CommitmentInput>> All { get; } =
    [
        new(nameof(CommitmentInput.Name), () => Texts.Commitment_Name),
        new(nameof(CommitmentInput.ProcessId), () => Texts.Field_Process),
        new(nameof(CommitmentInput.ProviderId), () => Texts.Contract_Provider),
        new(nameof(CommitmentInput.ContractId), () => Texts.Field_Contract),
        new(nameof(CommitmentInput.Performer), () => Texts.Field_Who),
        new(nameof(CommitmentInput.Action), () => Texts.Field_DoesWhat),
        new(nameof(CommitmentInput.CalendarId), () => Texts.Field_Calendar),
        new(nameof(CommitmentInput.UnitOne), () => Texts.Field_UnitOne),
        new(nameof(CommitmentInput.UnitMany), () => Texts.Field_UnitMany),
        new(nameof(CommitmentInput.TargetPercent), () => Texts.Field_TargetPercent),
        new(nameof(CommitmentInput.WarningHours), () => Texts.Field_Warning),
        new(nameof(CommitmentInput.EffectiveFrom), () => Texts.Field_Effective),
        new(nameof(CommitmentInput.ObservedUntil), () => Texts.Field_Observed),
        new(nameof(CommitmentInput.Reason), () => Texts.Field_Reason),
        new(nameof(CommitmentInput.Every), () => Texts.Field_Each, Rule),
        new(nameof(CommitmentInput.Anchor), () => Texts.Field_Anchor, Rule),
        new(nameof(CommitmentInput.AnchorDay), () => Texts.Field_AnchorDay, Rule),
        new(nameof(CommitmentInput.MonthsAfter), () => Texts.Field_OfMonth, Rule),
        new(nameof(CommitmentInput.OffsetDays), () => Texts.Field_AtLatest, Rule),
        new(nameof(CommitmentInput.OffsetMonths), () => Texts.Field_Months, Rule),
        new(nameof(CommitmentInput.Way), () => Texts.Field_Way, Rule),
        new(nameof(CommitmentInput.Count), () => Texts.Field_Days, Rule),
        new(nameof(CommitmentInput.At), () => Texts.Field_At, Rule),
        new(nameof(CommitmentInput.Roll), () => Texts.Field_Roll, Rule),
        new(nameof(CommitmentInput.GraceDays), () => Texts.Field_Grace, Rule),
        new(nameof(CommitmentInput.Statutory), () => Texts.Field_Statutory, Rule),
        new(nameof(CommitmentInput.PrerequisiteId), () => Texts.Field_Condition, Rule),
        new(nameof(CommitmentInput.PrerequisiteDays), () => Texts.Field_ConditionDays, Rule),
        new(nameof(CommitmentInput.Start), () => Texts.Field_After, Rule),
        new(nameof(CommitmentInput.Stop), () => Texts.Field_Done, Rule),
        new(nameof(CommitmentInput.PauseFrom), () => Texts.Field_PausedFrom, Rule),
        new(nameof(CommitmentInput.PauseTo), () => Texts.Field_PausedTo, Rule),
        new(nameof(CommitmentInput.WaitsOn), () => Texts.Field_WaitsOn, Rule),
        new(nameof(CommitmentInput.Cancel), () => Texts.Field_Cancelled, Rule),
        new(nameof(CommitmentInput.Reopen), () => Texts.Field_Reopened, Rule),
        new(nameof(CommitmentInput.Target), () => Texts.Field_Target, Rule),
        new(nameof(CommitmentInput.TargetCount), () => Texts.Field_Within, Rule),
        new(nameof(CommitmentInput.DateEvent), () => Texts.Field_DateEvent, Rule),
        new(nameof(CommitmentInput.PauseMovesDate), () => Texts.Field_PauseMovesDate, Rule),
        new(nameof(CommitmentInput.NotBeforeDays), () => Texts.Field_NotBeforeDays, Rule),
        new(nameof(CommitmentInput.NotBeforeEvent), () => Texts.Field_NotBeforeEvent, Rule),
    ];
}
