using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Product.Tests.Service;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.FirstRun;

namespace Pupitre.Browser.Tests.Stories;

/// <summary>
/// Two sides of one contract: a clerk hands files over by a link on a phone, in English and without an account; another, who has an
/// account, contests; the company sees the one in its cell and agrees to the other.
/// </summary>
public sealed class TwoSidesTests(Chromium chromium, RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    private const string Email = "lea@cabinet-martin.fr";

    [Fact]
    public async Task What_is_handed_over_by_a_link_stands_in_its_cell_once_the_company_has_placed_it()
    {
        var company = await pupitre.HaveCompanyAsync();
        var (contract, commitment) = await pupitre.InsideAsync(company, async services =>
        {
            var builder = new ServiceBuilder(services);
            await builder.HandOverAsync(Tile.Payroll, "Cabinet Martin", ServiceBuilder.PayslipsTemplate);
            var row = await builder.CommitmentAsync(ServiceBuilder.PayslipsTemplate);
            await services.GetRequiredService<NamePerson>().KeepAsync(
                new PersonInput
                {
                    Name = "Léa Petit",
                    Email = Email,
                    SideKey = PersonInput.KeyOf(new SubjectRef(Provider.Kind, row.ProviderId!.Value)),
                },
                CancellationToken.None);
            await services.GetRequiredService<Db>().SaveChangesAsync();
            return (row.ContractId!.Value, row.Id);
        });
        await using var owner = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit());
        await owner.SignInAsync(company);
        await owner.OpenAsync($"/{company.Slug}/contracts/{contract}/deposit-link");
        await owner.FindNoBarrierAsync();
        await owner.Page.Locator("main form button[type=submit]").First.ClickAsync();
        var link = await owner.Page.Locator("a[href*='/deposit?token=']").GetAttributeAsync("href");

        await using var clerk = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit("en", Visit.Phone));
        await clerk.OpenAsync(link!);
        await clerk.FindNoBarrierAsync();
        await clerk.FindNoSidewaysScrollAsync();
        var cell = await clerk.Page.Locator("select[name=cell] option").Nth(1).GetAttributeAsync("value");
        await clerk.Page.Locator("select[name=cell]").SelectOptionAsync(cell!);
        await clerk.Page.Locator("file-drop input[type=file]").SetInputFilesAsync(
            new FilePayload
            {
                Name = "bulletins.txt",
                MimeType = "text/plain",
                Buffer = Encoding.UTF8.GetBytes("bulletins " + company.Slug),
            });
        await clerk.Page.Locator("file-drop button[type=submit]").ClickAsync();
        await clerk.Page.GetByText("1 file received on").WaitForAsync();
        await clerk.FindNoBarrierAsync();
        await clerk.FindNoSidewaysScrollAsync();

        await owner.OpenAsync($"/{company.Slug}/deposits");
        await owner.FindNoBarrierAsync();
        await owner.FollowAsync(owner.Page.Locator("main tbody a[href*='/evidence/files/']").First);
        await owner.Page.Locator("form[action$='/proposals/acceptance'] button").First.ClickAsync();
        await owner.OpenAsync($"/{company.Slug}/due-dates/{cell}");
        (await owner.Page.Locator("main").InnerTextAsync()).ShouldContain("bulletins.txt");
        cell.ShouldStartWith(commitment.ToString());
    }

    [Fact]
    public async Task What_a_provider_contests_from_its_account_reads_otherwise_once_the_company_agrees()
    {
        var world = await ContestedCompany.HaveAsync(pupitre);
        await GiveAccountAsync(world);
        await using var clerk = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit());
        await clerk.SignInAsync(world.Company with { Email = Email });
        await clerk.OpenAsync($"{world.SideOf(world.Provider)}/commitments/{world.Commitment}/{KeyOf(world)}");
        await clerk.FindNoBarrierAsync();
        await clerk.Page.Locator("[name='Input.Wish']").SelectOptionAsync("OnTime");
        await clerk.Page.Locator("[name='Input.Reason']").FillAsync("La réponse est partie le jour même.");
        await clerk.FollowAsync(clerk.Page.Locator("#contest button[type=submit]"));
        await clerk.FindNoBarrierAsync();

        await using var owner = await Visitor.ComeAsync(chromium, pupitre.Address, new Visit("en", Visit.Phone));
        await owner.SignInAsync(world.Company);
        await owner.OpenAsync($"/{world.Company.Slug}/today");
        await owner.FollowAsync(owner.Page.Locator("main a[href*='/disputes/']").First);
        await owner.FindNoBarrierAsync();
        await owner.FindNoSidewaysScrollAsync();
        await owner.Page.Locator("form[action$='/agreement'] button").ClickAsync();
        await owner.Page.Locator("form[action$='/agreement']").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        (await world.MarchAsync(pupitre)).ShouldSatisfyAllConditions(tally => tally.Late.ShouldBe(0));
    }

    private static string KeyOf(ContestedCompany world) => Uri.EscapeDataString(DelayCorrection.KeyOf(world.Cases[2]));

    private Task<bool> GiveAccountAsync(ContestedCompany world) => pupitre.InsideAsync(world.Company, async services =>
    {
        var (db, now) = (services.GetRequiredService<Db>(), services.GetRequiredService<NodaTime.IClock>().GetCurrentInstant());
        var account = new Account { UserName = Email, Email = Email, DisplayName = "Léa Petit", CreatedAt = now };
        (await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, RunningPupitre.Password)).Succeeded.ShouldBeTrue();
        var company = await db.Companies.SingleAsync(row => row.Id == world.Company.Id);
        db.Memberships.Add(Membership.Create(account.Id, company, Role.Reader, now));
        await db.SaveChangesAsync();
        await services.GetRequiredService<ChangeMemberRole>()
            .RunAsync(account.Id, Role.Provider, new SubjectRef(Provider.Kind, world.Provider), CancellationToken.None);
        return true;
    });
}
