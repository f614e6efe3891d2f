using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Intake.Tray;

/// <summary>Narrows the received files to those that a filter wants, in the database: all but the words, which are looked for without accents.</summary>
internal sealed class NarrowFiles(Db db, Tenant tenant)
{
    /// <summary>Everything but words and state.</summary>
    public IQueryable<EvidenceFile> Run(FileFilter filter, CellChoices choices, Provider? provider)
    {
        var rows = db.Set<EvidenceFile>().AsNoTracking();
        if (filter.IsOfDrop)
        {
            var (since, until) = filter.Drop ?? (NodaTime.Instant.MaxValue, NodaTime.Instant.MaxValue);
            rows = filter.Drop is null ? rows.Where(row => filter.Also.Contains(row.Id)) : rows.Where(row => (row.ReceivedAt >= since && row.ReceivedAt <= until) || filter.Also.Contains(row.Id));
        }

        if (filter.Kinds.Count > 0)
        {
            rows = rows.Where(row => filter.Kinds.Contains(row.Recognised));
        }

        if (filter.Came is { } came)
        {
            var (first, next) = (StartOf(came), StartOf(came.AddMonths(1)));
            rows = rows.Where(row => row.ReceivedAt >= first && row.ReceivedAt < next);
        }

        if (filter.About is { } about)
        {
            rows = rows.Where(row => row.Period == about);
        }

        return filter.ProviderId is null ? rows : provider is null ? rows.Where(_ => false) : OfProvider(rows, choices, provider);
    }

    /// <summary>Those that stand there; put aside, refused and withdrawn ones are one.</summary>
    public IQueryable<EvidenceFile> InState(IQueryable<EvidenceFile> rows, FileState? state)
    {
        var (proposals, proofs) = (db.Set<CellProposal>(), db.Set<OccurrenceProof>());
        return state switch
        {
            null => rows,
            FileState.Dismissed => rows.Where(row => row.State == FileState.Dismissed || (row.State != FileState.Placed && row.State != FileState.Proposed
                && (proposals.Any(proposal => proposal.FileId == row.Id && proposal.State == ProposalState.Refused) || proofs.Any(proof => proof.FileId == row.Id && proof.WithdrawnAt != null && proof.MovedTo == null)))),
            var one => rows.Where(row => row.State == one),
        };
    }

    // Sent by them, signed with their number, or standing on a due date that they owe.
    private IQueryable<EvidenceFile> OfProvider(IQueryable<EvidenceFile> rows, CellChoices choices, Provider provider)
    {
        var owed = choices.Known.Where(row => row.ProviderId == provider.Id).Select(row => row.Id).ToList();
        var domains = provider.Contacts.Select(contact => contact.Person.Email).Append(provider.Email).OfType<string>()
            .Where(address => address.Contains('@', StringComparison.Ordinal)).Select(address => address[address.LastIndexOf('@')..].ToLowerInvariant()).Distinct().ToList();
        var (siren, proofs) = (OwnIdentities.SirenOf(provider.Siren) ?? "-", db.Set<OccurrenceProof>());
#pragma warning disable CA1304, CA1310, CA1311 // The database does it, by its own rules.
        return rows.Where(row => (row.ProviderNumber != null && row.ProviderNumber.StartsWith(siren))
            || (row.Sender != null && domains.Any(domain => row.Sender.ToLower().EndsWith(domain)))
            || proofs.Any(proof => proof.FileId == row.Id && proof.WithdrawnAt == null && owed.Contains(proof.CommitmentId)));
#pragma warning restore CA1304, CA1310, CA1311
    }

    private NodaTime.Instant StartOf(DateOnly day) => tenant.Zone.AtStartOfDay(NodaTime.LocalDate.FromDateOnly(day)).ToInstant();
}
