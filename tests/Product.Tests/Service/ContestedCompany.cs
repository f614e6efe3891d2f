using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Imports;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.ServiceLevels.Measure;
using Pupitre.Sourcing.Providers;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>A company whose accountant answers questions: one late, two in time; and who can be written to there.</summary>
internal sealed record ContestedCompany(TestCompany Company, Guid Commitment, Guid Provider, Guid Contact, IReadOnlyList<long> Cases)
{
    private static readonly Instant _monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>The case that was answered two days late, by mail.</summary>
    public string Late => $"/{Company.Slug}/scorecards/{Commitment}/cases/{Cases[2]}";

    public string NewDispute => $"/{Company.Slug}/disputes/new/{Commitment}/{Uri.EscapeDataString(DelayCorrection.KeyOf(Cases[2]))}";

    public string SideOf(Guid provider) => $"/{Company.Slug}/providers/{provider}/side";

    public static async Task<ContestedCompany> HaveAsync(RunningPupitre pupitre, string email = "lea@morel.fr")
    {
        var company = await pupitre.HaveCompanyAsync();
        return await pupitre.InsideAsync(company, async services =>
        {
            var (db, builder) = (services.GetRequiredService<Db>(), new ServiceBuilder(services));
            await builder.HandOverAsync(Tile.Accounting, "Cabinet Morel", ServiceBuilder.QuestionsTemplate);
            var questions = await builder.CommitmentAsync(ServiceBuilder.QuestionsTemplate);
            var clock = questions.Versions[0].Rule.Clock!;
            var (asked, answered) = (clock.Start.Alternatives[0].Parts[0].Values[0], clock.Stop.Alternatives[0].Parts[0].Values[0]);
            await builder.ImportAsync(questions.Id, new SourceRules(SourceClass.Receipt, []),
            [
                ServiceBuilder.Event("Q1", asked, _monday, 2), ServiceBuilder.Event("Q2", asked, _monday, 3),
                    ServiceBuilder.Event("Q3", asked, _monday, 4),
                ServiceBuilder.Event("Q1", answered, _monday + Duration.FromHours(3), 5, "mail"),
                ServiceBuilder.Event("Q2", answered, _monday + Duration.FromHours(4), 6, "mail"),
                ServiceBuilder.Event("Q3", answered, _monday + Duration.FromHours(72), 7, "mail"),
            ]);
            var provider = await db.Set<Provider>().SingleAsync();
            var person = await services.GetRequiredService<NamePerson>().KeepAsync(
                new PersonInput
                {
                    Name = "Léa Petit",
                    Email = email,
                    Function = "Collaboratrice",
                    SideKey = PersonInput.KeyOf(provider.Ref)
                }, CancellationToken.None);
            await db.SaveChangesAsync();
            var facts = await services.GetRequiredService<ReadCompanyFacts>().RunAsync(CancellationToken.None);
            var measured = await services.GetRequiredService<MeasureCommitment>()
                .RunAsync(facts.Find(questions.Id)!.Terms, CancellationToken.None);
            return new ContestedCompany(company, questions.Id, provider.Id, person.Id,
                [.. measured.Cases.OrderBy(item => item.Case, StringComparer.Ordinal).Select(item => item.CaseKey)]);
        });
    }

    /// <summary>What is measured of March now.</summary>
    public Task<Tally> MarchAsync(RunningPupitre pupitre) => pupitre.InsideAsync(Company, async services =>
    {
        var facts = await services.GetRequiredService<ReadCompanyFacts>().RunAsync(CancellationToken.None);
        var measured = await services.GetRequiredService<MeasureCommitment>()
            .RunAsync(facts.Find(Commitment)!.Terms, CancellationToken.None);
        return measured.ByMonth.Values.Single();
    });

    /// <summary>The link that the pilot's page shows once.</summary>
    public async Task<string> LinkAsync(TestBrowser pilot, Guid? dispute = null)
    {
        await pilot.OpenAsync($"/{Company.Slug}/providers/{Provider}/side-link" + (dispute is { } id ? "?dispute=" + id : ""));
        await pilot.SendAsync("main form[method=post]", ("Input.PersonId", Contact.ToString()));
        return Regex.Match(pilot.Text, @"/disagreement\?token=[0-9a-f]+[^ ]*", RegexOptions.None, TimeSpan.FromSeconds(10)).Value;
    }
}
