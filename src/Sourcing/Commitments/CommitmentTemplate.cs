using Pupitre.Kernel.Commitments;
using Pupitre.Processes;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Profile;

namespace Pupitre.Sourcing.Commitments;

/// <summary>A ready commitment, true to French practice: adopted as it stands or adapted.</summary>
public sealed record CommitmentTemplate
{
    /// <summary>Number in the catalogue; a commitment remembers it.</summary>
    public required int Number { get; init; }

    public required Words Name { get; init; }

    public required Domain Domain { get; init; }

    /// <summary>It makes sense with any provider, whatever was handed over.</summary>
    public bool ForAnyDomain { get; init; }

    public required Party Performer { get; init; }

    public required CalendarUse Calendar { get; init; }

    /// <summary>What is done, after "nous": "transmettons les variables de paie".</summary>
    public required Words WeDo { get; init; }

    /// <summary>What is done, after a provider's name: "transmet les variables de paie".</summary>
    public required Words TheyDo { get; init; }

    /// <summary>The done thing as a condition of another commitment, after "nous": "ayons transmis les variables de paie".</summary>
    public Words WeHaveDone { get; init; }

    /// <summary>The done thing as a condition of another commitment, after a provider's name.</summary>
    public Words TheyHaveDone { get; init; }

    /// <summary>What shows that it was done.</summary>
    public required Words Proof { get; init; }

    /// <summary>What is counted, in the singular.</summary>
    public Words UnitOne { get; init; } = new("échéance", "due date");

    /// <summary>What is counted, in the plural.</summary>
    public Words UnitMany { get; init; } = new("échéances", "due dates");

    /// <summary>Share of obligations to keep, in percent.</summary>
    public decimal TargetPercent { get; init; } = 95;

    /// <summary>Number of the ready commitment that this one waits for, or null.</summary>
    public int? Prerequisite { get; init; }

    /// <summary>Business days after the prerequisite was done.</summary>
    public int PrerequisiteDays { get; init; }

    /// <summary>The rule for a company, without the prerequisite.</summary>
    public required Func<CompanyProfile, CommitmentRule> RuleFor { get; init; }

    internal Func<CompanyProfile, bool> AppliesTo { get; init; } = _ => true;

    public CommitmentKind Kind => RuleFor(CompanyProfile.Unknown()).Clock is null ? CommitmentKind.Schedule : CommitmentKind.Clock;

    /// <summary>Whether the company's facts make this commitment one of its own: no VAT return for a company without VAT.</summary>
    public bool IsFor(CompanyProfile profile) => AppliesTo(profile);

    /// <summary>The verb of the sentence for who does it.</summary>
    public Words ActionOf(Party performer) => performer == Party.Company ? WeDo : TheyDo;

    /// <summary>The rule for a company.</summary>
    /// <param name="profile">The facts asked once.</param>
    /// <param name="prerequisite">Key of the commitment that stands for <see cref="Prerequisite"/>, or null when the company has none.</param>
    public CommitmentRule Rule(CompanyProfile profile, Guid? prerequisite = null)
    {
        var rule = RuleFor(profile);
        return rule.Schedule is { } schedule && prerequisite is { } key
            ? CommitmentRule.Of(schedule with { Prerequisite = new SchedulePrerequisite(key.ToString(), PrerequisiteDays) })
            : rule;
    }
}
