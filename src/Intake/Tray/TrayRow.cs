using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.Intake.Tray;

/// <summary>A file as the database has it, with what was proposed and not accepted, and what it was read into.</summary>
internal sealed record TrayFile(EvidenceFile File, int Parts, string? ParentName, List<CellProposal> Proposals, ReadInto? ReadInto)
{
    /// <summary>In one query, whatever rows they are.</summary>
    public static IQueryable<TrayFile> Of(Db db, IQueryable<EvidenceFile> rows) => rows.Select(row => new TrayFile(
        row,
        db.Set<EvidenceFile>().Count(part => part.ParentId == row.Id),
        db.Set<EvidenceFile>().Where(parent => parent.Id == row.ParentId).Select(parent => parent.Name).FirstOrDefault(),
        db.Set<CellProposal>().Where(proposal => proposal.FileId == row.Id && proposal.State != ProposalState.Accepted).OrderBy(proposal => proposal.Id).ToList(),
        db.Set<Import>().Where(import => import.FileHash == row.Hash && import.WithdrawnAt == null && (import.State == ImportState.Done || import.State == ImportState.Running)).OrderByDescending(import => import.Id)
            .Select(import => new ReadInto(import.Id, db.Set<EvidenceSource>().Where(source => source.Id == import.SourceId).Select(source => source.Name).First())).FirstOrDefault()));
}

/// <summary>The import that read a table, and the source that it was read into.</summary>
public sealed record ReadInto(Guid ImportId, string Source);

/// <summary>A received file: where it stands, what is proposed, or why it stands nowhere.</summary>
/// <param name="Identity">Whether the file is about this company.</param>
/// <param name="Parts">Files that came inside it.</param>
/// <param name="ParentName">The mail or archive that it came in.</param>
/// <param name="Why">Why it stands nowhere; empty when it stands somewhere or waits for an answer.</param>
public sealed record TrayRow(
    EvidenceFile File, IdentityAnswer Identity, IReadOnlyList<TrayProposal> Proposals, IReadOnlyList<TrayPlace> Places, int Parts, string? ParentName, IReadOnlyList<WhyUnplaced> Why)
{
    /// <summary>The import that read it, when it is a table.</summary>
    public ReadInto? ReadInto { get; init; }

    /// <summary>What a module opened it as, when one did.</summary>
    public OpenedFile? Opened { get; init; }

    // What is about another company is proposed nowhere, whatever was proposed before that was known.
    internal static TrayRow Of(TrayFile row, IReadOnlyList<OccurrenceProof> proofs, OwnIdentities own, CellChoices choices)
    {
        var identity = FileSubject.Compare(row.File, own);
        var open = row.Proposals.Where(proposal => proposal.State is ProposalState.Open or ProposalState.Withheld && identity != IdentityAnswer.Other);
        var places = proofs.Where(proof => proof.WithdrawnAt is null).DistinctBy(proof => (proof.CommitmentId, proof.OccurrenceKey))
            .Select(proof => new TrayPlace(proof.Id, proof.CommitmentId, proof.OccurrenceKey, Cell(proof.CommitmentId, proof.OccurrenceKey, choices), proof.Doubts))
            .OrderBy(place => choices.Names.GetValueOrDefault(place.CommitmentId, "?"), StringComparer.CurrentCulture).ThenBy(place => place.OccurrenceKey, StringComparer.Ordinal).ToList();
        var proposals = open.Select(proposal => new TrayProposal(proposal.Id, Cell(proposal.CommitmentId, proposal.OccurrenceKey, choices), proposal.Reason, proposal.Moment, proposal.AttestedBy, proposal.Doubts)
        {
            CommitmentId = proposal.CommitmentId,
            OccurrenceKey = proposal.OccurrenceKey,
        }).ToList();
        return new TrayRow(row.File, identity, proposals, places, row.Parts, row.ParentName, places.Count + proposals.Count > 0 ? [] : [.. WhyUnplaced.Of(
            row.File, identity,
            [.. proofs.Where(proof => proof is { WithdrawnAt: not null, MovedTo: null }).Select(proof => Cell(proof.CommitmentId, proof.OccurrenceKey, choices)).Distinct()],
            [.. row.Proposals.Where(proposal => proposal.State == ProposalState.Refused).Select(proposal => Cell(proposal.CommitmentId, proposal.OccurrenceKey, choices)).Distinct()],
            choices, row.Parts)])
        {
            ReadInto = row.ReadInto,
        };
    }

    private static string Cell(Guid commitment, string key, CellChoices choices) => choices.Names.GetValueOrDefault(commitment, "?") + ", " + PeriodWords.Of(key);
}

/// <summary>A due date that a file is proposed for, and why.</summary>
public sealed record TrayProposal(Guid Id, string Cell, ProofReason Reason, ProofMoment Moment, SourceClass AttestedBy, Doubt Doubts)
{
    public required Guid CommitmentId { get; init; }

    public required string OccurrenceKey { get; init; }

    /// <summary>Asked once more before it counts.</summary>
    public bool IsQuestioned => Doubts.HasFlag(Doubt.BeforePeriod);
}

/// <param name="ProofId">One of the proofs that the file gives there.</param>
public sealed record TrayPlace(Guid ProofId, Guid CommitmentId, string OccurrenceKey, string Cell, Doubt Doubts);

/// <summary>What a person asked for and is asked about once more.</summary>
public sealed record AskedPlace(string? Commitment, string? Month, string? On);
