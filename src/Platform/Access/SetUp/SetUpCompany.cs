using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Data;
using Pupitre.Platform.Forms;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Access.SetUp;

/// <summary>The first account and the first company, made together or not at all; it uses up the token.</summary>
public sealed class SetUpCompany(Db db, Tenant tenant, UserManager<Account> accounts, IClock clock, UseLink links)
{
    public async Task<(Account Owner, Company Company)> RunAsync(SetUpInput input, CancellationToken token)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        if (await SetUpToken.FindAsync(links, db, input.Token, token) is not { } link || !await links.RunAsync(link, token))
        {
            throw new NotFound();
        }

        var owner = new Account { UserName = input.Email!.Trim(), Email = input.Email.Trim(), DisplayName = PlainText.Line(input.OwnerName!), CreatedAt = clock.GetCurrentInstant(), EmailConfirmed = true };
        var made = await accounts.CreateAsync(owner, input.Password!);
        if (!made.Succeeded)
        {
            throw new Refused(string.Join(' ', made.Errors.Select(PasswordProblems.Word)), nameof(input.Password));
        }

        var company = await CreateAsync(input, Siren.Normalize(input.Siren), token);
        db.Memberships.Add(Membership.Create(owner.Id, company, Role.Owner, clock.GetCurrentInstant()));
        tenant.Enter(company, owner.Id, Roles.PermitsOf(Role.Owner));
        await MemberPerson.KeepAsync(db, owner, token);
        db.Record("CompanyCreated", new SubjectRef("company", company.Id), new { company.Name });
        await db.SaveChangesAsync(token);
        await transaction.CommitAsync(token);
        return (owner, company);
    }

    private async Task<Company> CreateAsync(SetUpInput input, string? siren, CancellationToken token)
    {
        var slug = await CompanySlug.FreeAsync(db, input.CompanyName!, token);
        var zone = HolidayZones.Parse(input.HolidayZone);
        var company = Company.Create(PlainText.Line(input.CompanyName!), slug, HolidayZones.Code(zone), CompanyTimeZone.Of(zone), clock.GetCurrentInstant());
        company.Describe(company.Name, siren, company.HolidayZone, company.TimeZone);
        db.Companies.Add(company);
        return company;
    }
}

/// <summary>What the set-up page asks.</summary>
public sealed class SetUpInput
{
    public string? Token { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.SetUp_CompanyNameMissing))]
    [StringLength(Company.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string? CompanyName { get; set; }

    public string HolidayZone { get; set; } = "metropole";

    /// <summary>Nine digits, or nothing. A wrong key is no reason to stop here: the page that follows warns of it.</summary>
    [SirenShape]
    public string? Siren { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.SetUp_OwnerNameMissing))]
    [StringLength(Company.MaxNameLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Field_TooLong))]
    public string? OwnerName { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_EmailMissing))]
    [EmailAddress(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_EmailWrong))]
    public string? Email { get; set; }

    [Required(ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_PasswordShort))]
    [MinLength(PasswordProblems.MinLength, ErrorMessageResourceType = typeof(Texts), ErrorMessageResourceName = nameof(Texts.Account_PasswordShort))]
    public string? Password { get; set; }
}
