using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Processes.Steps;
using Pupitre.Processes.Tools;

namespace Pupitre.Processes.Catalogue;

/// <summary>What became of taking a ready process.</summary>
/// <param name="ProcessId">The process of the map.</param>
/// <param name="WasThere">It had been taken before, and nothing was done.</param>
public sealed record Taking(Guid ProcessId, bool WasThere);

/// <summary>
/// Takes a ready process into the map, with its steps, in the reader's language. One that is in the map already is not doubled. How often
/// it comes round stays unknown where that differs from company to company.
/// </summary>
public sealed class TakeReadyProcess(Db db, SaveSteps steps, IClock clock)
{
    /// <exception cref="NotFound">The catalogue has no such process.</exception>
    public async Task<Taking> RunAsync(string key, CancellationToken token) => (await RunAsync([key], token))[0];

    /// <summary>Several at once: all or none.</summary>
    /// <exception cref="NotFound">The catalogue does not hold one of them.</exception>
    public async Task<IReadOnlyList<Taking>> RunAsync(IReadOnlyList<string> keys, CancellationToken token)
    {
        var wanted = keys.Distinct(StringComparer.Ordinal).Select(key => ReadyProcesses.Find(key) ?? throw new NotFound()).ToList();
        await using var transaction = await db.BeginAloneAsync(token);
        var takings = new List<Taking>();
        foreach (var ready in wanted)
        {
            takings.Add(await FindAsync(ready.Key, token) is { } there
                ? new Taking(there, WasThere: true)
                : new Taking(await TakeAsync(ready, token), WasThere: false));
        }

        await transaction.CommitAsync(token);
        return takings;
    }

    /// <summary>
    /// Takes a ready process into one of the map that has no steps yet, such as the first page made it: what stands there stays, what
    /// nobody has said is filled in.
    /// </summary>
    /// <param name="key">Of the catalogue.</param>
    /// <param name="into">The process of the map.</param>
    /// <param name="token">Stops it.</param>
    /// <exception cref="NotFound">There is no such process, here or in the catalogue.</exception>
    /// <exception cref="Refused">It has steps, is archived, or was taken from the catalogue itself.</exception>
    public async Task<Taking> IntoAsync(string key, Guid into, CancellationToken token)
    {
        var ready = ReadyProcesses.Find(key) ?? throw new NotFound();
        await using var transaction = await db.BeginAloneAsync(token);
        var process = await db.Set<Process>().SingleOrDefaultAsync(row => row.Id == into, token) ?? throw new NotFound();
        if (await FindAsync(key, token) is { } there)
        {
            return new Taking(there, WasThere: true);
        }

        if (!await Bare(db).AnyAsync(row => row.Id == into, token))
        {
            throw new Refused(Texts.Catalogue_NotBare.With(process.Name));
        }

        process.Complete(InputOf(ready));
        await WriteAsync(process, ready, token);
        await transaction.CommitAsync(token);
        return new Taking(process.Id, WasThere: false);
    }

    /// <summary>Processes of the map that a ready one may be taken into: no steps, and not from the catalogue.</summary>
    internal static IQueryable<Process> Bare(Db db) => db.Set<Process>().Where(row => row.ArchivedAt == null
        && !db.Set<ProcessStep>().Any(step => step.ProcessId == row.Id) && !db.Set<TakenProcess>().Any(taken => taken.ProcessId == row.Id));

    private async Task<Guid> TakeAsync(ReadyProcess ready, CancellationToken token)
    {
        var process = Process.Create(Guid.Empty);
        process.Describe(InputOf(ready));
        db.Add(process);
        await WriteAsync(process, ready, token);
        return process.Id;
    }

    private async Task WriteAsync(Process process, ReadyProcess ready, CancellationToken token)
    {
        db.Add(TakenProcess.Create(process.Id, ready.Key, clock.GetCurrentInstant()));
        db.Record("ProcessTaken", process.Ref, new { process.Name, Domain = process.Domain.ToString() });
        steps.Write(process, StepsOf(ready), [], await NamedTools.ReadAsync(db, token));
        await db.SaveChangesAsync(token);
    }

    private async Task<Guid?> FindAsync(string key, CancellationToken token) =>
        await db.Set<TakenProcess>().Where(row => row.Key == key)
            .Join(db.Set<Process>().Where(row => row.ArchivedAt == null), row => row.ProcessId, process => process.Id, (row, process) => (Guid?)process.Id).FirstOrDefaultAsync(token);

    internal static ProcessInput InputOf(ReadyProcess ready) => new()
    {
        Name = ready.Name.ToString(),
        Domain = ready.Domain,
        Purpose = ready.Purpose.ToString(),
        Trigger = ready.Trigger.ToString(),
        Result = ready.Result.ToString(),
        CustomerInside = ready.Customer.ToString(),
        LegalDeadline = CatalogueWords.FirstDeadline(ready),
        Volume = ready.Volume,
        VolumePer = ready.Per,
        Criticality = ready.Criticality,
        Sensitive = ready.Sensitive,
    };

    internal static IReadOnlyList<StepInput> StepsOf(ReadyProcess ready) =>
    [
        .. ready.Steps.Select(step => new StepInput
        {
            Name = step.Name.ToString(),
            Role = step.Role.ToString(),
            Minutes = step.Minutes,
            WaitHours = step.WaitHours == 0 ? null : step.WaitHours,
            SharePercent = step.SharePercent,
            DocumentsIn = string.Join("; ", step.DocumentsIn),
            DocumentsOut = string.Join("; ", step.DocumentsOut),
        }),
    ];
}
