using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;

namespace Pupitre.Gathering.Exports;

/// <summary>Who belongs to the company: the name and the address that the account of each holds, and nothing with which one signs in.</summary>
internal sealed class MembersSection(Db db) : ExportSection
{
    public override string Name => "memberships";

    public override async Task<long> WriteAsync(Stream lines, CancellationToken token)
    {
        var members = await (from membership in db.Memberships
                             join account in db.Users on membership.AccountId equals account.Id
                             where membership.CompanyId == db.CompanyId
                             orderby account.Id
                             select new { account.Id, account.DisplayName, account.Email, membership.Role, membership.Since })
            .AsNoTracking().ToListAsync(token);
        foreach (var member in members)
        {
            JsonLines.Write(lines, json =>
            {
                json.WriteString("account_id", member.Id);
                json.WriteString("name", member.DisplayName);
                json.WriteString("email", member.Email);
                json.WriteString("role", member.Role.ToString());
                json.WritePropertyName("since");
                JsonLines.WriteValue(json, member.Since);
            });
        }

        return members.Count;
    }
}
