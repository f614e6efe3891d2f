using Pupitre.Evidence.Files;
using Pupitre.Platform.Files;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Files;

/// <summary>Recognises a received file and all that is inside it, and proposes the cells that they prove; each cell once for one drop.</summary>
public sealed class RecogniseReceived(FileStore store, ProposeCells propose, TakeContent take, WeighDates weigh, KeepProposals keep)
{
    private readonly HashSet<(Guid Commitment, string Key)> _proposed = [];
    private bool _isOpen;
    private HandedOver? _from;

    /// <summary>Learns what the company has agreed with whom, and which mail is its own; once for many files.</summary>
    public async Task OpenAsync(CancellationToken token)
    {
        if (!_isOpen)
        {
            await propose.OpenAsync(token);
            await weigh.OpenAsync(token);
            _isOpen = true;
        }
    }

    /// <summary>Begins a drop.</summary>
    /// <param name="from">Who outside hands it over; null for our own people.</param>
    public void Begin(HandedOver? from = null)
    {
        _from = from;
        _proposed.Clear();
    }

    public async Task RunAsync(EvidenceFile file, Finding? outer, int depth, UnpackingBudget budget, bool keepContent, CancellationToken token)
    {
        Finding finding;
        await using (var content = store.OpenRead(file.Hash))
        {
            finding = weigh.Run(content, file, outer ?? _from?.Around, depth, budget);
        }

        finding = _from is null ? finding : HandedOver.Theirs(finding);

        var (moment, attestedBy) = weigh.MomentOf(file, finding);
        file.Recognise(finding, attestedBy, FileState.Tray);
        var proposals = weigh.Past(file, propose.Of(file, finding, moment, attestedBy).Concat(RowsOf(file, finding)))
            .Where(proposal => _from?.Commitments.Contains(proposal.CommitmentId) != false)
            .Where(proposal => _proposed.Add((proposal.CommitmentId, proposal.OccurrenceKey))).ToList();
        keep.Add(proposals);
        file.MoveTo(StateOf(finding, proposals.Count, outer));
        var around = depth + (finding.Kind == RecognisedKind.Archive ? 1 : 0);
        using var deeper = budget.Inside();
        var hasNew = false;
        foreach (var inner in finding.Inside)
        {
            await using var bytes = inner.Open();
            var (child, isKnown) = await take.RunAsync(bytes, inner.Name, null, file.Id, keepContent, token);
            if (!isKnown)
            {
                hasNew = true;
                await RunAsync(child, finding.Kind == RecognisedKind.Mail ? finding : null, around, budget, keepContent, token);
            }
        }

        // A mail that brought nothing new is still what arrived: a person can put it where it belongs.
        if (file.State == FileState.Container && finding is { Kind: RecognisedKind.Mail, Inside.Count: > 0 } && !hasNew)
        {
            file.MoveTo(FileState.Tray);
        }

        keep.HoldBack(file, proposals);
    }

    // What stands in the file line by line: dates of a tracking sheet, lines of the bank.
    private IEnumerable<CellProposal> RowsOf(EvidenceFile file, Finding finding)
    {
        if (finding is not { Kind: RecognisedKind.Table or RecognisedKind.BankStatement, Note: null })
        {
            return [];
        }

        using var content = store.OpenRead(file.Hash);
        return new ProposeRows(propose, propose.Zone).Of(file, finding, content);
    }

    private static FileState StateOf(Finding finding, int proposals, Finding? outer) => finding switch
    {
        _ when proposals > 0 => FileState.Proposed,
        { Kind: RecognisedKind.EventLog or RecognisedKind.BankStatement } => FileState.Table,
        { Kind: RecognisedKind.Table, Note: null } => FileState.Table,
        { Inside.Count: > 0 } => FileState.Container,
        _ when outer is { Templates.Count: > 0 } => FileState.Container,
        _ => FileState.Tray,
    };
}
