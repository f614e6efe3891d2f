using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Settings;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Ui;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Contents;

namespace Pupitre.Intake.Files;

/// <summary>What the dates in a file are worth: who wrote them, whether they can be true, what a file takes over from the mail that it came in.</summary>
public sealed class WeighDates(DescribeMail mail, RecogniseFile recognise, Tenant tenant)
{
    private static readonly Duration _clockTolerance = Duration.FromMinutes(10);

    private CompanyMail? _company;

    /// <summary>Learns which mail servers and addresses are the company's own; once for many files.</summary>
    public async Task OpenAsync(CancellationToken token) => _company ??= await mail.ReadAsync(token);

    /// <summary>What a file is and says about itself, as far as it is to be believed.</summary>
    /// <param name="outer">What was found of the mail that it came in, or null.</param>
    public Finding Run(Stream content, EvidenceFile file, Finding? outer, int depth, UnpackingBudget budget)
    {
        var finding = recognise.Of(content, file.Name, _company!, depth, budget);
        return Doubt(Inherit(Dated(Believed(finding, outer), file, outer), outer), file);
    }

    /// <summary>Leaves out what is dated after it came, and says so: a date to come is no trace of work.</summary>
    internal List<CellProposal> Past(EvidenceFile file, IEnumerable<CellProposal> proposals)
    {
        var (past, future) = (new List<CellProposal>(), 0);
        foreach (var proposal in proposals)
        {
            if (DayOfWork.IsFuture(proposal.Moment, file.ReceivedAt + _clockTolerance, tenant.Zone))
            {
                future++;
            }
            else
            {
                past.Add(proposal);
            }
        }

        if (future > 0)
        {
            file.Remark(Texts.File_FutureRows.With(future));
        }

        return past;
    }

    // An accounting file is named after the end of its year: one that arrives before is about the months until then, which the mail may tell.
    private Finding Dated(Finding finding, EvidenceFile file, Finding? outer) =>
        finding is { Kind: RecognisedKind.AccountingFile, Period: { } period } && period.AddMonths(1) > DayOf(outer?.ReceiptAt ?? outer?.StatedAt ?? file.ReceivedAt)
            ? finding with { Period = null }
            : finding;

    // What came in a mail arrived when the mail did; a third party's own date goes first.
    // A mail that our own people hand on did not arrive when they did so.
    private Finding Inherit(Finding finding, Finding? outer) => outer is null ? finding : finding with
    {
        ReceiptAt = finding.ReceiptAt ?? (finding.ReceiptOn is null && !IsHandedOn(finding, outer) ? outer.ReceiptAt : null),
        ReceiptOn = finding.ReceiptOn ?? (finding.ReceiptAt is null && outer.ReceiptAt is null && !IsHandedOn(finding, outer) ? outer.ReceiptOn : null),
        StatedAt = finding.StatedAt ?? (finding.StatedOn is null ? outer.StatedAt : null),
        StatedOn = finding.StatedOn ?? (finding.StatedAt is null ? outer.StatedOn : null),
        Word = finding.Word ?? outer.Word,
        Period = finding.Period ?? outer.Period,
        Sender = finding.Sender ?? outer.Sender,
    };

    private bool IsHandedOn(Finding finding, Finding outer) => finding.Kind == RecognisedKind.Mail && _company!.IsOwnAddress(outer.Sender);

    // Whoever sent a mail wrote all of the mails inside it, headers of our server included; our own people hand on what we have.
    private Finding Believed(Finding finding, Finding? outer) =>
        outer is { Kind: RecognisedKind.Mail } && finding.Kind == RecognisedKind.Mail && !_company!.IsOwnAddress(outer.Sender) ? finding with { ReceiptAt = null, ReceiptOn = null } : finding;

    // What is dated after it arrived here was not seen by anybody yet: clocks may differ by minutes.
    private Finding Doubt(Finding finding, EvidenceFile file)
    {
        if (finding.ReceiptAt > file.ReceivedAt + _clockTolerance || finding.ReceiptOn > DayOf(file.ReceivedAt + _clockTolerance))
        {
            var written = finding.ReceiptAt is { } at ? Moments.Short(at, tenant.Zone) : Moments.Short(finding.ReceiptOn!.Value);
            finding = finding with { ReceiptAt = null, ReceiptOn = null, Note = Notes.Joined(finding.Note, Texts.File_ReceiptFromTheFuture.With(written)) };
        }

        return finding is { ReceiptAt: null, ReceiptOn: null, StatedAt: { } stated } && stated > file.ReceivedAt + _clockTolerance
            ? finding with { Note = Notes.Joined(finding.Note, Texts.File_FromTheFuture.With(Moments.Short(stated, tenant.Zone))) }
            : finding;
    }

    private DateOnly DayOf(Instant at) => at.InZone(tenant.Zone).Date.ToDateOnly();

    /// <summary>When a file says that it happened, and whose word that is.</summary>
    public (ProofMoment Moment, SourceClass AttestedBy) MomentOf(EvidenceFile file, Finding finding) => finding switch
    {
        { ReceiptAt: { } at } => (ProofMoment.Of(at), SourceClass.Receipt),
        { ReceiptOn: { } on } => (ProofMoment.Of(on), SourceClass.Receipt),
        { StatedAt: null, StatedOn: { } on } when on <= DayOf(file.ReceivedAt) => (ProofMoment.Of(on), ProposeCells.WordOf(finding)),
        { StatedAt: { } stated } when stated < file.ReceivedAt => (ProofMoment.Of(stated), ProposeCells.WordOf(finding)),
        _ => (ProofMoment.NoLaterThan(file.ReceivedAt), SourceClass.Observed),
    };
}
