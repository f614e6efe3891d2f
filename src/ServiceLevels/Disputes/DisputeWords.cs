using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;

namespace Pupitre.ServiceLevels.Disputes;

/// <summary>What lists and pages say of disputes: facts of both sides in the same words.</summary>
public static class DisputeWords
{
    public static IReadOnlyList<Choice> States =>
    [
        new("us", Texts.Dispute_WaitsOnUs), new("them", Texts.Dispute_WaitsOnThem),
            new(nameof(DisputeState.Refused), Texts.Dispute_StateRefused),
        new(nameof(DisputeState.Agreed), Texts.Dispute_StateAgreed), new(nameof(DisputeState.Withdrawn), Texts.Dispute_StateWithdrawn),
    ];

    /// <summary>"à l'heure", "retard du prestataire".</summary>
    public static string Text(this DisputeWish wish) => wish switch
    {
        DisputeWish.OnTime => Texts.Wish_OnTime,
        DisputeWish.Late => Texts.Wish_Late,
        DisputeWish.NotOwed => Texts.Wish_NotOwed,
        DisputeWish.DelayOfProvider => Texts.Wish_DelayOfProvider,
        DisputeWish.DelayOfCompany => Texts.Wish_DelayOfCompany,
        _ => Texts.Wish_DelayOfThirdParty,
    };

    /// <summary>How it stands, seen from one side.</summary>
    public static string State(DisputeRecord record, Party reader, DisputeSides sides) => record.State switch
    {
        DisputeState.Agreed => Texts.Dispute_StateAgreed,
        DisputeState.Withdrawn => Texts.Dispute_StateWithdrawn,
        DisputeState.Refused => Texts.Dispute_StateRefusedOpen,
        _ when record.Dispute.Other == reader => Texts.Dispute_WaitsOnUs,
        _ => Texts.Dispute_WaitsOn.With(sides.NameOf(record.Dispute.Other)),
    };

    public static Badge.BadgeTone ToneOf(DisputeState state) => state switch
    {
        DisputeState.Agreed => Badge.BadgeTone.Met,
        DisputeState.Withdrawn => Badge.BadgeTone.Soft,
        _ => Badge.BadgeTone.Risk,
    };

    /// <summary>Who contested: by name to their own side, by what they do to the other.</summary>
    public static string Opener(Dispute dispute, Party reader, DisputeSides sides) =>
        Who(dispute.Side, dispute.PersonName, dispute.PersonRole, isNamed: dispute.Side == reader, sides);

    /// <summary>Who took a step: whoever agrees does so in their name.</summary>
    public static string Doer(DisputeStep step, Party reader, DisputeSides sides) =>
        Who(step.Side, step.PersonName, step.PersonRole, step.Side == reader || step.Kind == DisputeStepKind.Agreed, sides);

    public static string Done(DisputeStepKind kind) => kind switch
    {
        DisputeStepKind.Agreed => Texts.Dispute_DoneAgreed,
        DisputeStepKind.Refused => Texts.Dispute_DoneRefused,
        _ => Texts.Dispute_DoneWithdrawn,
    };

    /// <summary>How long the other side took to its first answer: "2 jours ouvrés"; null while there is none.</summary>
    public static string? AnsweredIn(DisputeRecord record, BusinessDays days, DateTimeZone zone) =>
        record.Answer is { } answer ? Days(DaysBetween(record.Dispute.OpenedAt, answer.At, days, zone)) : null;

    public static string Days(int days) => days == 0 ? Texts.Dispute_SameDay : Texts.Dispute_Days.With(days);

    /// <summary>Business days from one instant to another, both on the company's calendar; the day itself is none.</summary>
    public static int DaysBetween(Instant from, Instant to, BusinessDays days, DateTimeZone zone)
    {
        var (first, last) = (from.InZone(zone).Date.ToDateOnly(), to.InZone(zone).Date.ToDateOnly());
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            count += days.IsCounted(day, DayCount.Business) ? 1 : 0;
        }

        return count;
    }

    private static string Who(Party side, string name, string? role, bool isNamed, DisputeSides sides) =>
        (isNamed && name.Length > 0, role) switch
        {
            (true, { } does) => Texts.Dispute_NameRole.With(name, does, sides.NameOf(side)),
            (true, null) => Texts.Dispute_RoleOf.With(name, sides.NameOf(side)),
            (false, { } does) => Texts.Dispute_RoleOf.With(does, sides.NameOf(side)),
            _ => Texts.Dispute_Somebody.With(sides.NameOf(side)),
        };
}

/// <summary>What both sides are called.</summary>
public sealed record DisputeSides(string Company, string Provider)
{
    public string NameOf(Party side) => side == Party.Company ? Company : Provider;
}
