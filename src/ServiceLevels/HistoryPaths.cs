using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Ledger;
using Pupitre.ServiceLevels.AccountingFiles;
using Pupitre.ServiceLevels.Evidence.Files;
using Pupitre.ServiceLevels.Evidence.Imports;
using Pupitre.ServiceLevels.Evidence.Settings;
using Pupitre.ServiceLevels.Evidence.Sources;
using Pupitre.ServiceLevels.Measure;
using Pupitre.ServiceLevels.Occurrences;
using Pupitre.ServiceLevels.Requests;
using Pupitre.Sourcing.Commitments;

namespace Pupitre.ServiceLevels;

/// <summary>Where the lines of the history lead, and the periods that they name.</summary>
internal static class HistoryPaths
{
    private static readonly string[] _periods = ["Occurrence", "FromOccurrence", "Obligation"];

    public static string? Of(SubjectRef subject) => subject.Kind switch
    {
        EvidenceFile.Kind => $"evidence/files/{subject.Id}",
        OccurrenceProof.Kind => $"evidence/proofs/{subject.Id}",
        EvidenceSettings.Kind or PlacementRule.Kind => "evidence",
        EvidenceSource.Kind => $"evidence/sources/{subject.Id}",
        Import.Kind => $"evidence/imports/{subject.Id}",
        AccountingFile.Kind => $"accounting-files/{subject.Id}",
        FiledFigures.Kind => "deliverables",
        ProofRequest.Kind => $"proof-requests/{subject.Id}",
        _ => null,
    };

    /// <summary>The due date or the case that a line names; a rule of placement leads to the commitment that it proposes.</summary>
    public static string? Of(SubjectRef subject, IReadOnlyDictionary<string, string> details) =>
        subject.Kind == EvidenceFile.Kind && details.ContainsKey("Columns") ? $"evidence/tracking/{subject.Id}"
        : subject.Kind == EvidenceFile.Kind && details.ContainsKey("Placed") ? $"evidence/bank/{subject.Id}"
        : !details.TryGetValue("CommitmentId", out var commitment) || !Guid.TryParse(commitment, out var id) ? null
        : subject.Kind == PlacementRule.Kind ? $"commitments/{id}"
        : !details.TryGetValue("Occurrence", out var key) && !details.TryGetValue("Obligation", out key) ? null
        : OccurrenceKeys.FirstDay(key) is not null ? $"due-dates/{id}/{key}"
        : DelayCorrection.CaseOf(key) is { } number ? $"scorecards/{id}/cases/{number}"
        : null;

    public static string? PeriodIn(string key, string text) =>
        !Array.Exists(_periods, known => known.Equals(key, StringComparison.OrdinalIgnoreCase)) ? null
        : OccurrenceKeys.FirstDay(text) is not null ? PeriodWords.Of(text)
        : Texts.History_ACase;
}
