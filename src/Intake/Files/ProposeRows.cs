using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Intake.Bank;
using Pupitre.Intake.Tracking;
using Pupitre.Kernel;
using Pupitre.Recognition.Bank;
using Pupitre.Recognition.Contents;
using Pupitre.Recognition.Tracking;

namespace Pupitre.Intake.Files;

/// <summary>
/// Proposes the cells that stand in a file line by line: the dates of a tracking sheet, by what its titles resemble, and the lines of a bank account, by the
/// rules that recognise them. A broken file proposes nothing: the page that reads it says why.
/// </summary>
internal sealed class ProposeRows(ProposeCells propose, DateTimeZone zone)
{
    public IReadOnlyList<CellProposal> Of(EvidenceFile file, Finding finding, Stream content)
    {
        try
        {
            return finding.Kind == RecognisedKind.BankStatement ? OfBank(file, content) : OfTracking(file, finding, content);
        }
        catch (Refused)
        {
            return [];
        }
    }

    private List<CellProposal> OfBank(EvidenceFile file, Stream content) =>
        [.. new PlanBankLines(propose, file, zone).Of(BankFile.Read(content), KnownProofs.None).Where(line => line.Fate is CellFate.Dated or CellFate.Odd).Select(line =>
            CellProposal.Create(file.Id, line.Commitment!.Id, line.Key!, line.Moment, Kernel.Commitments.SourceClass.Receipt, line.Reason!, line.Doubts))];

    private List<CellProposal> OfTracking(EvidenceFile file, Finding finding, Stream content)
    {
        var tracking = TrackingFile.Read(content, file.Name, zone, year: null);
        if (!tracking.IsTracking)
        {
            return [];
        }

        file.KeepReading(TrackingReadings.Nobody);
        if (tracking.AsksYear)
        {
            file.Remark(Texts.File_WhichYear);
            return [];
        }

        var series = new PlanTracking(propose, file, zone).Of(tracking, reading: null, KnownProofs.None, finding.Word);
        var unread = series.Where(one => one.Commitment is null && one.Series.SaysDone).Select(one => one.Series.Title).ToList();
        file.Remark(Notes.Joined(
            unread.Count > 0 ? Texts.File_ColumnsNotUnderstood.With(string.Join(", ", unread)) : null,
            tracking.Others.Count > 0 ? Texts.File_SheetsNotUnderstood.With(string.Join(", ", tracking.Others)) : null));
        return [.. series.SelectMany(one => one.Cells.Where(IsProposed).Select(cell => CellProposal.Create(file.Id, one.Commitment!.Id, cell.Key!, cell.Moment, cell.AttestedBy, cell.Reason, cell.Doubts)))];
    }

    // A day to come is left out by who receives the file, who says so.
    private static bool IsProposed(PlannedCell cell) => cell.Fate is CellFate.Dated or CellFate.Done or CellFate.Odd || cell is { Fate: CellFate.Future, Cell.Said: Said.Dated };
}
