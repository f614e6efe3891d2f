using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Platform;

/// <summary>The people of a company: never without an owner, with a role that exists, and taken away only on purpose.</summary>
public sealed class MembersTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string RoleForm = "form:has([name='Input.Role'])";

    [Fact]
    public async Task Two_owners_who_step_down_at_once_leave_one()
    {
        const int Rounds = 4;
        for (var round = 0; round < Rounds; round++)
        {
            var company = await pupitre.HaveCompanyAsync();
            var second = await HaveMemberAsync(company, Role.Owner);
            var answers = await Task.WhenAll(StepDownAsync(company), StepDownAsync(second));

            answers.ShouldAllBe(status => status == HttpStatusCode.Redirect || status == HttpStatusCode.UnprocessableEntity || status == HttpStatusCode.Conflict);
            (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Memberships.CountAsync(row => row.CompanyId == company.Id && row.Role == Role.Owner))).ShouldBe(1);
        }
    }

    [Theory]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("Emperor")]
    public async Task A_role_that_does_not_exist_is_given_to_nobody(string role)
    {
        var company = await pupitre.HaveCompanyAsync();
        var member = await HaveMemberAsync(company, Role.Pilot);
        using var owner = await PlainClient.SignedInAsync(pupitre.Address, company);
        var path = await MemberPathAsync(company, member);
        var fields = await owner.FieldsAsync(path, RoleForm);
        fields["Input.Role"] = role;
        using (var changed = await owner.PostAsync(path, new FormUrlEncodedContent(fields)))
        {
            ((int)changed.StatusCode).ShouldBeLessThan(500);
        }

        var invited = await owner.FieldsAsync($"/{company.Slug}/settings/people", "#invite form");
        (invited["Invited.Name"], invited["Invited.Email"], invited["Invited.Role"]) = ("Nadia", company.Slug + ".x@exemple.fr", role);
        using (var answer = await owner.PostAsync($"/{company.Slug}/settings/people", new FormUrlEncodedContent(invited)))
        {
            ((int)answer.StatusCode).ShouldBeLessThan(500);
        }

        var roles = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Memberships.Where(row => row.CompanyId == company.Id).Select(row => row.Role).ToListAsync());
        roles.ShouldAllBe(given => Enum.IsDefined(given));
        using var colleague = await PlainClient.SignedInAsync(pupitre.Address, member);
        (await colleague.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Taking_access_away_asks_first_and_is_undone_in_one_click_with_the_same_role()
    {
        var company = await pupitre.HaveCompanyAsync();
        var member = await HaveMemberAsync(company, Role.Pilot);
        using var owner = pupitre.Browser();
        await owner.SignInAsync(company);
        await owner.OpenAsync(await MemberPathAsync(company, member));
        owner.Page.QuerySelector("details form[action$='/removal']").ShouldNotBeNull("The button opens a question.");

        await owner.SendAsync("form[action$='/removal']");

        owner.Text.ShouldContain("L’accès est retiré.");
        using var removed = await PlainClient.SignedInAsync(pupitre.Address, member);
        (await removed.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.NotFound);
        await owner.SendAsync("form[action$='/restoration']");
        (await removed.StatusOfAsync($"/{company.Slug}/history")).ShouldBe(HttpStatusCode.OK);
        (await RolesAsync(company)).ShouldContain(Role.Pilot);
    }

    [Fact]
    public async Task Nobody_is_given_back_an_access_that_they_never_had()
    {
        var company = await pupitre.HaveCompanyAsync();
        var other = await pupitre.HaveCompanyAsync();
        using var owner = await PlainClient.SignedInAsync(pupitre.Address, company);
        var account = await AccountAsync(other);

        using var answer = await owner.PostAsync($"/{company.Slug}/settings/members/{account}/restoration", null, await owner.TokenAsync());

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await RolesAsync(company)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_last_owner_is_not_taken_away()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var owner = await PlainClient.SignedInAsync(pupitre.Address, company);

        using var answer = await owner.PostAsync($"/{company.Slug}/settings/members/{await AccountAsync(company)}/removal", null, await owner.TokenAsync());

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("dernier dirigeant");
    }

    [Fact]
    public async Task One_person_invited_many_times_at_once_is_invited_once()
    {
        const int AtOnce = 6;
        var company = await pupitre.HaveCompanyAsync();
        using var owner = await PlainClient.SignedInAsync(pupitre.Address, company);
        var email = company.Slug + ".invitee@exemple.fr";
        var fields = await owner.FieldsAsync($"/{company.Slug}/settings/people", "#invite form");
        (fields["Invited.Name"], fields["Invited.Email"], fields["Invited.Role"]) = ("Nadia", email, nameof(Role.Reader));

        var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async number =>
        {
            var own = new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["_once"] = Guid.CreateVersion7().ToString("N") };
            using var answer = await owner.PostAsync($"/{company.Slug}/settings/people", new FormUrlEncodedContent(own));
            return (int)answer.StatusCode;
        }));

        answers.ShouldAllBe(status => status < 500);
        // Without a mail server the page of the one who is invited shows the link itself; the others are told that the person is there already.
        answers.Count(status => status == (int)HttpStatusCode.OK).ShouldBe(1);
        answers.Count(status => status == (int)HttpStatusCode.UnprocessableEntity).ShouldBe(AtOnce - 1);
        (await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Users.CountAsync(account => account.Email == email))).ShouldBe(1);
    }

    [Fact]
    public async Task Somebody_invited_is_welcomed_by_the_company_and_comes_in_with_their_password()
    {
        var company = await pupitre.HaveCompanyAsync();
        using var owner = pupitre.Browser();
        await owner.SignInAsync(company);
        await owner.OpenAsync($"/{company.Slug}/settings/people");
        var email = company.Slug + ".nadia@exemple.fr";
        await owner.SendAsync("#invite form", ("Invited.Name", "Nadia Perrin"), ("Invited.Email", email), ("Invited.Role", nameof(Role.Reader)));
        var body = await pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Set<Pupitre.Platform.Mail.OutgoingMail>().Where(mail => mail.To == email).Select(mail => mail.Body).SingleAsync());
        using var invited = pupitre.Browser();

        await invited.OpenAsync(body.Split('\n').Single(line => line.StartsWith("http", StringComparison.Ordinal)));

        invited.Page.QuerySelector("h1")!.TextContent.ShouldBe("Bienvenue, Nadia Perrin");
        invited.Text.ShouldContain($"Atelier {company.Slug} vous donne accès à Pupitre, avec l’adresse {email}.");
        invited.Text.ShouldNotContain("nouveau mot de passe");
        await invited.SendAsync("form:has([name='Input.New'])", ("Input.New", "un autre mot de passe"));
        invited.Path.ShouldStartWith("/" + company.Slug);
        invited.Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> StepDownAsync(TestCompany person)
    {
        using var owner = await PlainClient.SignedInAsync(pupitre.Address, person);
        var path = await MemberPathAsync(person, person);
        var fields = await owner.FieldsAsync(path, RoleForm);
        fields["Input.Role"] = nameof(Role.Reader);
        using var answer = await owner.PostAsync(path, new FormUrlEncodedContent(fields));
        return answer.StatusCode;
    }

    private Task<List<Role>> RolesAsync(TestCompany company) =>
        pupitre.InsideAsync(company, services => services.GetRequiredService<Db>().Memberships.Where(row => row.CompanyId == company.Id).Select(row => row.Role).ToListAsync());

    private async Task<string> MemberPathAsync(TestCompany company, TestCompany member) => $"/{company.Slug}/settings/members/{await AccountAsync(member)}";

    private Task<Guid> AccountAsync(TestCompany person) =>
        pupitre.InsideAsync(person, services => services.GetRequiredService<Db>().Users.Where(account => account.Email == person.Email).Select(account => account.Id).SingleAsync());

    private Task<TestCompany> HaveMemberAsync(TestCompany company, Role role) => pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var email = $"m{Guid.CreateVersion7():N}@exemple.fr";
        var account = new Account { UserName = email, Email = email, DisplayName = "Dominique", CreatedAt = pupitre.Clock.Now };
        (await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, RunningPupitre.Password)).Succeeded.ShouldBeTrue();
        db.Memberships.Add(Membership.Create(account.Id, await db.Companies.SingleAsync(row => row.Id == company.Id), role, pupitre.Clock.Now));
        await db.SaveChangesAsync();
        return company with { Email = email };
    });
}
