using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes.Inventory;

namespace Pupitre.Deciding.Diagnosis;

/// <summary>Keeps what the company answers about a process before it decides.</summary>
public sealed class AnswerDiagnosis(Db db, IClock clock, Tenant tenant)
{
    public async Task<DiagnosisInput> PrepareAsync(Guid processId, CancellationToken token)
    {
        var row = await db.Set<ProcessDiagnosis>().AsNoTracking().SingleOrDefaultAsync(known => known.ProcessId == processId, token);
        return row is null ? new DiagnosisInput { ProcessId = processId } : new DiagnosisInput
        {
            ProcessId = processId,
            Version = row.Version,
            Values = CriterionValues.Read(row.Answers),
            Reach = row.Reach,
            Why = row.Why,
            Objective = row.Objective,
            Control = row.Control,
            Safety = row.Safety,
            Return = row.Return,
        };
    }

    /// <exception cref="NotFound">The company has no such process.</exception>
    /// <exception cref="Refused">The process is archived.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody answered since the form was opened.</exception>
    public async Task RunAsync(DiagnosisInput input, CancellationToken token)
    {
        var process = await db.Set<Process>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == input.ProcessId, token)
            ?? throw new NotFound();
        if (process.IsArchived)
        {
            throw new Refused(Texts.Diagnosis_Archived.With(process.Name));
        }

        await using var turn = await db.BeginAloneAsync(token);
        var row = await db.Set<ProcessDiagnosis>().SingleOrDefaultAsync(known => known.ProcessId == process.Id, token);
        if ((row?.Version ?? 0) != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        if (row is null)
        {
            row = ProcessDiagnosis.Create(process.Id);
            db.Add(row);
        }

        row.Answer(input, clock.GetCurrentInstant(), tenant.AccountId);
        db.Record("DiagnosisAnswered", process.Ref, new { process.Name });
        await db.SaveChangesAsync(token);
        await turn.CommitAsync(token);
    }
}
