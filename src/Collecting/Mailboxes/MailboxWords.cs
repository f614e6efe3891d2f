using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.Collecting.Mailboxes;

/// <summary>Mailboxes and messages, in words.</summary>
internal static class MailboxWords
{
    public static IReadOnlyList<Choice> TlsChoices => Choices<MailboxTls>(Of);

    public static IReadOnlyList<Choice> SignIns => Choices<MailboxSignIn>(Of);

    public static IReadOnlyList<Choice> Uses => Choices<MailboxUse>(Of);

    public static IReadOnlyList<Choice> Kinds =>
    [
        new(MessageFilter.Answers, Texts.Mailbox_FilterAnswers), new(MessageFilter.Waiting, Texts.Mailbox_FilterWaiting),
        new(MessageFilter.Signed, Texts.Mailbox_FilterSigned), new(MessageFilter.Unsigned, Texts.Mailbox_FilterUnsigned),
    ];

    public static string Of(MailboxTls tls) => tls switch
    {
        MailboxTls.Tls => Texts.Mailbox_TlsAtOnce,
        MailboxTls.StartTls => Texts.Mailbox_TlsAfter,
        _ => Texts.Mailbox_TlsNone,
    };

    public static string Of(MailboxSignIn way) => way == MailboxSignIn.OAuth ? Texts.Mailbox_ByOAuth : Texts.Mailbox_ByPasswordWord;

    public static string Of(MailboxUse use) => use switch
    {
        MailboxUse.Shared => Texts.Mailbox_Shared,
        MailboxUse.Dedicated => Texts.Mailbox_Dedicated,
        _ => Texts.Mailbox_OwnFolder,
    };

    public static string Of(LeftReason why) => why switch
    {
        LeftReason.Unknown => Texts.MailLeft_Unknown,
        LeftReason.Personal => Texts.MailLeft_Personal,
        LeftReason.TooLarge => Texts.MailLeft_TooLarge.With(WeighMessage.MaxBytes >> 20),
        LeftReason.Automatic => Texts.MailLeft_Automatic,
        LeftReason.Own => Texts.MailLeft_Own,
        _ => Texts.MailLeft_Unreadable,
    };

    public static string Of(MailboxMessage row) => row.Dkim switch
    {
        DkimState.Passed => Texts.Dkim_Passed.With(row.DkimDomain),
        DkimState.Failed => Texts.Dkim_Failed.With(row.DkimDomain),
        DkimState.Unverifiable => Texts.Dkim_Unverifiable,
        _ => Texts.Dkim_Absent,
    };

    public static string Of(ReplyState state) => state switch
    {
        ReplyState.Taken => Texts.Reply_Taken,
        ReplyState.Late => Texts.Reply_Late,
        ReplyState.Unclear => Texts.Reply_Unclear,
        ReplyState.OtherSender => Texts.Reply_OtherSender,
        ReplyState.OtherCompany => Texts.Reply_OtherCompany,
        ReplyState.UnknownToken => Texts.Reply_UnknownToken,
        _ => Texts.Reply_Forged,
    };

    public static Badge.BadgeTone ToneOf(ReplyState state) => state switch
    {
        ReplyState.Taken => Badge.BadgeTone.Met,
        ReplyState.Late => Badge.BadgeTone.Soft,
        _ => Badge.BadgeTone.Risk,
    };

    /// <summary>Why an answer waits for a person; null when it was taken.</summary>
    public static string? WhyWaits(ReplyState state) => state switch
    {
        ReplyState.Taken or ReplyState.Late => null,
        ReplyState.Unclear => Texts.Reply_WhyUnclear,
        ReplyState.OtherSender => Texts.Reply_WhyOtherSender,
        ReplyState.OtherCompany => Texts.Reply_WhyOtherCompany,
        ReplyState.UnknownToken => Texts.Reply_WhyUnknownToken,
        _ => Texts.Reply_WhyForged,
    };

    /// <summary>What stands in the way, and what to do about it.</summary>
    public static string Of(MailboxTrouble trouble, Mailbox mailbox) => trouble.Kind switch
    {
        TroubleKind.HostUnknown => Texts.MailTrouble_HostUnknown.With(mailbox.Host),
        TroubleKind.NoAnswer => Texts.MailTrouble_NoAnswer.With(mailbox.Host, mailbox.Port),
        TroubleKind.Encryption => Texts.MailTrouble_Encryption.With(trouble.Detail),
        TroubleKind.SignIn => Texts.MailTrouble_SignIn.With(mailbox.User, trouble.Detail),
        TroubleKind.Folder => Texts.MailTrouble_Folder.With(mailbox.Folder),
        TroubleKind.Tokens => Texts.MailTrouble_Tokens.With(trouble.Detail),
        TroubleKind.Refused => trouble.Detail,
        _ => Texts.MailTrouble_Interrupted.With(trouble.Detail),
    };

    /// <summary>Where it stands, as a sentence.</summary>
    public static string State(Mailbox mailbox, MailboxReading reading, DateTimeZone zone) => mailbox switch
    {
        { PausedAt: { } paused } => Texts.Mailbox_StatePaused.With(Moments.Long(paused, zone)),
        { Secret: null } => Texts.Mailbox_StateNoSecret,
        _ when reading.ProblemSince is { } since => Texts.Mailbox_StateProblem.With(Moments.Long(since, zone)),
        _ when reading.LookedAt is { } looked => Texts.Mailbox_StateRead.With(Moments.Long(looked, zone)),
        _ => Texts.Mailbox_StateNew,
    };

    public static (string Text, Badge.BadgeTone Tone) Mark(Mailbox mailbox, MailboxReading reading) => mailbox switch
    {
        { PausedAt: not null } => (Texts.Mailbox_MarkPaused, Badge.BadgeTone.Soft),
        { Secret: null } => (Texts.Mailbox_MarkNoSecret, Badge.BadgeTone.Risk),
        _ when reading.ProblemSince is not null => (Texts.Mailbox_MarkProblem, Badge.BadgeTone.Risk),
        _ => (Texts.Mailbox_MarkRead, Badge.BadgeTone.Met),
    };

    private static IReadOnlyList<Choice> Choices<T>(Func<T, string> words)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => new Choice(value.ToString(), words(value)))];
}
