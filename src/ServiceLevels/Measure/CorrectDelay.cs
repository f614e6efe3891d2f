using System.ComponentModel.DataAnnotations;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>Says whose delay a late obligation is, with a reason. The derived answer stays readable beside it.</summary>
public sealed class CorrectDelay(Db db, Tenant tenant, IClock clock, ReadCompanyFacts readFacts)
{
    /// <summary>Kind of a reference to a correction in the ledger.</summary>
    public const string Kind = "delay-correction";

    public async Task RunAsync(Guid commitmentId, string obligation, DelayInput input, CancellationToken token)
    {
        var facts = await readFacts.RunAsync(token);
        if (facts.Find(commitmentId) is not { } commitment)
        {
            throw new NotFound();
        }

        var known = facts.Adjustments.CorrectionOf(commitmentId, obligation);
        if (known is not null && known.Whose == input.Whose && known.Reason == input.Reason!.Trim())
        {
            return;
        }

        var correction = DelayCorrection.Create(commitmentId, obligation, input.Whose, input.Reason!.Trim(), clock.GetCurrentInstant(), tenant.AccountId);
        db.Add(correction);
        db.Record("DelayAttributed", new SubjectRef(Kind, correction.Id), new { CommitmentId = commitment.Id, Commitment = commitment.Name, Obligation = obligation, Whose = input.Whose.ToString(), input.Reason });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>Whose delay it is, and why.</summary>
public sealed class DelayInput
{
    public Imputation Whose { get; set; } = Imputation.Undetermined;

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Correct_ReasonMissing))]
    [StringLength(DelayCorrection.MaxReasonLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Correct_ReasonTooLong))]
    public string? Reason { get; set; }
}
