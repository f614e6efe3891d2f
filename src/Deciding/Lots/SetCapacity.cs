using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes;

namespace Pupitre.Deciding.Lots;

/// <summary>Says what the company can do at a time, and from which month on.</summary>
public sealed class SetCapacity(Db db)
{
    public async Task<LotCapacityInput> PrepareAsync(CancellationToken token)
    {
        WholeCompany.Require(db);
        var plan = await db.Set<LotPlan>().AsNoTracking().SingleOrDefaultAsync(token);
        return new LotCapacityInput
        {
            DaysAMonth = plan?.DaysAMonth ?? LotCapacity.Usual.DaysAMonth,
            AtOnce = plan?.AtOnce ?? LotCapacity.Usual.AtOnce,
            FirstMonth = plan?.FirstMonth is { } month ? LotMonths.Write(month) : null,
            Version = plan?.Version ?? 0,
        };
    }

    /// <exception cref="Kernel.Refused">The month is none.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody said otherwise since the form was opened.</exception>
    public async Task RunAsync(LotCapacityInput input, CancellationToken token)
    {
        WholeCompany.Require(db);
        var month = LotMonths.Asked(input.FirstMonth, nameof(LotCapacityInput.FirstMonth));
        await using var turn = await db.BeginAloneAsync(token);
        var plan = await db.Set<LotPlan>().SingleOrDefaultAsync(token);
        if ((plan?.Version ?? 0) != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        if (plan is null)
        {
            plan = LotPlan.Create();
            db.Add(plan);
        }

        plan.Allow(new LotCapacity(input.DaysAMonth!.Value, input.AtOnce!.Value), month);
        db.Record("LotCapacitySet", plan.Ref, new { plan.DaysAMonth, plan.AtOnce, plan.FirstMonth });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }
}
