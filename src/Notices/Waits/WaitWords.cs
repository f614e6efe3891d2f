using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.ServiceLevels.Measure;

namespace Pupitre.Notices.Waits;

/// <summary>Waits and what was said of them, in words.</summary>
internal static class WaitWords
{
    /// <summary>"Le cabinet Morel attend de vous : « Pièces demandées » (Questions, Q12), depuis le lundi 4 mai 2026."</summary>
    public static string Sentence(WaitQuestion question, CommitmentFacts? commitment, Tenant tenant) => Texts.Wait_Sentence.With(
        question.AskedOf == Party.Company ? commitment?.Provider ?? Texts.Party_Provider : tenant.Company.Name,
        question.What, commitment?.Name ?? Texts.Dispute_Archived, question.CaseName,
        Moments.Long(question.Since.InZone(tenant.Zone).Date.ToDateOnly()));

    public static string State(WaitQuestion question, DateTimeZone zone) => question switch
    {
        { Answer: WaitAnswer.Exact } => Texts.Wait_StateExact.With(By(question), On(question, zone)),
        { Answer: WaitAnswer.Sent } => Texts.Wait_StateSent.With(By(question), Moments.Short(question.SentOn!.Value)),
        { Answer: WaitAnswer.Wrong } => Texts.Wait_StateWrong.With(By(question), On(question, zone)),
        { Answer: WaitAnswer.Silence } => Texts.Wait_StateSilence.With(On(question, zone)),
        { DroppedAt: not null } => Texts.Wait_StateDropped,
        { ReopenedAt: { } at } => Texts.Wait_StateReopened.With(Moments.Short(at.InZone(zone).Date.ToDateOnly())),
        { MailId: null } => Texts.Escalation_StateWaiting,
        _ => Texts.Wait_StateAsked,
    };

    public static Badge.BadgeTone ToneOf(WaitQuestion question) => question.Answer switch
    {
        WaitAnswer.Exact or WaitAnswer.Silence => Badge.BadgeTone.Met,
        null when question.DroppedAt is null => Badge.BadgeTone.Risk,
        _ => Badge.BadgeTone.Soft,
    };

    public static string Of(WaitState state) => state switch
    {
        WaitState.Asked => Texts.Wait_StateAsked,
        WaitState.Confirmed => Texts.Wait_FilterConfirmed,
        WaitState.Sent => Texts.Wait_FilterSent,
        WaitState.Wrong => Texts.Wait_FilterWrong,
        WaitState.Silence => Texts.Wait_FilterSilence,
        _ => Texts.Wait_StateDropped,
    };

    public static IReadOnlyList<Choice> States =>
        [.. Enum.GetValues<WaitState>().Select(state => new Choice(state.ToString(), Of(state)))];

    /// <summary>Who is asked, as a side.</summary>
    public static string Side(WaitRow row, Tenant tenant) =>
        row.Question.AskedOf == Party.Company ? tenant.Company.Name : row.Commitment?.Provider ?? Texts.Party_Provider;

    private static string By(WaitQuestion question) => question.AnsweredBy is { Length: > 0 } name ? name : Texts.Confirm_Erased;

    private static string On(WaitQuestion question, DateTimeZone zone) =>
        Moments.Short(question.AnsweredAt!.Value.InZone(zone).Date.ToDateOnly());
}
