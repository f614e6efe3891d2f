using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Platform.Data;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Mail;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access.Members;

/// <summary>
/// Gives a person a place in the company and mails them a link. Who has no account yet gets one without a password: the link lets them
/// choose it.
/// </summary>
public sealed class InviteMember(Db db, Tenant tenant, InvitedAccount accounts, Outbox outbox, PasswordLink links)
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

        MemberRows.CheckScope(input.Role, input.Limit);
        try
        {
            return await InviteAsync(input, address, token);
        }
        catch (Exception problem) when (DatabaseRefusal.IsTaken(problem))
        {
            // Somebody invites the same person at this instant: now their account is there, and can be asked whether it has a place here.
            db.StartOver();
            return await InviteAsync(input, address, token);
        }
    }

    private async Task<string?> InviteAsync(InviteInput input, string address, CancellationToken token)
    {
        var email = input.Email!.Trim();
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var account = await accounts.RunAsync(email, input.Name!);
        if (await db.Memberships.AnyAsync(row => row.AccountId == account.Id && row.CompanyId == tenant.CompanyId, token))
        {
            throw new Refused(Texts.Member_Already.With(email), nameof(input.Email));
        }

        var company = await db.Companies.SingleAsync(row => row.Id == tenant.CompanyId, token);
        var membership = Membership.Create(account.Id, company, input.Role, accounts.Now);
        membership.LimitTo(input.Limit);
        db.Memberships.Add(membership);
        await MemberPerson.KeepAsync(db, account, input.Role == Role.Provider ? input.Limit : null, token);
        var link = account.PasswordHash is null ? links.Of(account, outbox.LinksTo(address), tenant.CompanyId) : outbox.LinksTo(address) + tenant.Path();
        var isShown = !outbox.HasServer && !await db.Memberships.AnyAsync(row => row.AccountId == account.Id && row.CompanyId != tenant.CompanyId, token);
        var inviter = await db.Users.Where(row => row.Id == tenant.AccountId).Select(row => row.Email).SingleOrDefaultAsync(token);
        outbox.Send(email, Texts.Member_MailSubject.With(company.Name), Texts.Member_MailBody.With(account.DisplayName, company.Name, link), inviter);
        db.Record("MemberInvited", new SubjectRef("account", account.Id), new { Name = account.DisplayName, Role = input.Role.ToString(), LinkShown = isShown });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return isShown ? link : null;
    }
}

/// <summary>The account of who is invited: the one that bears the address, or a new one, still without a password.</summary>
public sealed class InvitedAccount(UserManager<Account> accounts, IClock clock)
{
    public Instant Now => clock.GetCurrentInstant();

    public async Task<Account> RunAsync(string email, string name)
    {
        if (await accounts.FindByEmailAsync(email) is { } known)
        {
            return known;
        }

        var account = new Account { UserName = email, Email = email, DisplayName = PlainText.Line(name), CreatedAt = Now };
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account : throw new Refused(string.Join(' ', made.Errors.Select(PasswordProblems.Word)), nameof(InviteInput.Email));
    }
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

    /// <summary>What alone the person sees, as <see cref="PersonInput.SideKey"/>; nothing for all of the company.</summary>
    public string? Scope { get; set; }

    public SubjectRef? Limit => new PersonInput { SideKey = Scope }.Side;
}
