using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;

namespace Pupitre.Gathering.Guardrails;

/// <summary>Lives with a mistake for a while, with the reason; takes that back. When the last day has passed it is open again by itself.</summary>
public sealed class AcceptBreach(Db db, Tenant tenant, IClock clock, IEnumerable<IGuardrail> guardrails)
{
    /// <summary>Longer than a year is no exception any more.</summary>
    private const int MaxDays = 366;

    /// <summary>What is to be accepted.</summary>
    /// <exception cref="NotFound">There is no such guardrail, or the subject has nothing to accept.</exception>
    public async Task<(IGuardrail Guardrail, Breach Breach)> PrepareAsync(string key, Guid subjectId, CancellationToken token)
    {
        var guardrail = guardrails.FirstOrDefault(known => known.Key == key && tenant.Allows(known.Permit)) ?? throw new NotFound();
        return (guardrail, (await StandsAsync(guardrail, subjectId, token)).Breach);
    }

    /// <exception cref="Refused">The last day has passed, or is more than a year ahead.</exception>
    public async Task RunAsync(string key, Guid subjectId, AcceptanceInput input, CancellationToken token)
    {
        var guardrail = guardrails.FirstOrDefault(known => known.Key == key && tenant.Allows(known.Permit)) ?? throw new NotFound();
        var (breach, isAhead) = await StandsAsync(guardrail, subjectId, token);
        var (today, until) = (clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly(), input.Until!.Value);
        if (until < today || until > today.AddDays(MaxDays))
        {
            throw new Refused(Texts.Guardrail_BadDay.With(Moments.Short(today), Moments.Short(today.AddDays(MaxDays))), nameof(input.Until));
        }

        var record = await FindAsync(key, subjectId, token);
        if (record is null)
        {
            record = GuardrailRecord.Open(key, breach.Subject, clock.GetCurrentInstant());
            db.Add(record);
        }
        else if (record.SolvedAt is not null)
        {
            record.ComeBack(clock.GetCurrentInstant());
        }

        if (isAhead)
        {
            record.Await();
        }

        var reason = PlainText.Line(input.Reason!);
        record.Accept(tenant.AccountId, reason, until);
        db.Record("GuardrailAccepted", breach.Subject, new { breach.Name, Guardrail = key, Reason = reason, Until = until });
        await db.SaveChangesAsync(token);
    }

    /// <exception cref="NotFound">There is no such guardrail for this person, or nothing of it was ever seen at the subject.</exception>
    public async Task TakeBackAsync(string key, Guid subjectId, CancellationToken token)
    {
        if (!guardrails.Any(known => known.Key == key && tenant.Allows(known.Permit)))
        {
            throw new NotFound();
        }

        var record = await FindAsync(key, subjectId, token) ?? throw new NotFound();
        if (record.AcceptedUntil is null)
        {
            return;
        }

        record.TakeBack();
        db.Record("GuardrailAcceptanceTakenBack", record.Subject, new { Guardrail = key });
        await db.SaveChangesAsync(token);
    }

    // What stands, or would stand once somebody went on.
    private static async Task<(Breach Breach, bool IsAhead)> StandsAsync(IGuardrail guardrail, Guid subjectId, CancellationToken token) =>
        (await guardrail.FindAsync(token)).FirstOrDefault(found => found.Subject.Id == subjectId) is { } standing
            ? (standing, false)
            : (await guardrail.AheadAsync(subjectId, token) ?? throw new NotFound(), true);

    private Task<GuardrailRecord?> FindAsync(string key, Guid subjectId, CancellationToken token) =>
        db.Set<GuardrailRecord>().SingleOrDefaultAsync(row => row.Key == key && row.SubjectId == subjectId, token);
}

/// <summary>Why one lives with a mistake, and until when.</summary>
public sealed class AcceptanceInput
{
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Guardrail_ReasonMissing))]
    [StringLength(GuardrailRecord.MaxReasonLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string? Reason { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Guardrail_DayMissing))]
    public DateOnly? Until { get; set; }
}
