using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access.Members;

/// <summary>
/// Gives a person a place in the company and mails them a link. Who has no account yet gets one without a password: the link lets them
/// choose it.
/// </summary>
public sealed class InviteMember(Db db, Tenant tenant, UserManager<Account> accounts, Outbox outbox, IClock clock)
{
    /// <param name="address">The program's own address, for the link.</param>
    /// <returns>
    /// The link, when nothing sends it and the person who invites may hand it over: shown once. Null when the mail leaves by itself, or when
    /// the account is also another company's, whose people alone may open it.
    /// </returns>
    public async Task<string?> RunAsync(InviteInput input, string address, CancellationToken token)
    {
        if (!Enum.IsDefined(input.Role))
        {
            throw new Refused(Texts.Member_RoleUnknown, nameof(input.Role));
        }

        try
        {
            return await InviteAsync(input, address, token);
        }
        catch (Exception problem) when (DatabaseRefusal.IsTaken(problem))
        {
            // Somebody invites the same person at this instant: now their account is there, and can be asked whether it has a place here.
            db.ChangeTracker.Clear();
            return await InviteAsync(input, address, token);
        }
    }

    private async Task<string?> InviteAsync(InviteInput input, string address, CancellationToken token)
    {
        var email = input.Email!.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var account = await accounts.FindByEmailAsync(email) ?? await CreateAsync(email, PlainText.Line(input.Name!));
        if (await db.Memberships.AnyAsync(row => row.AccountId == account.Id && row.CompanyId == tenant.CompanyId, token))
        {
            throw new Refused(Texts.Member_Already.With(email), nameof(input.Email));
        }

        var company = await db.Companies.SingleAsync(row => row.Id == tenant.CompanyId, token);
        db.Memberships.Add(Membership.Create(account.Id, company, input.Role, clock.GetCurrentInstant()));
        await MemberPerson.KeepAsync(db, account, token);
        var link = await LinkAsync(account, outbox.LinksTo(address));
        var isShown = !outbox.HasServer && !await db.Memberships.AnyAsync(row => row.AccountId == account.Id && row.CompanyId != tenant.CompanyId, token);
        var inviter = await db.Users.Where(row => row.Id == tenant.AccountId).Select(row => row.Email).SingleOrDefaultAsync(token);
        outbox.Send(email, Texts.Member_MailSubject.With(company.Name), Texts.Member_MailBody.With(account.DisplayName, company.Name, link), inviter);
        db.Record("MemberInvited", new SubjectRef("account", account.Id), new { Name = account.DisplayName, Role = input.Role.ToString(), LinkShown = isShown });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return isShown ? link : null;
    }

    private async Task<Account> CreateAsync(string email, string name)
    {
        var account = new Account { UserName = email, Email = email, DisplayName = name, CreatedAt = clock.GetCurrentInstant() };
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account : throw new Refused(string.Join(' ', made.Errors.Select(PasswordProblems.Word)), nameof(InviteInput.Email));
    }

    private async Task<string> LinkAsync(Account account, string address) =>
        await accounts.HasPasswordAsync(account) ? address + tenant.Path() : await PasswordLink.OfAsync(accounts, account, address);
}

/// <summary>Who is invited, and as what.</summary>
public sealed class InviteInput
{
    public const int MaxEmailLength = 254;

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Member_NameMissing))]
    [StringLength(Company.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string? Name { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_EmailMissing))]
    [EmailAddress(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_EmailWrong))]
    [StringLength(MaxEmailLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_EmailWrong))]
    public string? Email { get; set; }

    public Role Role { get; set; } = Role.Referent;
}
