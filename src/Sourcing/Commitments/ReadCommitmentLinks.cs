using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.Sourcing.Commitments;

/// <summary>Names of what a commitment points to.</summary>
public sealed class ReadCommitmentLinks(Db db)
{
    public async Task<Names> RunAsync(Commitment commitment, CommitmentVersion version, CancellationToken token)
    {
        var names = await db.Set<Process>().Where(row => row.Id == commitment.ProcessId).Select(row => new { row.Id, row.Name })
            .Concat(db.Set<Contract>().Where(row => row.Id == commitment.ContractId).Select(row => new { row.Id, Name = row.Title }))
            .Concat(db.Set<CompanyCalendar>().Where(row => row.Id == version.CalendarId).Select(row => new { row.Id, row.Name }))
            .ToDictionaryAsync(row => row.Id, row => row.Name, token);
        return new Names(names[commitment.ProcessId], commitment.ContractId is { } contract ? names.GetValueOrDefault(contract) : null, names[version.CalendarId]);
    }

    /// <summary>The names.</summary>
    public sealed record Names(string Process, string? Contract, string Calendar);
}
