using Microsoft.EntityFrameworkCore;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Start.Sample;

/// <summary>
/// Removes a sample company whole: every row of every table that <see cref="CompanyTables"/> lists, its files, its mails, its history. Of
/// any other company nothing can be removed, and the database says so again.
/// </summary>
public sealed class RemoveSampleCompany(Db db, Tenant tenant, FileStore files, WrittenMails written)
{
    /// <summary>How addresses of people end who do not exist: accounts that only the sample made leave with it.</summary>
    private const string Invented = ".example";

    /// <exception cref="Refused">The company was not created as a sample.</exception>
    public async Task RunAsync(CancellationToken token)
    {
        var company = tenant.Company;
        if (!company.IsSample)
        {
            throw new Refused(Texts.Sample_NotASample.With(company.Name));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var mails = await db.Set<OutgoingMail>().Where(mail => mail.CompanyId == company.Id).Select(mail => mail.Id).ToListAsync(token);
        foreach (var table in CompanyTables.Of(db.Model).Reverse())
        {
            await DeleteAsync("delete from " + table.Name + " where " + table.Column + " = {0}");
        }

        await db.Set<ActionLink>().Where(link => link.ForCompany == company.Id).ExecuteDeleteAsync(token);
        await db.Users.Where(account => account.PasswordHash == null && account.Email!.EndsWith(Invented)
            && !db.Memberships.Any(row => row.AccountId == account.Id))
            .ExecuteDeleteAsync(token);
        await transaction.CommitAsync(token);
        files.RemoveAll();
        written.Remove(mails);

        // Only names of the model are put into the text; the key is a parameter.
        Task<int> DeleteAsync(string sql) => db.Database.ExecuteSqlRawAsync(sql, [company.Id], token);
    }
}
