using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Processes.Inventory;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>Changes how much each criterion counts in the company, or goes back to what it counted before anybody changed it.</summary>
public sealed class SetWeights(Db db)
{
    /// <param name="weights">All of them, from 0 to 10; null to go back.</param>
    /// <exception cref="Refused">A weight is missing or out of range, or one way is left without any.</exception>
    public async Task RunAsync(CriterionValues? weights, CancellationToken token)
    {
        var wanted = weights ?? CriterionValues.Of(Leanings.DefaultWeights);
        if (!Diagnose.CanWeigh(wanted))
        {
            throw new Refused(Texts.Weights_Bad.With(Leanings.MaxWeight));
        }

        await using var turn = await db.BeginAloneAsync(token);
        var row = await db.Set<DiagnosisWeights>().SingleOrDefaultAsync(token);
        var before = row is null ? CriterionValues.Of(Leanings.DefaultWeights) : CriterionValues.Read(row.Values);
        var changed = Leanings.Criteria.Count(criterion => before[criterion] != wanted[criterion]);
        if (changed == 0)
        {
            return;
        }

        if (row is null)
        {
            row = DiagnosisWeights.Create();
            db.Add(row);
        }

        row.Become(wanted);
        db.Record("DiagnosisWeightsChanged", new SubjectRef(DiagnosisWeights.SubjectKind, db.CompanyId), new { Count = changed });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }
}
