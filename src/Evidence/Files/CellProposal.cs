using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Evidence.Files;

/// <summary>A cell of the grid that a file seems to prove, with the reason; a person accepts, corrects or refuses it.</summary>
public sealed class CellProposal : ICompanyOwned
{
    private CellProposal()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid FileId { get; private init; }

    public Guid CommitmentId { get; private init; }

    public string OccurrenceKey { get; private init; } = "";

    public Instant? At { get; private init; }

    public DateOnly? On { get; private init; }

    /// <summary>Whether <see cref="At"/> only bounds the work from above.</summary>
    public bool IsUpperBound { get; private init; }

    public SourceClass AttestedBy { get; private init; }

    public ProofReason Reason { get; private init; } = null!;

    /// <summary>What is odd about it, to be said beside it.</summary>
    public Doubt Doubts { get; private init; }

    public ProposalState State { get; private set; }

    public static CellProposal Create(Guid fileId, Guid commitmentId, string occurrenceKey, ProofMoment moment, SourceClass attestedBy, ProofReason reason, Doubt doubts = Doubt.None) => new()
    {
        FileId = fileId,
        CommitmentId = commitmentId,
        OccurrenceKey = occurrenceKey,
        At = moment.At,
        On = moment.On,
        IsUpperBound = moment.IsUpperBound,
        AttestedBy = attestedBy,
        Doubts = doubts,
        Reason = reason,
    };

    /// <summary>What it says of when the work was done.</summary>
    public ProofMoment Moment => new(At, On, IsUpperBound);

    public void Answer(ProposalState state) => State = state;
}

/// <summary>What became of a proposal.</summary>
public enum ProposalState
{
    Open,
    Accepted,
    Refused,

    /// <summary>Not proposed: the file is about another company, unless somebody says that it is about this one.</summary>
    Withheld,
}

/// <summary>Remembers where a person put a file, so that the next of its kind is proposed there.</summary>
public sealed class PlacementRule : ICompanyOwned
{
    public const string Kind = "placement-rule";

    private PlacementRule()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    /// <summary>Address or organisation of the sender, folded; empty for any.</summary>
    public string Sender { get; private init; } = "";

    /// <summary>Words that the name, subject or first words hold, folded, separated by spaces.</summary>
    public string Wording { get; private init; } = "";

    public Guid CommitmentId { get; private init; }

    public Instant MadeAt { get; private init; }

    public Guid? MadeBy { get; private init; }

    public Instant? RemovedAt { get; private set; }

    public static PlacementRule Create(string sender, string wording, Guid commitmentId, Instant now, Guid? by) => new()
    {
        Sender = sender,
        Wording = wording,
        CommitmentId = commitmentId,
        MadeAt = now,
        MadeBy = by,
    };

    public void Remove(Instant now) => RemovedAt ??= now;
}
