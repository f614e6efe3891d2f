using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Sourcing.Commitments;

/// <summary>What a commitment asks from a date on. Its rule never changes; the other side's acceptance may come later.</summary>
public sealed class CommitmentVersion : ICompanyOwned
{
    public const int MaxActionLength = 200;
    public const int MaxUnitLength = 40;
    public const int MaxPersonLength = 120;
    public const int MaxReasonLength = 500;
    public const int MaxRuleLength = 16_000;

    /// <summary>Months for which a new version is observed without consequence.</summary>
    public const int ObservedMonths = 3;

    private CommitmentRule? _rule;

    private CommitmentVersion()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid CommitmentId { get; private init; }

    /// <summary>1, 2, 3: the order in which they were made.</summary>
    public int Number { get; private init; }

    /// <summary>First local date on which an obligation that begins is measured by it.</summary>
    public DateOnly EffectiveFrom { get; private init; }

    public CommitmentKind Kind { get; private init; }

    /// <summary>The rule as JSON (<see cref="CommitmentRule"/>); a prerequisite names the other commitment's <see cref="Guid"/>.</summary>
    public string RuleJson { get; private init; } = "{}";

    /// <summary>The rule, read once.</summary>
    public CommitmentRule Rule => _rule ??= CommitmentRule.Parse(RuleJson);

    public Guid CalendarId { get; private init; }

    /// <summary>What is done, as the verb of the sentence: "remet les bulletins", "transmettons les variables".</summary>
    public string Action { get; private init; } = "";

    /// <summary>What is counted, in the singular: échéance, question, facture.</summary>
    public string UnitOne { get; private init; } = "";

    /// <summary>What is counted, in the plural.</summary>
    public string UnitMany { get; private init; } = "";

    /// <summary>Share of obligations to keep, in percent, or null when none was set.</summary>
    public decimal? TargetPercent { get; private init; }

    /// <summary>Hours of warning before the due instant (open hours for a clock), or null.</summary>
    public decimal? WarningHours => Kind == CommitmentKind.Clock ? (decimal?)Rule.Clock!.Warning?.TotalHours : Rule.Schedule!.WarningHours;

    /// <summary>Who accepted it for the other side, as somebody here typed it; null while nobody has.</summary>
    public string? AgreedBy { get; private set; }

    /// <summary>Day on which the other side accepted it, as somebody here typed it; null while nobody has.</summary>
    public DateOnly? AgreedOn { get; private set; }

    /// <summary>How the other side accepted it; null while nobody has, or as somebody here typed it without a paper.</summary>
    public AcceptedWay? AcceptedWay { get; private set; }

    /// <summary>Last day on which it is only observed, without any consequence; null when it never is.</summary>
    public DateOnly? ObservedUntil { get; private set; }

    /// <summary>
    /// Name of the file that shows the acceptance: the signed letter, the provider's mail, what was accepted by the link; null without one.
    /// </summary>
    public string? AcceptedFile { get; private set; }

    /// <summary>SHA-256 of that file's content, the name under which it is kept.</summary>
    public string? AcceptedHash { get; private set; }

    /// <summary>
    /// Nothing shows that the other side accepted it: it carries no consequences. What was typed without a file is our word alone.
    /// </summary>
    public bool IsInternalTarget => AcceptedHash is null;

    /// <summary>Whether it is only observed on that day: what comes out of it is shown, and nothing follows from it.</summary>
    public bool IsObservedOn(DateOnly day) => day <= ObservedUntil;

    /// <summary>Whether something may follow from it on that day: credits, escalations and guardrails ask this, and nothing else.</summary>
    public bool HasConsequencesOn(DateOnly day) => !IsInternalTarget && !IsObservedOn(day);

    /// <summary>Until when a version is observed that begins on that day, unless somebody says otherwise.</summary>
    public static DateOnly ObservedFrom(DateOnly day) => LastOf(day, ObservedMonths);

    /// <summary>Why it was made effective in the past; null otherwise.</summary>
    public string? Reason { get; private init; }

    public Instant MadeAt { get; private init; }

    /// <summary>Chooses among the versions of one commitment; a day before all of them takes the first.</summary>
    public static CommitmentVersion InForce(IReadOnlyCollection<CommitmentVersion> versions, DateOnly day) =>
        versions.Where(version => version.EffectiveFrom <= day).OrderBy(version => version.EffectiveFrom).ThenBy(version => version.Number).LastOrDefault()
        ?? versions.OrderBy(version => version.EffectiveFrom).ThenByDescending(version => version.Number).First();

    internal static CommitmentVersion Create(Guid commitmentId, int number, CommitmentTerms terms, Instant madeAt) => new()
    {
        CommitmentId = commitmentId,
        Number = number,
        EffectiveFrom = terms.EffectiveFrom,
        Kind = terms.Rule.Clock is null ? CommitmentKind.Schedule : CommitmentKind.Clock,
        RuleJson = terms.Rule.ToString(),
        CalendarId = terms.CalendarId,
        Action = terms.Action,
        UnitOne = terms.UnitOne,
        UnitMany = terms.UnitMany,
        TargetPercent = terms.TargetPercent,
        Reason = terms.Reason,
        ObservedUntil = terms.ObservedUntil,
        MadeAt = madeAt,
    };

    public void Accept(string by, DateOnly on, AcceptedWay way, string fileName, string hash) =>
        (AgreedBy, AgreedOn, AcceptedWay, AcceptedFile, AcceptedHash) = (by.Trim(), on, way, fileName, hash);

    internal void ObserveUntil(DateOnly? day) => ObservedUntil = day;

    // The years of dates end: a commitment from the last of them is observed to their end.
    private static DateOnly LastOf(DateOnly day, int months) => day > DateOnly.MaxValue.AddMonths(-months) ? DateOnly.MaxValue
        : day.AddMonths(months).AddDays(-1);
}

/// <summary>How the other side accepted a version.</summary>
public enum AcceptedWay
{
    /// <summary>By a paper that somebody here received: a signed letter, a mail.</summary>
    Paper,

    /// <summary>By the link that was mailed to one of its people.</summary>
    Link,

    /// <summary>By an answer to the mail that asked.</summary>
    Mail,
}

/// <summary>What makes an obligation: an event, or the calendar.</summary>
public enum CommitmentKind
{
    Clock,
    Schedule,
}
