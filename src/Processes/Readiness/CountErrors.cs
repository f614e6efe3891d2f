using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Readiness;

/// <summary>Lifts an unknown error rate by looking at cases and counting those that had to be done again.</summary>
public sealed class CountErrors(Db db, Tenant tenant, IClock clock)
{
    /// <exception cref="Refused">More errors than cases, or the process is archived.</exception>
    public async Task RunAsync(Guid processId, ErrorCountInput input, CancellationToken token)
    {
        var process = await db.Set<Process>().SingleOrDefaultAsync(row => row.Id == processId, token) ?? throw new NotFound();
        if (process.IsArchived)
        {
            throw new Refused(Texts.Count_ProcessArchived.With(process.Name));
        }

        var (cases, errors) = (input.Cases!.Value, input.Errors!.Value);
        if (errors > cases)
        {
            throw new Refused(Texts.Count_MoreThanCases.With(cases), nameof(input.Errors));
        }

        process.Count(cases, errors, clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly());
        db.Record("ErrorsCounted", process.Ref, new { process.Name, Cases = cases, Errors = errors });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>How many cases were looked at, and how many of them went wrong.</summary>
public sealed class ErrorCountInput
{
    /// <summary>Fewer tell nothing: one error more or less would move the rate by more than five points.</summary>
    public const int FewestCases = 20;

    public const int MostCases = 100_000;

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Count_Missing))]
    [Range(FewestCases, MostCases, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Cases { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Count_Missing))]
    [Range(0, MostCases, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Process_OutOfRange))]
    public int? Errors { get; set; }
}
