using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Names of what a commitment points to.</summary>
public sealed class ReadCommitmentLinks(Db db)
{
    public async Task<Names> RunAsync(Commitment commitment, CommitmentVersion version, CancellationToken token) => new(
        await db.Set<Process>().Where(row => row.Id == commitment.ProcessId).Select(row => row.Name).SingleAsync(token),
        commitment.ContractId is { } contract ? await db.Set<Contract>().Where(row => row.Id == contract).Select(row => row.Title).SingleAsync(token) : null,
        await db.Set<CompanyCalendar>().Where(row => row.Id == version.CalendarId).Select(row => row.Name).SingleAsync(token));

    /// <summary>The names.</summary>
    public sealed record Names(string Process, string? Contract, string Calendar);
}
