using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// Decides from which month on the months of a contract are closed. Nothing is laid before a provider without somebody having wanted
/// it.
/// </summary>
public sealed class StartStatements(Db db, Tenant tenant, IClock clock)
{
    /// <summary>Months that can be chosen, back from the current one.</summary>
    public const int MonthsBack = 12;

    /// <summary>Contracts that have none yet, by title, and the months that can be chosen, the current one first.</summary>
    internal async Task<StartForm> PrepareAsync(CancellationToken token)
    {
        var contracts = await db.Set<Contract>().AsNoTracking()
            .Where(row => row.ArchivedAt == null && !db.Set<StatementPlan>().Any(plan => plan.ContractId == row.Id))
            .OrderBy(row => row.Title).Select(row => new { row.Id, row.Title }).ToListAsync(token);
        var current = MonthNumber.Of(clock.GetCurrentInstant().InZone(tenant.Zone).Date.ToDateOnly());
        return new StartForm(
            contracts.ConvertAll(row => (row.Id, row.Title)), [.. Enumerable.Range(0, MonthsBack + 1).Select(back => current - back)]);
    }

    /// <exception cref="Refused">The contract has a first month already, or the month is too old or still to come.</exception>
    public async Task RunAsync(StartInput input, CancellationToken token)
    {
        var contract = await db.Set<Contract>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.ContractId, token)
            ?? throw new Refused(Texts.Statement_ContractMissing, nameof(StartInput.ContractId));
        var form = await PrepareAsync(token);
        if (OccurrenceKeys.MonthOf(input.FirstMonth) is not { } month || !form.Months.Contains(month))
        {
            throw new Refused(Texts.Statement_MonthMissing, nameof(StartInput.FirstMonth));
        }

        if (form.Contracts.All(row => row.Id != contract.Id))
        {
            throw new Refused(Texts.Statement_StartedAlready, nameof(StartInput.ContractId));
        }

        db.Add(StatementPlan.Create(contract.Id, month, clock.GetCurrentInstant(), tenant.AccountId));
        db.Record("StatementsStarted", new SubjectRef(StatementPlan.Kind, contract.Id),
            new { contract.Title, StatementMonth = OccurrenceKeys.OfMonth(month), ContractId = contract.Id });
        await db.SaveChangesAsync(token);
    }
}

/// <summary>What can be chosen.</summary>
internal sealed record StartForm(IReadOnlyList<(Guid Id, string Title)> Contracts, IReadOnlyList<int> Months);

/// <summary>From which month on, of which contract.</summary>
public sealed class StartInput
{
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Statement_ContractMissing))]
    public Guid? ContractId { get; set; }

    /// <summary>As 2026-05.</summary>
    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Statement_MonthMissing))]
    public string? FirstMonth { get; set; }
}
