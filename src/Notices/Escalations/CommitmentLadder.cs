using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Escalations;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Notices.Escalations;

/// <summary>Whom a level writes to. A level may name several.</summary>
[Flags]
public enum LadderTarget
{
    Nobody = 0,

    /// <summary>Who does the work at the provider: where nobody said so, its first contact.</summary>
    Clerk = 1,

    /// <summary>Who answers for it at the provider: where nobody said so, its second contact, or its only one.</summary>
    Manager = 2,

    /// <summary>Who conducts the process.</summary>
    Pilot = 4,

    /// <summary>Who stands in for them.</summary>
    Deputy = 8,

    /// <summary>The company's owners.</summary>
    Owner = 16,
}

/// <summary>
/// The ladder of one commitment, where it is another than the usual one: whom each level writes to, or that it is switched off. Without
/// a row
/// the usual one holds.
/// </summary>
public sealed class CommitmentLadder : ICompanyOwned
{
    /// <summary>Kind of a reference to a ladder in the history.</summary>
    public const string Kind = "ladder";

    private CommitmentLadder()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid CommitmentId { get; private init; }

    public bool IsOff { get; private set; }

    public LadderTarget Before { get; private set; }

    public LadderTarget Due { get; private set; }

    public LadderTarget AfterOne { get; private set; }

    public LadderTarget AfterFive { get; private set; }

    /// <summary>Since when it is on again: what was reached before is not written about. Null when it always was.</summary>
    public Instant? Since { get; private set; }

    public SubjectRef Ref => new(Kind, Id);

    public LadderTarget this[Rung rung] => rung switch
    {
        Rung.Before => Before,
        Rung.Due => Due,
        Rung.AfterOne => AfterOne,
        _ => AfterFive,
    };

    internal static CommitmentLadder Create(Guid commitmentId) => new() { CommitmentId = commitmentId };

    /// <summary>The usual one: who does it first, then who answers for it, then the owner.</summary>
    public static LadderTarget Usual(Party performer, Rung rung) => (performer, rung) switch
    {
        (Party.Provider, Rung.Before or Rung.Due) => LadderTarget.Clerk,
        (Party.Provider, Rung.AfterOne) => LadderTarget.Manager | LadderTarget.Pilot,
        (Party.Provider, _) => LadderTarget.Manager | LadderTarget.Owner,
        (_, Rung.Before or Rung.Due) => LadderTarget.Pilot,
        (_, Rung.AfterOne) => LadderTarget.Pilot | LadderTarget.Deputy,
        _ => LadderTarget.Owner,
    };

    /// <summary>Those whom a commitment's level may write to: what the company itself owes climbs its own side.</summary>
    public static LadderTarget Allowed(Commitment commitment) => commitment is { Performer: Party.Provider, ProviderId: not null }
        ? LadderTarget.Clerk | LadderTarget.Manager | Ours : Ours;

    internal const LadderTarget Ours = LadderTarget.Pilot | LadderTarget.Deputy | LadderTarget.Owner;

    internal void Describe(bool isOff, IReadOnlyList<LadderTarget> targets, Instant now)
    {
        (Before, Due, AfterOne, AfterFive) = (targets[0], targets[1], targets[2], targets[3]);
        Since = IsOff && !isOff ? now : Since;
        IsOff = isOff;
    }
}
