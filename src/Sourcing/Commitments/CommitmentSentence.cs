using System.Globalization;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Words;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Who and what a rule is about, for its sentence.</summary>
public sealed record CommitmentWords
{
    public required Party Performer { get; init; }

    /// <summary>Name of the provider, or null when it has none.</summary>
    public string? ProviderName { get; init; }

    /// <summary>The verb: "remet les bulletins".</summary>
    public required string Action { get; init; }

    /// <summary>The ready commitment whose verb is known in both languages, or null.</summary>
    public int? TemplateNumber { get; init; }

    /// <summary>The commitment that the rule waits for, or null.</summary>
    public ConditionWords? Condition { get; init; }
}

/// <summary>The commitment that another one waits for.</summary>
public sealed record ConditionWords(string Name, Party Performer, string? ProviderName, int? TemplateNumber);

/// <summary>Writes the rule of a commitment as a sentence in the reader's language.</summary>
public static class CommitmentSentence
{
    public static Sentence Of(CommitmentRule rule, CommitmentWords words) =>
        rule.Schedule is { } schedule ? OfSchedule(schedule, words) : OfClock(rule.Clock!, words);

    /// <summary>"nous", or the provider's name.</summary>
    public static string Subject(Party performer, string? providerName) => performer switch
    {
        Party.Company => Texts.Sentence_We,
        Party.Provider => providerName ?? Texts.Sentence_TheProvider,
        _ => Texts.Sentence_ThirdParty,
    };

    /// <summary>Whether the other side accepted a version, and what shows it; what was typed without a paper is ours alone.</summary>
    public static string Standing(CommitmentVersion version) => version switch
    {
        { IsInternalTarget: false, AcceptedWay: AcceptedWay.Link, AgreedOn: { } on } =>
            Texts.Commitment_AcceptedByLink.With(version.AgreedBy, Moments.Short(on)),
        { IsInternalTarget: false, AgreedOn: { } on } => Texts.Commitment_AcceptedBy.With(version.AcceptedFile, version.AgreedBy, Moments.Short(on)),
        { AgreedOn: { } typed } => Texts.Commitment_AcceptedWithoutPaper.With(version.AgreedBy, Moments.Short(typed)),
        _ => Texts.Commitment_InternalTarget,
    };

    /// <summary>"95 % des questions", or null without a target.</summary>
    public static string? Target(CommitmentVersion version) => version.TargetPercent is { } percent
        ? Texts.Sentence_Target.With(percent.ToString("0.####", CultureInfo.CurrentCulture), UnitWord(version.UnitMany))
        : null;

    /// <summary>A date of the company as people name it: "la date de paie"; a name that is not known stays as it is.</summary>
    public static string NameOf(string companyDate) => ScheduleWords.Named(companyDate);

    /// <summary>A unit in the reader's language where the catalogue knows it.</summary>
    public static string UnitWord(string unit)
    {
        foreach (var template in CommitmentTemplates.All)
        {
            if (template.UnitOne.Are(unit))
            {
                return template.UnitOne.ToString();
            }

            if (template.UnitMany.Are(unit))
            {
                return template.UnitMany.ToString();
            }
        }

        return unit;
    }

    private static Sentence OfSchedule(ScheduleRule rule, CommitmentWords words)
    {
        var when = ScheduleWords.When(rule);
        var roll = DateWords.Roll(rule.Roll);
        var details = new List<string>();
        var condition = "";
        if (rule.Prerequisite is { } prerequisite && words.Condition is { } before)
        {
            if (rule.Statutory)
            {
                details.Add(Texts.Sentence_StatutoryAfter.With(NameOf(before)));
            }
            else
            {
                condition = Condition(before, prerequisite.Days);
            }
        }
        else if (rule.Statutory)
        {
            details.Add(Texts.Sentence_Statutory);
        }

        if (rule.GraceDays > 0)
        {
            details.Add(Texts.Sentence_Grace.With(DateWords.Days(rule.GraceDays, DayCount.Calendar)));
        }

        return Sentence.Of(
            Texts.Sentence_Schedule, details,
            ScheduleWords.Every(rule), Subject(words.Performer, words.ProviderName), Action(words), when + roll, condition);
    }

    private static Sentence OfClock(ClockRule rule, CommitmentWords words)
    {
        var due = ClockWords.Due(rule);
        var subject = Subject(words.Performer, words.ProviderName);
        return rule.Target is DateTarget
            ? Sentence.Of(Texts.Sentence_ClockByDate, ClockWords.Details(rule), char.ToUpper(subject[0], CultureInfo.CurrentCulture) + subject[1..], Action(words), due)
            : Sentence.Of(Texts.Sentence_ClockWithin, ClockWords.Details(rule), ClockWords.Names(rule.Start), subject, Action(words), due);
    }

    private static string Action(CommitmentWords words)
    {
        var known = CommitmentTemplates.Find(words.TemplateNumber)?.ActionOf(words.Performer);
        return known is { } action && action.Are(words.Action) ? action.ToString() : words.Action;
    }

    private static string NameOf(ConditionWords before) =>
        CommitmentTemplates.Find(before.TemplateNumber)?.Name is { } name && name.Are(before.Name) ? name.ToString() : before.Name;

    private static string Condition(ConditionWords before, int days)
    {
        var template = CommitmentTemplates.Find(before.TemplateNumber);
        var done = before.Performer == Party.Company ? template?.WeHaveDone : template?.TheyHaveDone;
        var clause = done is { French: not null } words
            ? Subject(before.Performer, before.ProviderName) + " " + words
            : Texts.Sentence_DoneBefore.With(NameOf(before));
        return days == 0 ? Texts.Sentence_Condition.With(clause) : Texts.Sentence_ConditionSince.With(clause, DateWords.Days(days, DayCount.Business));
    }
}
