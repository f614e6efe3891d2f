using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.TwoSides.Statements;

/// <summary>The company's word about a month that lies before both sides: a comment, or that it may be closed.</summary>
internal sealed class AnswerMonth(Db db, Tenant tenant, IClock clock, CloseMonth close)
{
    /// <summary>Agrees for the company; when the provider has agreed too, the month is closed at once.</summary>
    /// <exception cref="Refused">It is closed.</exception>
    public async Task<MonthStatement> AgreeAsync(Guid id, CancellationToken token)
    {
        var row = await OpenAsync(id, token);
        var now = clock.GetCurrentInstant();
        row.AgreeForCompany(now, tenant.AccountId);
        db.Record("MonthAgreed", row.Ref,
            new { StatementMonth = OccurrenceKeys.OfMonth(row.Month), row.ContractId, Side = nameof(Party.Company) });
        await db.SaveChangesAsync(token);
        if (row.IsAgreed)
        {
            await close.RunAsync(row, now, token);
        }

        return row;
    }

    /// <exception cref="Refused">It is closed, or nothing is said.</exception>
    public async Task<MonthStatement> CommentAsync(Guid id, string? text, CancellationToken token)
    {
        var row = await OpenAsync(id, token);
        var (role, name) = await SelfAsync(token);
        db.Add(StatementComment.Create(row.Id, Party.Company, role, name, tenant.AccountId, Checked(text), clock.GetCurrentInstant()));
        db.Record("MonthCommented", row.Ref,
            new { StatementMonth = OccurrenceKeys.OfMonth(row.Month), row.ContractId, Side = nameof(Party.Company) });
        await db.SaveChangesAsync(token);
        return row;
    }

    internal static string Checked(string? text) =>
        string.IsNullOrWhiteSpace(text) ? throw new Refused(Texts.Statement_CommentMissing, "text")
        : text.Trim() is { Length: <= StatementComment.MaxTextLength } said ? said
        : throw new Refused(Texts.Statement_CommentTooLong.With(StatementComment.MaxTextLength), "text");

    private async Task<MonthStatement> OpenAsync(Guid id, CancellationToken token)
    {
        var row = await db.Set<MonthStatement>().SingleOrDefaultAsync(row => row.Id == id, token) ?? throw new NotFound();
        return row.IsClosed ? throw new Refused(Texts.Statement_ClosedAlready) : row;
    }

    private async Task<(string Role, string Name)> SelfAsync(CancellationToken token)
    {
        var self = await (from member in db.Memberships
                          join account in db.Users on member.AccountId equals account.Id
                          where member.CompanyId == tenant.CompanyId && member.AccountId == tenant.AccountId
                          select new { member.Role, account.DisplayName }).SingleOrDefaultAsync(token);
        return self is null ? ("member", "")
            : (self.Role == Role.Owner ? "owner" : self.Role == Role.Pilot ? "pilot" : "member", self.DisplayName);
    }
}
