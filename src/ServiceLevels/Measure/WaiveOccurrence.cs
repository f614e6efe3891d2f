using System.ComponentModel.DataAnnotations;
using NodaTime;
using Pupitre.Evidence.Files;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Says, with a reason, that there was nothing to do on one due date or on many: they leave every base, and say who and why.</summary>
public sealed class WaiveOccurrence(Db db, Tenant tenant, IClock clock, ReadCompanyFacts readFacts)
{
    /// <summary>Waives all cells, or none; a cell that is waived already keeps its first reason.</summary>
    public async Task<int> RunAsync(WaiverInput input, CancellationToken token)
    {
        var cells = OccurrenceCell.ParseAll(input.Cells);
        if (string.IsNullOrWhiteSpace(input.Reason))
        {
            throw new Refused(Texts.Waiver_ReasonMissing, nameof(input.Reason));
        }

        var reason = input.Reason.Trim();
        if (reason.Length > OccurrenceStatement.MaxReasonLength)
        {
            throw new Refused(Texts.Correct_ReasonTooLong, nameof(input.Reason));
        }

        var now = clock.GetCurrentInstant();
        var facts = await readFacts.RunAsync(token);
        var judge = new JudgeOccurrences(facts, now);
        var items = cells.Select(cell => StateWorkDay.Find(facts, judge, cell)).Where(item => item.Waiver is null).ToList();
        foreach (var item in items)
        {
            var waiver = OccurrenceStatement.Create(item.Cell, StatementKind.Waived, reason, now, tenant.AccountId);
            db.Add(waiver);
            db.Record("OccurrenceWaived", new SubjectRef(OccurrenceStatement.Kind, waiver.Id), new { CommitmentId = item.Commitment.Id, Commitment = item.Commitment.Name, Occurrence = item.Key, Reason = reason });
        }

        await db.SaveChangesAsync(token);
        return items.Count;
    }
}

/// <summary>Which due dates are waived, and why.</summary>
public sealed class WaiverInput
{
    /// <summary>The due dates, each as <see cref="OccurrenceCell"/> writes it.</summary>
    public IReadOnlyList<string>? Cells { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Waiver_ReasonMissing))]
    [StringLength(OccurrenceStatement.MaxReasonLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Correct_ReasonTooLong))]
    public string? Reason { get; set; }
}
