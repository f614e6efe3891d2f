using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Ledger;

/// <summary>Adds lines at the end of a company's chain, and checks a chain.</summary>
public static class LedgerChain
{
    private const int SaltBytes = 16;

    /// <returns>The number of the last line.</returns>
    public static async Task<long> AppendAsync(Db db, IReadOnlyList<PendingEntry> pending, Tenant tenant, Instant now, CancellationToken token)
    {
        var head = await LockHeadAsync(db, tenant.CompanyId, token);
        var at = Instant.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        foreach (var entry in pending)
        {
            var detail = Detail(tenant.CompanyId, head.Number + 1, entry.DetailJson);
            var sealedEntry = LedgerEntry.Seal(tenant.CompanyId, head.Number + 1, head.Hash, at, tenant.AccountId, entry, detail?.ComputeDigest() ?? "");
            db.Add(sealedEntry);
            if (detail is not null)
            {
                db.Add(detail);
            }

            head.MoveTo(sealedEntry);
        }

        return head.Number;
    }

    /// <summary>
    /// Says for each kind that was written about which line was the last. In the same transaction, and after the lines: the company itself may be
    /// among what is saved. The head is locked: whoever writes later writes a higher number.
    /// </summary>
    public static async Task MoveKindsAsync(Db db, IReadOnlyList<PendingEntry> pending, Guid companyId, long number, CancellationToken token)
    {
        foreach (var kind in pending.Select(entry => entry.Subject.Kind).Distinct(StringComparer.Ordinal))
        {
            await db.Database.ExecuteSqlAsync(
                $"insert into ledger_kind_heads (company_id, subject_kind, number) values ({companyId}, {kind}, {number}) on conflict (company_id, subject_kind) do update set number = excluded.number", token);
        }
    }

    /// <summary>Moves the head of a kind about which no line is written, in the transaction of what happened: by a worker that is in no company.</summary>
    public static async Task CountAsync(Db db, Guid companyId, string kind, CancellationToken token)
    {
        if (db.Database.IsNpgsql())
        {
            await RowSecurity.SayAsync(db.Database.GetDbConnection(), db.Database.CurrentTransaction!.GetDbTransaction(), companyId, token);
        }

        await db.Database.ExecuteSqlAsync(
            $"insert into ledger_kind_heads (company_id, subject_kind, number) values ({companyId}, {kind}, 1) on conflict (company_id, subject_kind) do update set number = ledger_kind_heads.number + 1", token);
    }

    /// <summary>
    /// Waits until no other work of the company is between its first look and its save; to be asked first inside a transaction, before
    /// what depends on other people's rows is read. SQLite has one writer, and its transaction is begun as such.
    /// </summary>
    public static async Task WaitForTurnAsync(Db db, Guid companyId, CancellationToken token)
    {
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({companyId.ToString("N")}, 0))", token);
            await db.Database.ExecuteSqlAsync($"select 1 from ledger_heads where company_id = {companyId} for update", token);
        }
    }

    // SQLite has one writer, and its transaction is begun as such. PostgreSQL locks the row.
    private static async Task<LedgerHead> LockHeadAsync(Db db, Guid companyId, CancellationToken token)
    {
        var heads = db.Set<LedgerHead>();
        var head = db.Database.IsNpgsql()
            ? await heads.FromSql($"select * from ledger_heads where company_id = {companyId} for update").SingleOrDefaultAsync(token)
            : await heads.SingleOrDefaultAsync(token);
        if (head is null)
        {
            head = LedgerHead.Start(companyId);
            db.Add(head);
        }
        else
        {
            await db.Entry(head).ReloadAsync(token);
        }

        return head;
    }

    private static LedgerDetail? Detail(Guid companyId, long number, string? json) =>
        json is null ? null : LedgerDetail.Create(companyId, number, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)), json);
}
