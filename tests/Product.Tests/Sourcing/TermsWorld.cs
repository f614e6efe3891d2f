using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.ContractLife.Terms;
using Pupitre.Kernel.Time;
using Pupitre.Platform.Access;
using Pupitre.Platform.Access.Members;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Product.Tests.Sourcing;

/// <summary>Contracts of every sort with one provider, made by the operations themselves.</summary>
internal static class TermsWorld
{
    /// <summary>Ends on 31 December 2026; ten days' notice until Monday 21 December, the letter leaves by Wednesday 16.</summary>
    public static ContractInput Near =>
        new() { Title = "Paie", Start = new(2026, 1, 1), Months = 12, Renewal = Renewal.Tacit, NoticeDays = 10 };

    public static ContractInput Open =>
        new() { Title = "Conseil", Start = new(2025, 3, 1), Length = ContractLength.OpenEnded, NoticeMonths = 3 };

    public static ContractInput Unknown => new() { Title = "Archives" };

    public static ContractInput Over => new() { Title = "Audit", Start = new(2024, 1, 1), Months = 12, Renewal = Renewal.None };

    public static Task<Guid> HaveContractAsync(this RunningPupitre pupitre, TestCompany company, ContractInput input,
        string provider = "Cabinet Martin") => pupitre.InsideAsync(company, async services =>
    {
        var token = TestContext.Current.CancellationToken;
        var known = await services.GetRequiredService<Db>().Set<Provider>().Where(row => row.Name == provider).Select(row => row.Id)
            .FirstOrDefaultAsync(token);
        input.ProviderId = known != Guid.Empty ? known
            : (await services.GetRequiredService<CreateProvider>().RunAsync(new ProviderInput { Name = provider }, token)).Id;
        return (await services.GetRequiredService<CreateContract>().RunAsync(input, token)).Id;
    });

    public static Task<bool> HaveDecisionAsync(this RunningPupitre pupitre, TestCompany company, Guid contract,
        TermChoice choice = TermChoice.Leave) => pupitre.InsideAsync(company, async services =>
    {
        var decide = services.GetRequiredService<DecideContract>();
        var input = await decide.PrepareAsync(contract, TestContext.Current.CancellationToken);
        (input.Choice, input.Reason) = (choice, "Trop cher pour ce qui est fait.");
        await decide.RunAsync(input, TestContext.Current.CancellationToken);
        return true;
    });

    /// <summary>A reader of the company who is limited to one provider.</summary>
    public static Task<TestCompany> HaveLimitedAsync(this RunningPupitre pupitre, TestCompany company, string provider) =>
        pupitre.InsideAsync(company, async services =>
    {
        var db = services.GetRequiredService<Db>();
        var reader = await pupitre.HaveCompanyAsync();
        var account = await db.Users.Where(row => row.Email == reader.Email).Select(row => row.Id).SingleAsync();
        db.Memberships.Add(
            Membership.Create(account, await db.Companies.SingleAsync(row => row.Id == company.Id), Role.Reader, pupitre.Clock.Now));
        await db.SaveChangesAsync();
        var scope = await db.Set<Provider>().Where(row => row.Name == provider).Select(row => row.Id).SingleAsync();
        await services.GetRequiredService<ChangeMemberRole>()
            .RunAsync(account, Role.Reader, new SubjectRef(Provider.Kind, scope), CancellationToken.None);
        return company with { Email = reader.Email };
    });
}
