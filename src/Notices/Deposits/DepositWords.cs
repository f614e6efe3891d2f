using Pupitre.Evidence;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;

namespace Pupitre.Notices.Deposits;

/// <summary>How a deposit link stands.</summary>
internal enum DepositLinkState
{
    Open,
    Expired,
    Revoked,
}

/// <summary>Deposits in words.</summary>
internal static class DepositWords
{
    /// <summary>"bulletins-mai.pdf, 120 ko".</summary>
    public static string Line(DepositedFile file) => Texts.Deposit_FileLine.With(file.Name, EvidenceWords.Size(file.SizeBytes));

    /// <summary>Why a link opens nothing, and what to do: nothing of the company.</summary>
    public static string Why(DepositDoorState state) => state switch
    {
        DepositDoorState.Expired => Texts.Deposit_LinkExpired,
        DepositDoorState.Revoked => Texts.Deposit_LinkRevoked,
        DepositDoorState.Ended => Texts.Deposit_LinkEnded,
        DepositDoorState.SomebodyElse => Texts.Deposit_LinkSomebodyElse,
        _ => Texts.Deposit_LinkUnknown,
    };

    public static DepositLinkState StateOf(DepositLink link, DateOnly today) => link.RevokedAt is not null ? DepositLinkState.Revoked
        : link.Until < today ? DepositLinkState.Expired
        : DepositLinkState.Open;

    public static string Of(DepositLinkState state) => state switch
    {
        DepositLinkState.Revoked => Texts.Deposit_StateRevoked,
        DepositLinkState.Expired => Texts.Deposit_StateExpired,
        _ => Texts.Deposit_StateOpen,
    };

    public static Badge.BadgeTone ToneOf(DepositLinkState state) =>
        state == DepositLinkState.Open ? Badge.BadgeTone.Met : Badge.BadgeTone.Soft;

    public static string Who(string name) => name.Length > 0 ? name : Texts.Confirm_Erased;

    /// <summary>What is expected, in one sentence.</summary>
    public static string Answer(DepositView view)
    {
        var late = view.Expected.Count(item => item.IsLate);
        var next = view.Expected.Where(item => !item.IsLate).Select(item => (DateOnly?)item.Item.DueDay(view.Zone)).FirstOrDefault();
        return (late, next) switch
        {
            (0, null) => Texts.Deposit_ExpectsNothing,
            (0, { } day) => Texts.Deposit_ExpectsNext.With(Moments.Long(day)),
            (_, null) => Texts.Deposit_ExpectsLate.With(late),
            (_, { } day) => Texts.Deposit_ExpectsBoth.With(late, Moments.Long(day)),
        };
    }

    /// <summary>"Bulletins de paie, mai 2026".</summary>
    public static string Name(JudgedOccurrence item) => Texts.HowKept_Occurrence.With(item.Commitment.Name, OccurrenceWords.Period(item));

    /// <summary>The same in a list to choose from, with its day.</summary>
    public static string Choice(Expected row, DepositView view) =>
        Texts.Deposit_DueChoice.With(Name(row.Item), OccurrenceWords.DueShort(row.Item, view.Zone));

    /// <summary>How something expected stands, for whoever owes it.</summary>
    public static string State(Expected row, DepositView view) => row.ReceivedAt is { } at
        ? Texts.Deposit_StateReceived.With(Moments.Short(at, view.Zone))
        : OccurrenceWords.State(row.Item, view.Now, view.Zone)
            + (row.Item.Commitment.Newest.IsInternalTarget ? Texts.Deposit_NotAgreed : "");
}
