using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Files;
using Pupitre.Platform.Links;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Start.Sample;

/// <summary>
/// Removes a sample company whole: every row of every table, its files, its mails, its history. Of any other company nothing can be removed, and
/// the database says so again.
/// </summary>
public sealed class RemoveSampleCompany(Db db, Tenant tenant, FileStore files, WrittenMails written)
{
    /// <exception cref="Refused">The company was not created as a sample.</exception>
    public async Task RunAsync(CancellationToken token)
    {
        var company = tenant.Company;
        if (!company.IsSample)
        {
            throw new Refused(Texts.Sample_NotASample.With(company.Name));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(token);
        foreach (var (table, column) in TablesOfACompany())
        {
            await DeleteAsync("delete from " + table + " where " + column + " = {0}");
        }

        var mails = await db.Set<OutgoingMail>().Where(mail => mail.CompanyId == company.Id).Select(mail => mail.Id).ToListAsync(token);
        await db.Set<OutgoingMail>().Where(mail => mail.CompanyId == company.Id).ExecuteDeleteAsync(token);
        await db.Set<ActionLink>().Where(link => link.ForCompany == company.Id).ExecuteDeleteAsync(token);
        await DeleteAsync("delete from companies where id = {0}");
        await transaction.CommitAsync(token);
        files.RemoveAll();
        written.Remove(mails);

        // Only names of the model are put into the text; the key is a parameter.
        Task<int> DeleteAsync(string sql) => db.Database.ExecuteSqlRawAsync(sql, [company.Id], token);
    }

    /// <summary>Tables that hold rows of a company, those that point to others first.</summary>
    private List<(string Table, string Column)> TablesOfACompany()
    {
        var left = db.Model.GetEntityTypes().Where(entity => ColumnOf(entity) is not null).ToList();
        var ordered = new List<(string, string)>();
        while (left.Count > 0)
        {
            var free = left.Where(entity => !left.Exists(other => other != entity && PointsTo(other, entity))).ToList();
            if (free.Count == 0)
            {
                throw new InvalidOperationException("Tables point at each other in a circle: " + string.Join(", ", left.Select(entity => entity.GetTableName())));
            }

            ordered.AddRange(free.Select(entity => (entity.GetTableName()!, ColumnOf(entity)!)));
            left = [.. left.Except(free)];
        }

        return ordered;
    }

    private static bool PointsTo(IEntityType entity, IEntityType other) => entity.GetForeignKeys().Any(key => key.PrincipalEntityType == other);

    private static string? ColumnOf(IEntityType entity) =>
        typeof(ICompanyOwned).IsAssignableFrom(entity.ClrType) || entity.ClrType == typeof(Membership)
            ? entity.FindProperty(nameof(ICompanyOwned.CompanyId))?.GetColumnName()
            : null;
}
