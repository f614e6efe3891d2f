using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Platform;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;
using Pupitre.Processes;
using Pupitre.Processes.Inventory;

namespace Pupitre.ProcessMap.Agreements;

/// <summary>An agreement with what changed since it was asked.</summary>
/// <param name="Changes">What stands differently now; nothing while it stands as it was.</param>
public sealed record AgreementLine(Agreement Agreement, IReadOnlyList<SnapshotChange> Changes);

/// <summary>The agreements of a process, or of the whole map.</summary>
public sealed class ReadAgreements(Db db, ReadSnapshot read)
{
    /// <summary>The last that are shown: what was agreed to long ago stands in the history.</summary>
    public const int MaxShown = 20;

    /// <exception cref="NotFound">The reader is limited to a provider.</exception>
    public async Task<IReadOnlyList<AgreementLine>> RunAsync(Guid? processId, CancellationToken token)
    {
        WholeCompany.Require(db);
        var rows = await db.Set<Agreement>().AsNoTracking().Where(row => row.ProcessId == processId)
            .OrderByDescending(row => row.Id).Take(MaxShown).ToListAsync(token);
        if (rows.Count == 0)
        {
            return [];
        }

        var now = processId is { } id ? (await read.OfProcessAsync(id, token)).Content : await read.OfMapAsync(token);
        var hash = now.Hash();
        return rows.ConvertAll(row => new AgreementLine(row, row.Hash == hash ? [] : now.Since(MapSnapshot.Read(row.Content))));
    }
}

/// <summary>Asks no more: the link of an agreement that waits stops working.</summary>
public sealed class WithdrawAgreement(Db db, Tenant tenant, IClock clock, UseLink links)
{
    /// <returns>The process that it was about; null for the whole map.</returns>
    /// <exception cref="NotFound">The company has no such agreement.</exception>
    public async Task<Guid?> RunAsync(Guid id, CancellationToken token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var agreement = await db.Set<Agreement>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        if (agreement.Answer == AgreementAnswer.Waiting)
        {
            agreement.Withdraw(clock.GetCurrentInstant());
            await links.RevokeAsync(AgreementMail.Purpose, agreement.Ref, tenant.CompanyId, token);
            var subject = agreement.ProcessId is { } process ? new SubjectRef(Process.Kind, process) : agreement.Ref;
            db.Record("AgreementWithdrawn", subject, new { Name = agreement.About, Who = agreement.PersonName });
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
        }

        return agreement.ProcessId;
    }
}
